package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One input file after landing, immutable: where its parts lie and what was read.
 *
 * @param id sha256(input sha256, contract digest of the file, table, source)
 * @param folder folder of the attempt that made it, below {@code landing/}
 * @param name file name at first delivery
 */
public record Landing(
    String id,
    String folder,
    String name,
    String sha256,
    long bytes,
    String table,
    String charset,
    String encodingEvidence,
    List<LandingPart> parts)
    implements Serializable {
  /** Changes whenever the files of a landing take another form. */
  private static final String FORM = "landing 2";

  public Landing {
    parts = List.copyOf(parts);
  }

  /** The same bytes as they are called now. */
  public Landing named(String now) {
    return name.equals(now)
        ? this
        : new Landing(id, folder, now, sha256, bytes, table, charset, encodingEvidence, parts);
  }

  /** True when rows are found by their number and not by their place in the bytes. */
  public boolean isSheets() {
    return charset.isEmpty();
  }

  /** Sheet on which a row stands; empty for text. */
  public String sheet(long line) {
    int part = (int) (line / SheetPlan.ROWS);
    return part < parts.size() ? parts.get(part).sheet() : "";
  }

  /** Number of a row as its file or sheet shows it. */
  public long row(long line) {
    return sheet(line).isEmpty() ? line : line % SheetPlan.ROWS;
  }

  /** Where a row stands, for people: {@code a.csv:12} or {@code a.xlsx, sheet 资金, row 12}. */
  public String place(long line) {
    String sheet = sheet(line);
    return sheet.isEmpty() ? name + ":" + line : name + ", sheet " + sheet + ", row " + row(line);
  }

  /** Rows and amounts of the file as its parser counted them. */
  public Tally tally() {
    Tally tally = new Tally();
    parts.forEach(part -> tally.add(part.tally()));
    return tally;
  }

  public long records() {
    return parts.stream().mapToLong(LandingPart::records).sum();
  }

  /** Rows of totals that their details contradict. */
  public List<TotalGap> gaps() {
    return parts.stream().flatMap(p -> p.gaps().stream()).toList();
  }

  public Map<Reason, Long> flags() {
    Map<Reason, Long> flags = new EnumMap<>(Reason.class);
    if (!gaps().isEmpty()) {
      flags.put(Reason.TOTAL_MISMATCH, (long) gaps().size());
    }
    parts.forEach(p -> p.flags().forEach((code, n) -> flags.merge(code, n, Long::sum)));
    return flags;
  }

  /** The identity of a landing before it is made. */
  public static String id(String sha256, String contractDigest, String table, String source) {
    return digest(List.of(FORM, sha256, contractDigest, table, source));
  }

  /** SHA-256, in hex, of some words. */
  public static String digest(List<String> words) {
    return digest(words.stream());
  }

  /** The same of words that are not all in memory at once. */
  public static String digest(Stream<String> words) {
    return Sha256.hex(words);
  }
}
