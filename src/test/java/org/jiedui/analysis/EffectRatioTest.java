package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.Drawn.assertTable;
import static org.jiedui.analysis.DrawnFlows.FISCAL;
import static org.jiedui.analysis.DrawnFlows.PARAMS;
import static org.jiedui.analysis.DrawnFlows.panel;
import static org.jiedui.analysis.DrawnFlows.rows;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** By how much did the later total exceed the earlier one? */
@ExtendWith(SharedSpark.class)
class EffectRatioTest {
  @Test
  void yearsOutsideBothWindowsCountNowhereAndFenBecomeYuan(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2013 | 999999
                710101         | 720000     | 2014 |  10001
                710101         | 720000     | 2015 |  20002
                710101         | 720000     | 2016 |  45000
                710102         | 720000     | 2017 |  45009
                710102         | 720000     | 2018 | 999999
                """);

    assertTable(
        rows(EffectRatio.of(panel, PARAMS), "nation", "total"),
        """
        unit_code | donor_code | before | after  | difference | years_before | years_after | records_before | records_after | ratio     | boundary_rule
        000000    | all        | 300.03 | 900.09 | 600.06     | 2            | 2           | 2              | 2             | 3.0000000 | 2014-2015/2016-2017
        """);
  }

  /** boot::city as ten pairs: statistics.md section 2.2. */
  @Test
  void clustersArePairsAndTheIntervalIsTheReferenceOne(SparkSession spark) {
    int[] u = {138, 93, 61, 179, 48, 37, 29, 23, 30, 2};
    int[] x = {143, 104, 69, 260, 75, 63, 50, 48, 111, 50};
    StringBuilder drawn = new StringBuilder(FISCAL.replace("fiscal", "cadres"));
    drawn.append("recipient_code | donor_code | year | amount\n");
    for (int i = 0; i < 10; i++) {
      // Two recipients a pair: they must be one cluster.
      drawn.append("71010" + i + "|72" + i + "000|2014|" + (u[i] - 1) + "\n");
      drawn.append("71020" + i + "|72" + i + "000|2015|1\n");
      drawn.append("71010" + i + "|72" + i + "000|2016|" + x[i] + "\n");
    }
    Frame found = EffectRatio.of(panel(spark, drawn.toString()), PARAMS);

    assertTable(
        rows(found, "nation", "total"),
        """
        before | after | ratio     | std_error_log | ci_low      | ci_high     | ci_status | ci_method                        | clusters | flags
        640.00 | 973.0 | 1.5203125 | .1249699475   | 1.145927375 | 2.017012725 | OK        | log_delta 0.95 t(9) G/(G-1) active=10 | 10       | ""
        """
            .replace(" .1249", " 0.1249"));
    assertTable(
        rows(found, "nation", "annual"),
        """
        before | after  | difference | ratio     | std_error_log | ci_low
        320.00 | 486.50 | 166.50     | 1.5203125 | 0.1249699475  | 1.145927375
        """);
    Frame normal =
        EffectRatio.of(
            panel(spark, drawn.toString()), PARAMS.intervals(.95, ReferenceDistribution.NORMAL));
    assertTable(
        rows(normal, "nation", "total"),
        """
        ci_low      | ci_high     | ci_method
        1.190030943 | 1.942260502 | log_delta 0.95 normal G/(G-1) active=10
        """);
  }

  @Test
  void everyUndefinedRatioSaysWhyAndKeepsItsDifference(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2016 |    500
                710102         | 720000     | 2014 |    500
                710103         | 720000     | 2014 |      0
                710104         | 720000     | 2014 |   -500
                710104         | 720000     | 2016 |    500
                710105         | 720000     | 2014 |    500
                710105         | 720000     | 2015 |   -100
                710105         | 720000     | 2016 |    800
                710106         | 720000     | 2001 |    800
                """);
    assertTable(
        rows(EffectRatio.of(panel, PARAMS), "county", "total"),
        """
        unit_code | before | after | difference | ratio | ratio_status  | ci_low | ci_status      | flags
        710101    | 0.00   | 5.00  | 5.00       |       | NEW_UNIT      |        | NEW_UNIT       | ""
        710102    | 5.00   | 0.00  | -5.00      | 0.0   | OK            |        | EXITED_UNIT    | EXITED_UNIT
        710103    | 0.00   | 0.00  | 0.00       |       | ALL_ZERO      |        | ALL_ZERO       | ""
        710104    | -5.00  | 5.00  | 10.00      |       | NEGATIVE_BASE |        | NEGATIVE_BASE  | NEGATIVE_VALUE
        710105    | 4.00   | 8.00  | 4.00       | 2.0   | OK            |        | SINGLE_CLUSTER | NEGATIVE_VALUE
        710106    |        |       |            |       | NO_DATA       |        | NO_DATA        | ""
        """);
    Dataset<Row> entering =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2016 |    500
                """);
    assertTable(
        rows(EffectRatio.of(entering, PARAMS), "nation", "total"),
        """
        before | after | difference | ratio | ratio_status
        0.00   | 5.00  | 5.00       |       | ZERO_BASE
        """);
  }

  @Test
  void everyProblemOfTheRequestIsToldAtOnce(SparkSession spark) {
    Params wrong =
        Params.of(new Windows(1996, 2016, 2016, 2020), Absent.UNDECLARED, PARAMS.measures());
    Dataset<Row> narrow = panel(spark, FISCAL + "year | amount\n2014 | 1").drop("donor_code");
    assertThatThrownBy(() -> EffectRatio.of(narrow, wrong))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::code))
                    .containsExactly("OVERLAPPING_WINDOWS", "UNDECLARED_ABSENCE", "TABLE_COLUMN"));
    assertThat(Windows.named("C").problems()).isEmpty();
    assertThat(new Windows(2016, 2015, 2017, 2020).problems()).hasSize(1);
    assertThat(Windows.named("N").statement().zh()).contains("2016–2016 年两边都不计");
  }

  @Test
  void anUndeclaredIndicatorAndAPanelAboveTheBudgetAreRefused(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL.replace("fiscal", "fiscl")
                + "recipient_code | donor_code | year | amount\n710101 | 720000 | 2014 | 1");
    assertThatThrownBy(() -> EffectRatio.of(panel, PARAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean fiscal");
    assertThatThrownBy(() -> EffectRatio.of(panel, PARAMS.cellBudget(3)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("MATRIX_TOO_LARGE");
  }

  @Test
  void overflowEndsTheRunAndIsNeverWrapped(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 | 9223372036854775807
                710101         | 720000     | 2014 | 1
                """);
    assertThatThrownBy(() -> EffectRatio.of(panel, PARAMS)).hasStackTraceContaining("overflow");
  }

  @Test
  void neitherPartitionsNorRowOrderChangeOneBit(SparkSession spark) {
    List<Row> rows = DrawnPanel.random(1500, 42);
    Dataset<Row> panel =
        spark.createDataFrame(rows, org.jiedui.spark.Columns.schema(PanelRow.values()));
    Params params =
        Params.of(Windows.named("A"), Absent.ZERO, PARAMS.measures())
            .prices(year -> OptionalDouble.of(1 / (1 + 0.03 * (2020 - year))));
    Frame one = EffectRatio.of(panel.coalesce(1), params);
    assertThat(one.size()).isGreaterThan(1000);
    for (int partitions : new int[] {2, 7, 64}) {
      Frame other = EffectRatio.of(panel.repartition(partitions), params);
      assertThat(DrawnPanel.bits(other)).isEqualTo(DrawnPanel.bits(one));
    }
    Frame shuffled =
        EffectRatio.of(spark.createDataFrame(DrawnPanel.shuffled(rows, 7), panel.schema()), params);
    assertThat(DrawnPanel.bits(shuffled)).isEqualTo(DrawnPanel.bits(one));
  }
}
