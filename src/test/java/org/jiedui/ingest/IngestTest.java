package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.LedgerRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class IngestTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  @Test
  void recordsAreSummedOnTheBaseYearsUnitsAndTheirPairedDonors(SparkSession spark) {
    files.flows(
        "a.csv",
        """
        s,1,2005,,760111,fiscal,paid,1.50,万元
        s,2,2005,,760111,fiscal,paid,0.07,元
        s,3,2011,,760112,fiscal,paid,2,元
        s,4,2011,,760113,fiscal,paid,3,元
        s,5,2011,710100,760113,fiscal,paid,4,元
        s,6,2014,,760130,cadres,,5,人
        s,7,2016,720000,760131,cadres,,6,人
        """);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactly(
            "760121 710000 2005 fiscal E2W none paid 1500007 2",
            "760122 710000 2011 fiscal E2W none paid 400 1",
            "760122 UNASSIGNED 2011 fiscal E2W none paid 500 2",
            "760131+760132 UNASSIGNED 2014 cadres E2W none paid 5 1",
            "760131+760132 720000 2016 cadres E2W none paid 6 1");
    assertThat(result.panel().count()).isEqualTo(5);
    assertThat(result.rejects().size()).isZero();
  }

  @Test
  void codesWithoutMeaningAreRejectedRowByRowWithTheYearsTheyWereValid(SparkSession spark) {
    files.flows(
        "a.csv",
        """
        s,1,2005,,760111,fiscal,paid,1,元
        s,2,2018,,760111,fiscal,paid,2,元
        s,3,2018,,769999,fiscal,paid,4,元
        s,4,2018,,760100,fiscal,paid,8,元
        s,5,2018,799999,760121,fiscal,paid,16,元
        s,6,2010,,760111,fiscal,paid,32,元
        s,7,2022,,760121,fiscal,paid,64,元
        """);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 1, 2, 5, 6, 11))
        .containsExactly(
            "3 recipient_code CODE_VINTAGE 760111 200",
            "4 recipient_code CODE_UNKNOWN 769999 400",
            "5 recipient_code CODE_LEVEL 760100 800",
            "6 donor_code CODE_UNKNOWN 799999 1600");
    assertThat(lines(result.rejects(), 9).get(0)).contains("760111 旧一县").contains("760121");
    assertThat(lines(result.rejects(), 7).get(0)).isEqualTo("s,2,2018,,760111,fiscal,paid,2,元");
    assertThat(result.flags())
        .isEqualTo(Map.of(Reason.CODE_TRANSITION, 1L, Reason.OUT_OF_SCOPE, 1L));
    assertThat(lines(result.ledger(), 0, 1, 3, 4, 5, 6, 8))
        .contains("a.csv rows 7 2 4 0 1", "a.csv fiscal 12700 3300 3000 0 6400");
  }

  @Test
  void theFirstOfEqualRecordsCountsAndOfContradictingOnesNone(SparkSession spark) {
    files.flows("b.csv", "s,1,2016,,760121,fiscal,paid,1,元\ns,2,2016,,760121,fiscal,paid,2,元\n");
    files.flows(
        "a.csv",
        """
        s,9,2016,,760121,fiscal,paid,100,元
        s,1,2016,,760121,fiscal,paid,1,元
        s,2,2016,,760121,fiscal,paid,3,元
        t,2,2016,,760121,fiscal,paid,3,元
        s,4,2016,,760121,fiscal,agreed,7,元
        s,4,2016,,760121,fiscal,paid,7,元
        """);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactly(
            "760121 710000 2016 fiscal E2W none agreed 700 1",
            "760121 710000 2016 fiscal E2W none paid 11100 4");
    assertThat(lines(result.rejects(), 0, 1, 5))
        .containsExactly("a.csv 4 DUP_CONFLICT", "b.csv 2 DUP_EXACT", "b.csv 3 DUP_CONFLICT");
    assertThat(lines(result.rejects(), 9).get(0)).contains("b.csv:3");
    assertThat(lines(result.ledger(), 0, 1, 3, 4, 5, 6))
        .contains("b.csv rows 2 0 1 1", "(total) fiscal 12400 11800 500 100");
  }

  @Test
  void anIdUnderTwoYearsIsRejectedInBoth(SparkSession spark) {
    files.flows("a.csv", "s,1,2016,,760121,fiscal,paid,1,元\ns,2,2016,,760121,fiscal,paid,2,元\n");
    files.flows("b.csv", "s,1,2017,,760121,fiscal,paid,1,元\n");

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 0, 1, 5))
        .containsExactly("a.csv 2 DUP_YEAR", "b.csv 2 DUP_YEAR");
    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none paid 200 1");
  }

  @Test
  void equalEventsWithoutAnIdAreKeptAsOftenAsOneFileHoldsThem(SparkSession spark) {
    String gift = "s,,2016,,760121,捐款,paid,5,元\n";
    files.flows("a.csv", gift);
    files.flows("b.csv", gift + gift + "s,,2016,,760121,捐款,paid,6,元\n");

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).containsExactly("760121 710000 2016 donation E2W cash paid 1600 3");
    assertThat(lines(result.rejects(), 0, 1, 5)).containsExactly("a.csv 2 DUP_EXACT");
    assertThat(result.flags()).containsEntry(Reason.DUP_SUSPECT, 2L);
  }

  @Test
  void aFileDeliveredTwiceCountsOnceWhateverItsName(SparkSession spark) {
    files.flows("a.csv", "s,1,2016,,760121,fiscal,paid,1,元\n");
    files.flows("copy/z.csv", "s,1,2016,,760121,fiscal,paid,1,元\n");

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(result.flags()).containsEntry(Reason.FILE_REDELIVERED, 1L);
    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none paid 100 1");
    assertThat(result.rejects().size()).isZero();
    assertThat(result.reconciliationJson()).contains("\"redelivered\" : [ \"z.csv\" ]");
  }

  @Test
  void aSecondRunLandsNothingAndGivesTheSameFiles(SparkSession spark) throws Exception {
    files.flows("a.csv", "s,1,2016,,760121,fiscal,paid,1,元\ns,1,2016,,760121,fiscal,paid,1,元\n");
    IngestResult first = Ingest.run(spark, files.request("root"));
    List<Path> before = tree(dir.resolve("root"));

    IngestResult second = Ingest.run(spark, files.request("root"));

    assertThat(tree(dir.resolve("root"))).isEqualTo(before);
    assertThat(second.panelFiles()).isEqualTo(first.panelFiles());
    assertThat(second.reconciliationJson()).isEqualTo(first.reconciliationJson());
  }

  @Test
  void levelsPassMergesAreSummedOrRecomputed(SparkSession spark) {
    files.input(
        "levels.csv",
        """
        地区代码,年份,population,poverty_rate,urban_rate,income_pc
        760111,2005,1000,10.5,,3000
        760112,2005,1000,10,40,1000
        760113,2005,3000,30,60,2000
        760113,2006,3000,,60,
        710000,2005,90000000,,,
        """,
        Input.LEVELS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.regionYear(), 0, 1, 2, 3, 4))
        .contains(
            "710000 2005 population 9.0E7 ",
            "760121 2005 population 1000.0 ",
            "760121 2005 poverty_rate 10.5 ",
            "760122 2005 population 4000.0 SUMMED",
            "760122 2005 poverty_rate 25.0 RECOMPUTED",
            "760122 2006 urban_rate 60.0 ");
  }

  @Test
  void tooManyRejectsStopTheRunAndNameTheFile(SparkSession spark) {
    files.stop = 5;
    files.flows("a.csv", "s,1,2016,,760121,fiscal,paid,1,元\ns,2,2016,,769999,fiscal,paid,2,元\n");

    assertThatThrownBy(() -> Ingest.run(spark, files.request("root")))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.GATE);
              assertThat(e.getMessage()).contains("a.csv").contains("CODE_UNKNOWN 1");
            });
  }

  @Test
  void allBadFilesAreNamedAtOnce(SparkSession spark) {
    files.input("a.csv", "年份,金额\n2016,1\n", Input.FLOWS);
    files.flows("b.csv", "s,1,2016,,760121,fiscal,paid,1,元\n");
    files.input("c.csv", "县代码,金额\n760121,1\n", Input.FLOWS);

    assertThatThrownBy(() -> Ingest.run(spark, files.request("root")))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.INPUT);
              assertThat(e.getMessage()).contains("a.csv").contains("c.csv");
            });
    assertThat(dir.resolve("root/landing")).doesNotExist();
  }

  @Test
  void everyRowAndEveryAmountEndsInOnePlace(SparkSession spark) {
    files.flows(
        "a.csv",
        """
        s,1,2016,,760121,fiscal,paid,1,元
        s,2,16,,760121,fiscal,paid,2,元
        s,3,2016,,760121,fiscal,paid,约3,元

        合计,,,,合计,fiscal,,64,元
        s,4,1995,,760121,fiscal,paid,4,元
        s,5,2021,,760121,fiscal,paid,8,元
        s,1,2016,,760121,fiscal,paid,1,元
        s,6,2016,,760000,fiscal,paid,16,元
        """);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.ledger(), 0, 1, 3, 4, 5, 6, 7, 8, 9, 10))
        .contains(
            LedgerRow.TOTAL + " rows 9 1 4 1 0 1 1 1",
            LedgerRow.TOTAL + " fiscal 9600 100 2200 100 0 800 6400 0");
  }

  private static List<Path> tree(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files.sorted().toList();
    }
  }
}
