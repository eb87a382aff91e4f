package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.message.InputException;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that correct or replace others, and files that name persons. */
@ExtendWith(SharedSpark.class)
class DeliveriesTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  private static String paid(String id, String year, String yuan) {
    return "s," + id + "," + year + ",,760121,fiscal,paid," + yuan + ",元\n";
  }

  private static List<String> total(IngestResult result) {
    return lines(result.ledger(), 0, 1, 3, 4, 5, 6, 7).stream()
        .filter(l -> l.startsWith("(total)"))
        .toList();
  }

  @Test
  void theHighestRevisionCountsAndTheOthersAreSuperseded(SparkSession spark) {
    String header = "来源,记录号,年份,县代码,财政资金(元),版次\n";
    String rows =
        """
        s,1,2016,760121,100,
        s,1,2016,760121,150,2
        s,1,2017,760121,120,1
        s,2,2016,760121,7,1
        s,2,2016,760121,8,1
        s,3,2016,760121,9,x
        """;
    files.input("a.csv", header + rows, Input.FLOWS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none paid 15000 1");
    assertThat(lines(result.rejects(), 1, 5))
        .containsExactly(
            "2 SUPERSEDED", "4 SUPERSEDED", "5 DUP_CONFLICT", "6 DUP_CONFLICT", "7 NUM_RANGE");
    assertThat(total(result))
        .containsExactly("(total) fiscal 39400 15000 2400 0 22000", "(total) rows 6 1 3 0 2");
    assertThat(lines(result.reasons(), 1, 2, 3, 5))
        .containsExactly(
            "rejected DUP_CONFLICT fiscal 1500",
            "rejected DUP_CONFLICT rows 2",
            "rejected NUM_RANGE fiscal 900",
            "rejected NUM_RANGE rows 1",
            "superseded SUPERSEDED fiscal 22000",
            "superseded SUPERSEDED rows 2");
  }

  @Test
  void theYearsOfOneWideRowMayShareItsRecordId(SparkSession spark) {
    files.settings("files { \"w.csv\" { layout = wide-years } }\n");
    files.input(
        "w.csv",
        "记录号,县代码,财政资金(元) 2016,财政资金(元) 2017\n1,760121,5,6\n2,760123,7,\n2,760123,,8\n",
        Input.FLOWS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760121 710000 2016 fiscal E2W none paid 500 1",
            "760121 710000 2017 fiscal E2W none paid 600 1");
    assertThat(lines(result.rejects(), 1, 5)).containsExactly("3 DUP_YEAR", "4 DUP_YEAR");
  }

  @Test
  void aSnapshotWithdrawsTheFilesBeforeIt(SparkSession spark) {
    files.settings("sources { s { delivery = snapshot } }\n");
    files.flows("ledger10.csv", paid("1", "2016", "15") + paid("3", "2016", "30"));
    files.flows(
        "ledger9.csv", paid("1", "2016", "10") + paid("2", "2016", "20") + paid("4", "2016", "?"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none paid 4500 2");
    assertThat(result.rejects().size()).isZero();
    assertThat(total(result))
        .containsExactly("(total) fiscal 7500 4500 0 0 3000", "(total) rows 5 2 0 0 3");

    files.flows(
        "ledger11.csv", paid("1", "2016", "1") + paid("1", "2016", "1").replace("s,", "t,"));
    assertThatThrownBy(() -> Ingest.run(spark, files.request("root")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("SNAPSHOT_MIXED");
  }

  @Test
  void rowsOfAnAmendingSourceReplaceThoseOfTheSameKey(SparkSession spark) {
    files.flows("d2.csv", paid("1", "2016", "15") + paid("3", "2016", "30"));
    files.flows("d1.csv", paid("1", "2016", "10") + paid("2", "2016", "20"));

    assertThat(lines(Ingest.run(spark, files.request("root")).rejects(), 5))
        .containsExactly("DUP_CONFLICT", "DUP_CONFLICT");
    files.settings("sources { s { delivery = amend } }\n");
    IngestResult amended = Ingest.run(spark, files.request("root"));

    assertThat(panel(amended)).containsExactly("760121 710000 2016 fiscal E2W none paid 6500 3");
    assertThat(lines(amended.rejects(), 0, 1, 5)).containsExactly("d1.csv 2 SUPERSEDED");
  }

  @Test
  void aDeclaredReplacementLeavesTheOldFileInTheLedgerOnly(SparkSession spark) {
    files.settings("files { \"b.csv\" { replaces = a.csv } }\n");
    files.flows("a.csv", paid("1", "2016", "10") + paid("2", "2016", "?"));
    files.flows("b.csv", paid("1", "2016", "11"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none paid 1100 1");
    assertThat(lines(result.ledger(), 0, 1, 3, 4, 7)).contains("a.csv rows 2 0 2");
  }

  @Test
  void amountsOfAnotherMagnitudeAreToldAndNotConverted(SparkSession spark) {
    StringBuilder rows = new StringBuilder();
    for (int year = 2012; year <= 2016; year++) {
      for (int i = 0; i < 5; i++) {
        String amount = (year == 2016 ? "3520000" : "352") + "." + i;
        rows.append("s," + year + i + "," + year + ",,76012" + (1 + i % 3) + ",fiscal,paid,");
        rows.append(amount).append(",元\n");
      }
    }
    String more = rows.toString().replace(",,76012", ",710000,76012").replace("s,", "u,");
    files.flows("a.csv", rows + more);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(result.warnings()).extracting(p -> p.code()).containsExactly("UNIT_SHIFT");
    assertThat(result.warnings().get(0).excerpt().get(1)).contains("2016", "3,520,00");
    assertThat(result.rejects().size()).isZero();
  }

  @Test
  void personsReachNeitherLandingNorRejectsNorMessages(SparkSession spark) throws IOException {
    String canary = "金丝雀";
    String header = "来源,记录号,年份,县代码,财政资金(元),姓名,身份证号\n";
    String row = "s,%d,2016,760121,%s," + canary + ",11010119900101CANARY\n";
    files.input(
        "a.csv",
        header
            + row.formatted(1, "5")
            + row.formatted(2, "约5")
            + row.formatted(3, "6").replace("760121", "760999")
            + row.formatted(4, "7").replace("\n", ",surplus\n")
            + row.formatted(5, "8").replace(canary, "\"" + canary)
            + row.formatted(6, "\"" + canary + "\"".repeat(2)),
        Input.FLOWS);
    files.stop = 100;

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).hasSize(1);
    assertThat(result.rejects().size()).isPositive();
    String said =
        lines(result.rejects(), 0, 1, 2, 3, 5, 6, 7, 8, 9).toString()
            + result.warnings()
            + result.inputs()
            + result.reconciliationJson();
    assertThat(said).doesNotContain(canary, "CANARY").contains("▇▇");
    try (Stream<Path> walk = Files.walk(dir.resolve("root"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!file.getParent().endsWith("archive")) {
          String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          assertThat(bytes).as(file.toString()).doesNotContain("CANARY");
        }
      }
    }

    Path cut = files.write("cut.csv", header + row.formatted(1, "5").strip());
    Files.write(cut, new byte[] {(byte) 0xE9}, java.nio.file.StandardOpenOption.APPEND);
    files.inputs().add(new Input(cut, Input.FLOWS, ""));
    assertThatThrownBy(() -> Ingest.scan(files.request("root")))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("CANARY");
  }
}
