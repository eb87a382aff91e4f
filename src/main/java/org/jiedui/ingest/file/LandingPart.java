package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One range of a file after landing: its files by their common name, and what is known of it.
 *
 * @param name file name without ending: {@code .parquet} holds the records, {@code .sums} the exact
 *     sums, {@code .keys} the key hashes, {@code .aside.parquet} and {@code .rejects.parquet} what
 *     does not count
 * @param records values landed
 * @param keys whether there is a file of key hashes
 * @param aside whether there are files of what does not count
 * @param digests SHA-256 by ending of the file
 * @param gaps rows of totals that their details contradict; those of a text file stand in its last
 *     part
 * @param sheet sheet of a workbook whose rows these are; empty for text
 */
public record LandingPart(
    String name,
    long records,
    boolean keys,
    boolean aside,
    IdRange ids,
    Map<String, String> digests,
    Tally tally,
    Map<Reason, Long> flags,
    String sheet,
    List<TotalGap> gaps)
    implements Serializable {
  public static final String RECORDS = ".parquet";
  public static final String SUMS = ".sums";
  public static final String KEYS = ".keys";
  public static final String ASIDE = ".aside.parquet";
  public static final String REJECTS = ".rejects.parquet";

  /** Every file a part may have. */
  static final List<String> ENDINGS = List.of(RECORDS, SUMS, KEYS, ASIDE, REJECTS);

  /** The same with rows of totals that their details contradict. */
  LandingPart with(List<TotalGap> found) {
    return new LandingPart(
        name, records, keys, aside, ids, digests, tally, flags, sheet, List.copyOf(found));
  }
}
