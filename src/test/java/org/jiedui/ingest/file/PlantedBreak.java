package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Damages landed files in ways that no reader would notice by itself. */
public final class PlantedBreak {
  private PlantedBreak() {}

  /** Writes a part again with the records that pass; the test may change them. */
  public static void rewrite(Path part, Predicate<LandedRecord> change) throws IOException {
    List<LandedRecord> records = new ArrayList<>();
    LandingReader.readAll(part, (n, item, r) -> records.add(r.copy()));
    Files.delete(part);
    Kinds kinds = new Kinds();
    LandingBatch batch = new LandingBatch();
    try (var writer = new LandingWriter(part, src(part), kinds)) {
      records.stream().filter(change).forEach(r -> add(batch, r, kinds, writer));
      writer.write(batch);
    }
  }

  /** Adds to the first group of a file of sums. */
  public static void addToSums(Path file, long amount) throws IOException {
    GroupSums sums = new GroupSums();
    Kinds kinds = new Kinds();
    GroupFile.read(
        file,
        (year, kind, recipient, donor, sum, records, rows) -> {
          long more = sums.size() == 0 ? amount : 0;
          sums.add(
              GroupSums.key(recipient, donor, year, kinds.number(kind)), sum + more, records, rows);
        });
    Files.delete(file);
    GroupFile.write(file, sums, kinds);
  }

  private static long src(Path part) {
    return LandingSchema.src(part.getParent().getFileName().toString());
  }

  private static void add(LandingBatch batch, LandedRecord r, Kinds kinds, LandingWriter writer) {
    int row = batch.size();
    batch.line[row] = r.line;
    batch.offset[row] = r.offset;
    batch.source[row] = writer.source(r.sourceId);
    batch.id(r.recordId.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, r.recordId.length());
    batch.year[row] = r.year;
    batch.recipient[row] = r.recipientCode;
    batch.donor[row] = r.donorCode;
    batch.kind[row] =
        kinds.number(new Kind(r.indicator, r.direction, r.form, r.status, r.codeVintage));
    batch.amount[row] = r.amount;
    batch.next();
  }
}
