package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.RecordChanges.Cause;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Planted changes of every kind are found to the fen, and nothing is left over. */
@ExtendWith(SharedSpark.class)
class RecordChangesTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  private static String row(String id, int year, String code, String yuan) {
    return "s,%s,%d,,%s,fiscal,paid,%s,元\n".formatted(id, year, code, yuan);
  }

  private RecordChanges.Side side(IngestResult result, int from, String code, String geography) {
    return new RecordChanges.Side(
        result.inputs().stream()
            .filter(i -> !i.redelivered() && !i.withdrawn())
            .map(i -> new RecordChanges.Source(i.name(), i.landing(), i.sha256()))
            .toList(),
        UsedRecords.of(dir.resolve("root"), result.apart(), from, 2020),
        code,
        from == 1996 ? "settings" : "other settings",
        geography,
        "");
  }

  private static long accepted(IngestResult result) {
    return (Long)
        result.ledger().rows().stream()
            .filter(r -> r[0].equals("(total)") && r[1].equals("fiscal"))
            .findFirst()
            .orElseThrow()[4];
  }

  private static void closes(
      Map<String, Map<Cause, Long>> found, IngestResult before, IngestResult after) {
    long sum = found.get("fiscal").values().stream().mapToLong(v -> v).sum();
    assertThat(sum).as("residue").isEqualTo(accepted(after) - accepted(before));
  }

  private IngestResult run(SparkSession spark) {
    return Ingest.run(spark, files.request("root"));
  }

  @Test
  void correctedNewWithdrawnAndNewlyRejected(SparkSession spark) {
    files.flows(
        "a.csv",
        row("1", 2016, "760121", "10")
            + row("2", 2016, "760122", "20.5")
            + row("3", 2017, "760123", "7"));
    files.flows("b.csv", row("4", 2016, "760121", "100") + row("5", 2016, "760121", "40"));
    IngestResult before = run(spark);
    files.flows("a.csv", row("1", 2016, "760121", "15") + row("2", 2016, "760122", "20.5"));
    files.inputs().remove(0);
    files.flows("c.csv", row("6", 2018, "760121", "3.21") + row("5", 2016, "760121", "41"));

    IngestResult after = run(spark);

    var changes = RecordChanges.between(side(before, 1996, "1", "g"), side(after, 1996, "1", "g"));
    var found = changes.sums();
    assertThat(changes.largest(3))
        .extracting(c -> c.code() + " " + c.cause() + " " + c.placeBefore() + ">" + c.placeAfter())
        .containsExactly(
            "760121 NEWLY_REJECTED b.csv:3>",
            "760123 WITHDRAWN a.csv:4>",
            "760121 CORRECTED a.csv:2>a.csv:2");
    assertThat(found)
        .isEqualTo(
            Map.of(
                "fiscal",
                Map.of(
                    Cause.CORRECTED, 500L,
                    Cause.NEW, 321L,
                    Cause.WITHDRAWN, -700L,
                    Cause.NEWLY_REJECTED, -4000L)));
    closes(found, before, after);
  }

  @Test
  void anAmendingRowIsACorrectionAndAReplacedFileIsWithdrawn(SparkSession spark) {
    files.settings(
        "sources { s { delivery = amend } }\nfiles { \"z.csv\" { replaces = a.csv } }\n");
    files.flows("a.csv", row("1", 2016, "760121", "10"));
    files.flows("b.csv", row("2", 2016, "760121", "4"));
    IngestResult before = run(spark);
    files.flows("c.csv", row("2", 2016, "760121", "6"));
    files.flows("z.csv", row("9", 2016, "760121", "1"));

    IngestResult after = run(spark);

    var found =
        RecordChanges.between(side(before, 1996, "1", "g"), side(after, 1996, "1", "g")).sums();
    assertThat(found.get("fiscal"))
        .isEqualTo(Map.of(Cause.CORRECTED, 200L, Cause.NEW, 100L, Cause.WITHDRAWN, -1000L));
    closes(found, before, after);
  }

  @Test
  void codesThatLoseTheirMeaningAreRemappedUnlessOnlyTheProgramChanged(SparkSession spark)
      throws IOException {
    files.flows("a.csv", row("1", 2016, "760121", "10") + row("2", 2016, "760123", "7"));
    IngestResult before = run(spark);
    IngestResult after = Ingest.run(spark, withoutThree());

    var left = side(before, 1996, "1", "g");
    var remapped = RecordChanges.between(left, side(after, 1996, "1", "other")).sums();
    var code = RecordChanges.between(left, side(after, 1996, "2", "g")).sums();

    assertThat(remapped.get("fiscal")).isEqualTo(Map.of(Cause.REMAPPED, -700L));
    assertThat(code.get("fiscal")).isEqualTo(Map.of(Cause.CODE, -700L));
    closes(remapped, before, after);
  }

  @Test
  void yearsThatLeaveTheScopeAreSettings(SparkSession spark) {
    files.flows("a.csv", row("1", 2010, "760121", "10") + row("2", 2016, "760123", "7"));
    IngestResult before = run(spark);
    IngestRequest all = files.request("root");
    IngestResult after =
        Ingest.run(
            spark,
            new IngestRequest(
                all.inputs(),
                all.contract(),
                all.indicators(),
                all.geography(),
                all.pairings(),
                2015,
                2020,
                all.root(),
                all.gates(),
                all.archive()));

    var found =
        RecordChanges.between(side(before, 1996, "1", "g"), side(after, 2015, "1", "g")).sums();

    assertThat(found.get("fiscal")).isEqualTo(Map.of(Cause.SETTINGS, -1000L));
    closes(found, before, after);
  }

  @Test
  void aCorrectedRunningTotalMovesTheYearAfterItBack(SparkSession spark) {
    files.settings(
        """
        sources { s { delivery = amend } }
        files { "a.csv" { flow = cumulative }, "b.csv" { flow = cumulative } }
        """);
    files.flows("a.csv", row("", 2016, "760121", "10") + row("", 2017, "760121", "30"));
    IngestResult before = run(spark);
    files.flows("b.csv", row("", 2016, "760121", "14"));

    IngestResult after = run(spark);

    assertThat(IngestFixture.panel(after))
        .containsExactly(
            "760121 710000 2016 fiscal E2W none paid 1400 1",
            "760121 710000 2017 fiscal E2W none paid 1600 1");
    var found =
        RecordChanges.between(side(before, 1996, "1", "g"), side(after, 1996, "1", "g")).sums();
    assertThat(found.get("fiscal")).isEqualTo(Map.of(Cause.CORRECTED, 0L));
    closes(found, before, after);
  }

  /** The same country without its third county. */
  private IngestRequest withoutThree() throws IOException {
    IngestRequest all = files.request("root");
    Path there = dir.resolve("geography");
    Path other = Files.createDirectory(dir.resolve("geography2"));
    for (String file : List.of("geography.conf", "units.csv", "changes.csv")) {
      String text = Files.readString(there.resolve(file));
      Files.writeString(other.resolve(file), text.replace("760123,三县,Three,county,西部\n", ""));
    }
    Geography geography = Geography.load(other);
    return new IngestRequest(
        all.inputs(),
        all.contract(),
        all.indicators(),
        geography,
        Pairings.load(dir.resolve("pairings"), geography),
        1996,
        2020,
        all.root(),
        all.gates(),
        all.archive());
  }
}
