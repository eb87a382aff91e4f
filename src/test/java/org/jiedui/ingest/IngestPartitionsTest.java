package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.FileScan;
import org.jiedui.ingest.file.PartTask;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** However the files are cut and in whatever order they come, the same bytes come out. */
@ExtendWith(SharedSpark.class)
class IngestPartitionsTest {
  private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void records() {
    files = new IngestFixture(dir);
    Random random = new Random(3);
    List<String> all = new ArrayList<>();
    for (String name : List.of("a.csv", "b.csv", "c.csv")) {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < 700; i++) {
        String row = i % 10 == 9 ? all.get(random.nextInt(all.size())) : row(random);
        all.add(row);
        rows.append(row);
      }
      files.flows(name, rows.toString());
    }
  }

  @Test
  void tasksOneTwoSevenAndSixtyFourGiveTheSameBytes(SparkSession spark) throws Exception {
    List<String> whole = outcome(run(spark, "r1", 1, files.inputs()));

    assertThat(whole.toString()).contains("DUP_EXACT").contains("DUP_CONFLICT").contains("CODE_");
    for (int tasks : new int[] {2, 7, 64}) {
      assertThat(outcome(run(spark, "r" + tasks, tasks, files.inputs()))).isEqualTo(whole);
    }
  }

  @Test
  void theOrderOfTheFilesChangesNothing(SparkSession spark) throws Exception {
    List<String> sorted = outcome(run(spark, "sorted", 3, files.inputs()));
    List<Input> shuffled = new ArrayList<>(files.inputs());
    Collections.reverse(shuffled);

    assertThat(outcome(run(spark, "reversed", 2, shuffled))).isEqualTo(sorted);
  }

  @Test
  void theStrictWayAloneGivesTheSameBytes(SparkSession spark) throws Exception {
    List<String> fast = outcome(Ingest.run(spark, files.request("fast"), PartTask.Parser.FAST));

    assertThat(outcome(Ingest.run(spark, files.request("strict"), PartTask.Parser.STRICT)))
        .isEqualTo(fast);
  }

  private IngestResult run(SparkSession spark, String root, int tasks, List<Input> inputs) {
    IngestRequest request = files.request(root, inputs);
    List<LandingStage.Scanned> cut =
        Ingest.scan(request).files().stream().map(f -> cut(f, tasks)).toList();
    return Ingest.run(spark, request, new Ingest.Scans(cut));
  }

  /** The same file in so many ranges of whole lines. */
  private static LandingStage.Scanned cut(LandingStage.Scanned file, int ranges) {
    FileScan s = file.scan();
    List<long[]> starts = new ArrayList<>();
    try {
      byte[] bytes = Files.readAllBytes(file.input().path());
      long line = s.dataLine();
      long every = (s.size() - s.dataOffset()) / ranges + 1;
      for (int at = (int) s.dataOffset(); at < bytes.length; at++) {
        boolean begins = bytes[at - 1] == '\n';
        line += begins && at > s.dataOffset() ? 1 : 0;
        if (begins && at >= s.dataOffset() + every * starts.size()) {
          starts.add(new long[] {at, line});
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    FileScan cut =
        new FileScan(
            s.name(),
            s.charset(),
            s.encodingEvidence(),
            s.separator(),
            s.header(),
            s.headerLine(),
            s.dataOffset(),
            s.dataLine(),
            s.sha256(),
            s.size(),
            s.lines(),
            starts.stream().mapToLong(a -> a[0]).toArray(),
            starts.stream().mapToLong(a -> a[1]).toArray(),
            s.finalNewline());
    return new LandingStage.Scanned(
        file.input(),
        file.table(),
        file.stamp(),
        file.sha256(),
        file.landing(),
        Opened.as(cut, file.layouts()));
  }

  private static List<String> outcome(IngestResult result) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : result.panelFiles().values()) {
      all.add(
          file.getParent().getFileName()
              + " "
              + java.util.Arrays.hashCode(Files.readAllBytes(file)));
    }
    all.addAll(lines(result.rejects(), ALL));
    all.addAll(lines(result.ledger(), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    all.add(result.reconciliationJson());
    all.add(result.flags().toString());
    return all;
  }

  private static String row(Random random) {
    return String.join(
            ",",
            pick(random, "s", "t"),
            Integer.toString(random.nextInt(9_000)),
            pick(random, "2011", "2016", "2016", "2022", "x"),
            pick(random, "", "710000", "710100"),
            pick(random, "760121", "760122", "760131", "760111", "760112"),
            "fiscal",
            pick(random, "paid", ""),
            pick(random, "1", "2", "\"1,000\"", "约1"),
            "元")
        + "\n";
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
