package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the rows of one range, from either parser, and makes the part: records as Parquet, exact
 * sums, key hashes, rows that do not count; flags are kept for the end.
 */
final class PartBuilder implements Sink, AutoCloseable {
  private final RecordKey key;
  private final Kinds kinds = new Kinds();
  private final LandingBatch batch = new LandingBatch();
  private final GroupSums sums = new GroupSums();
  private final KeyHashes hashes = new KeyHashes();
  private final IdRange.Watch ids = new IdRange.Watch();
  private final LandingWriter writer;
  private final SetAside aside;
  private final Map<Reason, Long> flags = new EnumMap<>(Reason.class);
  private final List<Flag> firstFlags = new ArrayList<>();
  private final List<String> sourceIds = new ArrayList<>();
  private long[] sourceSeeds = new long[4];
  private long[] kindSeeds = new long[16];
  private int[] kindTotals = new int[16];
  private final TotalsCheck totals;
  private byte[] idCell = new byte[64];
  private long lastLine = -1;
  private int item;
  private LandedRecord seen;
  private int seenRecords;
  private int seenOthers;
  private boolean closed;

  /** One of the first flags of a part, for messages. */
  record Flag(Reason code, long line) implements java.io.Serializable {}

  /**
   * @param stem path of the part's files, without their endings
   */
  PartBuilder(Path stem, String landing, RecordKey key, Layout layout) throws IOException {
    this.key = key;
    totals = new TotalsCheck(layout);
    aside = new SetAside(stem, landing, layout);
    Path part = stem.resolveSibling(stem.getFileName() + LandingPart.RECORDS);
    writer = new LandingWriter(part, LandingSchema.src(landing), kinds);
  }

  /** Number of a source in {@link #add}. */
  int source(String id) {
    int number = writer.source(id);
    if (number == sourceIds.size()) {
      sourceIds.add(id);
      if (number == sourceSeeds.length) {
        sourceSeeds = Arrays.copyOf(sourceSeeds, number * 2);
      }
      sourceSeeds[number] = key.sourceSeed(id);
    }
    return number;
  }

  /** Number of a kind in {@link #add}. */
  int kind(Kind kind) {
    int number = kinds.number(kind);
    if (number >= kindSeeds.length) {
      kindSeeds = Arrays.copyOf(kindSeeds, Math.max(number + 1, number * 2));
      kindTotals = Arrays.copyOf(kindTotals, kindSeeds.length);
    }
    if (kindSeeds[number] == 0) {
      kindTotals[number] = totals.number(kind.indicator());
      kindSeeds[number] = key.kindSeed(kind);
    }
    return number;
  }

  /** Adds one record; {@code id} must be readable for 8 bytes beyond its end. */
  void add(
      long line,
      long offset,
      int source,
      byte[] id,
      int idStart,
      int idLength,
      int year,
      int recipient,
      int donor,
      int kind,
      long amount) {
    if (line == lastLine) {
      item++;
    } else {
      item = 0;
      lastLine = line;
      ids.row(source, id, idStart, idLength);
    }
    int row = batch.size();
    batch.line[row] = line;
    batch.offset[row] = offset;
    batch.item[row] = item;
    batch.source[row] = source;
    batch.id(id, idStart, idLength);
    batch.year[row] = year;
    batch.recipient[row] = recipient;
    batch.donor[row] = donor;
    batch.kind[row] = kind;
    batch.amount[row] = amount;
    batch.next();
    totals.accept(kindTotals[kind], amount);
    sums.add(GroupSums.key(recipient, donor, year, kind), amount, 1, item == 0 ? 1 : 0);
    hashes.add(
        key.hash(
            sourceSeeds[source],
            kindSeeds[kind],
            id,
            idStart,
            idLength,
            year,
            recipient,
            donor,
            amount));
    if (batch.isFull()) {
      flush();
    }
  }

  @Override
  public void record(LandedRecord r) {
    byte[] id = r.recordId.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (id.length + 8 > idCell.length) {
      idCell = new byte[id.length + 64];
    }
    System.arraycopy(id, 0, idCell, 0, id.length);
    int kind = kind(Kind.of(r));
    add(
        r.line,
        r.offset,
        source(r.sourceId),
        idCell,
        0,
        id.length,
        r.year,
        r.recipientCode,
        r.donorCode,
        kind,
        r.amount);
    seenRecords++;
    if (seenRecords == 1) {
      seen = r.copy();
    }
  }

  @Override
  public void reject(Reject reject) {
    seenOthers++;
    aside.reject(reject);
    totals.reject(reject.amounts());
  }

  @Override
  public void blank(long line) {
    seenOthers++;
  }

  @Override
  public void controlTotal(long line, List<Amount> amounts) {
    seenOthers++;
    aside.controlTotal(line, amounts);
    totals.total(line, amounts);
  }

  @Override
  public void flag(Reason code, long line) {
    seenOthers++;
    if (flags.merge(code, 1L, Long::sum) <= 5) {
      firstFlags.add(new Flag(code, line));
    }
  }

  /** Starts to watch what becomes of the next rows of the strict way. */
  void watch() {
    seen = null;
    seenRecords = 0;
    seenOthers = 0;
  }

  /** The first record since {@link #watch}; null unless records alone came of the row. */
  LandedRecord seen() {
    return seenOthers == 0 ? seen : null;
  }

  int seenRecords() {
    return seenRecords;
  }

  /** Writes what is left of the landing. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (aside) {
        flush();
        writer.close();
      }
    }
  }

  void writeSums(Path file) throws IOException {
    GroupFile.write(file, sums, kinds);
  }

  /** Writes the hashes unless the ids prove by themselves that no record stands twice. */
  boolean writeHashes(Path file) throws IOException {
    if (hashes.size() == 0 || key.provenByIds() && idRange().increasing()) {
      return false;
    }
    hashes.write(file);
    return true;
  }

  IdRange idRange() {
    return ids.end(ids.source() < 0 ? "" : sourceIds.get(ids.source()));
  }

  long records() {
    return writer.rows();
  }

  /** Whether there are files of what does not count. */
  boolean hasAside() {
    return !aside.isEmpty();
  }

  Map<Reason, Long> flags() {
    return flags;
  }

  /** Rows of totals beside their details, as far as this range goes. */
  TotalsCheck totals() {
    return totals;
  }

  List<Flag> firstFlags() {
    return firstFlags;
  }

  private void flush() {
    try {
      if (batch.size() > 0) {
        writer.write(batch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
