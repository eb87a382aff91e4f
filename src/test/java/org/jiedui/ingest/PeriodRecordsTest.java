package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.Measure;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.file.Reason;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Totals over several years from the file to the multiple: never spread, never counted twice. */
@ExtendWith(SharedSpark.class)
class PeriodRecordsTest {
  private static final String HEADER = "来源,县代码,支援省代码,时期,年份,财政资金(元)\n";

  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void open() {
    files = new IngestFixture(dir);
  }

  private IngestResult run(SparkSession spark, String rows) {
    return Ingest.run(spark, files.input("a.csv", HEADER + rows, Input.FLOWS).request("root"));
  }

  private static List<String> all(Frame frame) {
    return lines(frame, IntStream.range(0, frame.fields().size()).toArray());
  }

  @Test
  void aTotalOverSeveralYearsIsInNoYearOfThePanelAndInTheLedgerAllTheWay(SparkSession spark) {
    IngestResult result = run(spark, "甲,760121,,2016-2020,,500\n甲,760121,,,2015,30\n");

    assertThat(panel(result)).containsExactly("760121 710000 2015 fiscal E2W none paid 3000 1");
    assertThat(all(result.periods()))
        .containsExactly("760121 710000 2016 2020 甲 fiscal E2W none paid 50000 1");
    assertThat(result.flags()).containsEntry(Reason.PERIOD_RECORD, 1L);
    assertThat(lines(result.ledger(), 0, 1, 3, 4)).contains("(total) fiscal 53000 53000");
    assertThat(all(result.stages()))
        .contains(
            "a.csv fiscal 元/100 53000 53000 53000 null",
            "(total) fiscal 元/100 53000 53000 53000 53000",
            "(total) rows 行 2 2 2 null");
  }

  @Test
  void besideYearlyRecordsOfItsSourceATotalDoesNotCount(SparkSession spark) {
    IngestResult result =
        run(spark, "甲,760121,,2016-2020,,500\n甲,760121,,,2018,30\n乙,760121,,十三五,,70\n");

    assertThat(all(result.periods()))
        .containsExactly("760121 710000 2016 2020 乙 fiscal E2W none paid 7000 1");
    assertThat(lines(result.reasons(), 1, 2, 3, 5))
        .contains("duplicate DUP_PERIOD rows 1", "duplicate DUP_PERIOD fiscal 50000");
    assertThat(all(result.stages())).contains("(total) fiscal 元/100 60000 60000 10000 10000");
  }

  /** 760111 became 760121 in 2010. */
  @Test
  void theYearsMayBeRecordedUnderAnEarlierCode(SparkSession spark) {
    IngestResult result = run(spark, "甲,760121,,2006-2010,,500\n甲,760111,,,2007,30\n");

    assertThat(result.periods().size()).isZero();
    assertThat(panel(result)).containsExactly("760121 710000 2007 fiscal E2W none paid 3000 1");
  }

  @Test
  void otherPeriodsAreOtherRecordsButOneTotalIsStatedOnce(SparkSession spark) {
    IngestResult result =
        run(
            spark,
            """
            甲,760122,710000,2012-2020,,1
            甲,760122,710000,2012-2014,,2
            甲,760122,710000,2015-2020,,3
            乙,760122,710000,2015-2020,,4
            乙,760122,710000,2015-2020,,4
            丙,760122,710000,2015-2020,,5
            丙,760122,710000,2015-2020,,6
            """);

    assertThat(lines(result.rejects(), 1, 5)).contains("7 DUP_CONFLICT", "8 DUP_CONFLICT");
    assertThat(lines(result.reasons(), 1, 2, 3, 5)).contains("duplicate DUP_EXACT fiscal 400");

    assertThat(lines(result.periods(), 2, 3, 4, 9))
        .containsExactly(
            "2012 2014 甲 200", "2012 2020 甲 100", "2015 2020 乙 400", "2015 2020 甲 300");
  }

  /** 500 + 30 against 100: 5.3 of totals; a price or a trend needs single years. */
  @Test
  void aMultipleOfTotalsTakesTheWindowsThatHoldThemWholeAndSaysSo(SparkSession spark) {
    IngestResult result =
        run(
            spark,
            "甲,760121,,2016-2020,,500\n乙,760121,,,2016,30\n甲,760121,,1996-2015,,100\n"
                + "甲,760121,,2010-2016,,9999\n丙,760121,,2014-2017,,7777\n");
    EffectRatio.Params params =
        EffectRatio.Params.of(
                Windows.named("A"), EffectRatio.Absent.MISSING, Map.of("fiscal", Measure.MONEY))
            .prices(year -> OptionalDouble.of(1))
            .periods(PeriodTotal.of(result.periods()));

    Frame effects = EffectRatio.of(result.panel(), params);

    Frame nation = effects.where(r -> r[effects.index(EffectRatioRow.LEVEL)].equals("nation"));
    assertThat(
            lines(
                nation,
                EffectRatioRow.CONVENTION.ordinal(),
                EffectRatioRow.BEFORE.ordinal(),
                EffectRatioRow.AFTER.ordinal(),
                EffectRatioRow.YEARS_BEFORE.ordinal(),
                EffectRatioRow.YEARS_AFTER.ordinal(),
                EffectRatioRow.RECORDS_AFTER.ordinal(),
                EffectRatioRow.RATIO.ordinal(),
                EffectRatioRow.RATIO_STATUS.ordinal(),
                EffectRatioRow.FLAGS.ordinal()))
        .containsExactly(
            "annual 5.0 106.0 20 5 2 21.2 OK PERIOD_TOTAL",
            "real null null 20 5 2 null PERIOD_TOTAL PERIOD_TOTAL",
            "real_annual null null 20 5 2 null PERIOD_TOTAL PERIOD_TOTAL",
            "total 100.0 530.0 20 5 2 5.3 OK PERIOD_TOTAL");
  }
}
