package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that state all that came so far. */
@ExtendWith(SharedSpark.class)
class RunningTotalsTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
    files.settings("files { \"total*.csv\" { flow = cumulative } }\n");
  }

  private static String paid(String code, int year, String yuan) {
    return "s,," + year + ",710000," + code + ",fiscal,paid," + yuan + ",元\n";
  }

  private static List<String> total(IngestResult result) {
    return lines(result.ledger(), 0, 1, 3, 4, 5, 6, 7, 8, 11).stream()
        .filter(l -> l.startsWith("(total)"))
        .toList();
  }

  @Test
  void eachYearCountsWhatWasAddedAndTheLedgerHoldsTheRest(SparkSession spark) {
    files.flows("total1.csv", paid("760121", 2014, "100.01") + paid("760121", 2015, "130.02"));
    files.flows("total2.csv", paid("760121", 2016, "130.02") + paid("760121", 2017, "200"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactly(
            "760121 710000 2014 fiscal E2W none paid 10001 1",
            "760121 710000 2015 fiscal E2W none paid 3001 1",
            "760121 710000 2016 fiscal E2W none paid 0 1",
            "760121 710000 2017 fiscal E2W none paid 6998 1");
    assertThat(total(result))
        .containsExactly("(total) fiscal 56005 20000 0 0 0 0 36005", "(total) rows 4 4 0 0 0 0 0");
    assertThat(lines(result.reasons(), 0, 1, 2, 3, 5))
        .contains("total2.csv carried CUMULATIVE fiscal 26004");
    assertThat(result.rejects().size()).isZero();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void aYearOutOfScopeServesAsTheYearBefore(SparkSession spark) {
    files.flows("total.csv", paid("760121", 2015, "70") + paid("760121", 2016, "90"));

    IngestResult result = Ingest.run(spark, since2016(files.request("root")));

    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none paid 2000 1");
    assertThat(total(result))
        .containsExactly("(total) fiscal 16000 2000 0 0 0 7000 7000", "(total) rows 2 1 0 0 0 1 0");
  }

  private static IngestRequest since2016(IngestRequest r) {
    return new IngestRequest(
        r.inputs(),
        r.contract(),
        r.indicators(),
        r.geography(),
        r.pairings(),
        2016,
        2020,
        r.root(),
        r.gates(),
        r.archive());
  }

  @Test
  void aMissingYearRejectsTheNextOneAloneAndAFallBothOfItsYears(SparkSession spark) {
    files.flows(
        "total.csv",
        paid("760121", 2011, "10")
            + paid("760121", 2013, "30")
            + paid("760121", 2014, "35")
            + paid("760123", 2011, "1")
            + paid("760123", 2012, "200")
            + paid("760123", 2013, "30")
            + paid("760123", 2014, "40")
            + paid("760123", 2015, "50"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactly(
            "760121 710000 2011 fiscal E2W none paid 1000 1",
            "760123 710000 2011 fiscal E2W none paid 100 1",
            "760121 710000 2014 fiscal E2W none paid 500 1",
            "760123 710000 2015 fiscal E2W none paid 1000 1");
    assertThat(lines(result.rejects(), 1, 5, 2))
        .containsExactlyInAnyOrder(
            "3 CUMULATIVE_GAP amount",
            "6 CUMULATIVE_FALL amount",
            "7 CUMULATIVE_FALL amount",
            "8 CUMULATIVE_GAP amount");
    assertThat(total(result).get(0)).isEqualTo("(total) fiscal 39600 2600 30000 0 0 0 7000");
  }

  @Test
  void aDeclaredCorrectionTakesBackAndADeclaredBeginningIsHeld(SparkSession spark) {
    files.settings(
        """
        files { "total.csv" { cumulative { columns = [fiscal], since = 2015, falls = correction } } }
        """);
    files.flows(
        "total.csv",
        paid("760121", 2015, "300")
            + paid("760121", 2016, "260")
            + paid("760123", 2016, "50")
            + paid("760121", 2015, "7").replace("fiscal", "cadres").replace("元", "人"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760121 710000 2015 fiscal E2W none paid 30000 1",
            "760121 710000 2015 cadres E2W none paid 7 1",
            "760121 710000 2016 fiscal E2W none paid -4000 1");
    assertThat(lines(result.rejects(), 1, 5)).containsExactly("4 CUMULATIVE_GAP");
  }

  @Test
  void totalsFollowTheirCountyThroughRecodesAndMergers(SparkSession spark) {
    files.flows(
        "total.csv",
        paid("760111", 2009, "10")
            + paid("760121", 2010, "12")
            + paid("760112", 2011, "100")
            + paid("760113", 2011, "50")
            + paid("760122", 2012, "170"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .contains(
            "760121 710000 2010 fiscal E2W none paid 200 1",
            "760122 710000 2011 fiscal E2W none paid 15000 2",
            "760122 710000 2012 fiscal E2W none paid 2000 1");
    assertThat(result.rejects().size()).isZero();
  }

  @Test
  void oneOfTwoCountiesThatIsNotStatedLeavesAGapForTheirUnion(SparkSession spark) {
    files.flows(
        "total.csv",
        paid("760112", 2010, "100") + paid("760113", 2010, "50") + paid("760112", 2011, "170"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 1, 5)).containsExactly("4 CUMULATIVE_GAP");
  }

  @Test
  void twoTotalsOfOneYearThatDisagreeAreNoTotal(SparkSession spark) {
    files.flows(
        "total.csv",
        paid("760121", 2015, "10")
            + paid("760121", 2016, "20")
            + paid("760121", 2016, "21")
            + paid("760121", 2017, "30"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 1, 5))
        .containsExactlyInAnyOrder("3 DUP_CONFLICT", "4 DUP_CONFLICT", "5 CUMULATIVE_GAP");
  }

  @Test
  void theSameIdMayStandUnderEveryYearOfItsTotals(SparkSession spark) {
    files.flows(
        "total.csv",
        (paid("760121", 2015, "10") + paid("760121", 2016, "20")).replace("s,,", "s,7,"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).hasSize(2);
    assertThat(total(result).get(0)).isEqualTo("(total) fiscal 3000 2000 0 0 0 0 1000");
  }

  @Test
  void whatIsNotDeclaredIsNeverDifferencedAndToldWhenItNeverFalls(SparkSession spark) {
    StringBuilder rows = new StringBuilder();
    for (String code : List.of("760121", "760122", "760123", "760131", "760132")) {
      for (int year = 2016; year <= 2020; year++) {
        rows.append(paid(code, year, Integer.toString(year * year)));
      }
    }
    files.flows("yearly.csv", rows.toString());

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(result.warnings()).extracting(p -> p.code()).containsExactly("CUMULATIVE_SUSPECT");
    assertThat(total(result).get(1)).isEqualTo("(total) rows 25 25 0 0 0 0 0");
    assertThat(panel(result)).contains("760121 710000 2020 fiscal E2W none paid 408040000 1");
  }

  @Test
  void oneFallOrTooFewCountiesAreNoSuspicion() {
    TreeMap<Integer, Long> rising = new TreeMap<>();
    TreeMap<Integer, Long> falling = new TreeMap<>();
    for (int year = 2016; year <= 2020; year++) {
      rising.put(year, (long) year);
      falling.put(year, year == 2018 ? 1L : year);
    }

    assertThat(NeverFalling.isSuspect(java.util.Collections.nCopies(5, rising))).isTrue();
    assertThat(NeverFalling.isSuspect(java.util.Collections.nCopies(4, rising))).isFalse();
    List<TreeMap<Integer, Long>> mixed =
        new java.util.ArrayList<>(java.util.Collections.nCopies(9, rising));
    mixed.add(falling);
    assertThat(NeverFalling.isSuspect(mixed)).isFalse();
  }
}
