package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.Drawn.assertTable;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.Drawn;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class EffectRatioTest {
  private static final String FISCAL =
      "with: indicator=fiscal, direction=E2W, form=none, status=paid, records=1\n";
  private static final Windows TWO = new Windows(2014, 2015, 2016, 2017);
  private static final Params PARAMS =
      Params.of(
          TWO,
          Absent.ZERO,
          Map.of("fiscal", Measure.MONEY, "donation", Measure.MONEY, "cadres", Measure.COUNT));

  private static Dataset<Row> panel(SparkSession spark, String drawn) {
    return Drawn.table(spark, PanelRow.values(), drawn);
  }

  private static Frame rows(Frame table, String level, String convention) {
    int levels = table.index(EffectRatioRow.LEVEL);
    int conventions = table.index(EffectRatioRow.CONVENTION);
    return table.where(r -> r[levels].equals(level) && r[conventions].equals(convention));
  }

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
  void annualisingDividesByCalendarYears(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2000 |   1000
                710101         | 720000     | 2020 |   5800
                """);
    Params a = Params.of(Windows.named("A"), Absent.ZERO, Map.of("fiscal", Measure.MONEY));
    assertTable(
        rows(EffectRatio.of(panel, a), "nation", "annual"),
        """
        boundary_rule | before | after | difference | years_before | years_after | ratio
        A             | 0.50   | 11.60 | 11.10      | 1            | 1           | 23.2000000000
        """);
  }

  /** statistics.md section 2.1: amounts 100, 100 | 300, 330 with D = .8, .9 | 1, 1.1. */
  @Test
  void realTotalsDivideEachYearByItsPrice(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  10000
                710101         | 720000     | 2015 |  10000
                710101         | 720000     | 2016 |  30000
                710101         | 720000     | 2017 |  33000
                """);
    double[] index = {.8, .9, 1, 1.1};
    Frame found =
        EffectRatio.of(panel, PARAMS.prices(year -> OptionalDouble.of(index[year - 2014])));
    assertTable(
        rows(found, "nation", "total"),
        """
        ratio
        3.150000000
        """);
    assertTable(
        rows(found, "nation", "real"),
        """
        before  | after  | ratio
        236.111 | 600.00 | 2.541176471
        """);
    Frame gap =
        EffectRatio.of(
            panel, PARAMS.prices(y -> y == 2015 ? OptionalDouble.empty() : OptionalDouble.of(1)));
    assertTable(
        rows(gap, "nation", "real"),
        """
        before | after | difference | ratio | ratio_status | ci_status
               |       |            |       | DEFLATOR_GAP | DEFLATOR_GAP
        """);
  }

  @Test
  void headsAreNeverDeflated(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL.replace("fiscal", "cadres")
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  3
                """);
    assertThat(rows(EffectRatio.of(panel, PARAMS), "nation", "real").size()).isZero();
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
  void onePairIsClusteredByCountyAndFewClustersGiveNoInterval(SparkSession spark) {
    StringBuilder drawn = new StringBuilder(FISCAL);
    drawn.append("recipient_code | donor_code | year | amount\n");
    for (int county = 1; county <= 5; county++) {
      drawn.append("71010" + county + "|720000|2014|" + (100 + county) + "\n");
      drawn.append("71010" + county + "|720000|2016|" + (300 - 7 * county * county) + "\n");
    }
    drawn.append("730101|720000|2014|50\n730101|720000|2016|80\n");
    Frame found = EffectRatio.of(panel(spark, drawn.toString()), PARAMS);
    assertTable(
        rows(found, "pair", "total"),
        """
        unit_code | donor_code | clusters | ci_status      | flags                    | ci_method
        710000    | 720000     | 5        | OK             | CLUSTER_BELOW_ASSIGNMENT | log_delta 0.95 t(4) G/(G-1) active=5
        730000    | 720000     | 1        | SINGLE_CLUSTER | ""                       | log_delta 0.95 t(0) G/(G-1) active=1
        """);
    assertTable(
        rows(found, "nation", "total"),
        """
        clusters | ci_low | std_error_log | ci_status        | flags
        2        |        |               | TOO_FEW_CLUSTERS | ""
        """);
  }

  @Test
  void declaredLinksWithoutFlowCountAsClustersButNotAsActiveOnes(SparkSession spark) {
    StringBuilder drawn = new StringBuilder(FISCAL);
    drawn.append("recipient_code | donor_code | year | amount\n");
    for (int county = 1; county <= 5; county++) {
      drawn.append("71010" + county + "|720000|2014|" + (100 + county) + "\n");
      drawn.append("71010" + county + "|720000|2016|" + (300 - 7 * county * county) + "\n");
    }
    Params declared =
        PARAMS.places(
            Places.BY_CODE, Set.of(new Link("720000", "710109"), new Link("720000", "740101")));
    Frame found = EffectRatio.of(panel(spark, drawn.toString()), declared);
    assertTable(
        rows(found, "pair", "total"),
        """
        unit_code | clusters | ci_status | ci_method
        710000    | 6        | OK        | log_delta 0.95 t(5) G/(G-1) active=5
        """);
    assertTable(
        rows(found, "nation", "total"),
        """
        clusters | ci_status      | ci_method
        2        | SINGLE_CLUSTER | log_delta 0.95 t(1) G/(G-1) active=1
        """);
  }

  @Test
  void directionsAndFormsAreSummedWhereThereAreSeveral(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            """
            with: recipient_code=710101, donor_code=720000, status=paid, records=1
            indicator | direction | form | year | amount
            donation  | E2W       | cash | 2014 |    100
            donation  | E2W       | kind | 2014 |    100
            donation  | E2W       | cash | 2016 |    700
            donation  | E2W       | kind | 2016 |    100
            cadres    | E2W       | none | 2014 |      1
            cadres    | W2E       | none | 2014 |      1
            cadres    | E2W       | none | 2016 |      5
            """);
    assertTable(
        rows(EffectRatio.of(panel, PARAMS), "nation", "total"),
        """
        indicator | direction | form | before | after | ratio | records_before
        cadres    | E2W       | none | 1      | 5     | 5.0   | 1
        cadres    | W2E       | none | 1      | 0     | 0.0   | 1
        cadres    | both      | none | 2      | 5     | 2.5   | 2
        donation  | E2W       | all  | 2      | 8     | 4.0   | 2
        donation  | E2W       | cash | 1      | 7     | 7.0   | 1
        donation  | E2W       | kind | 1      | 1     | 1.0   | 1
        """);
  }

  @Test
  void unitsOfEveryLevelAddUpAndAUnionBelongsToItsMembersPlaces(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101+710102  | 720000     | 2014 | 100
                710101+710102  | 720000     | 2016 | 200
                710201         | UNASSIGNED | 2014 | 100
                710201         | 750000     | 2016 | 400
                """);
    Frame found =
        EffectRatio.of(
            panel,
            PARAMS.places(
                new Places(
                    Map.of(), Map.of("710000", "南岭省", "720000", "东江省"), Map.of(), Map.of(), ""),
                Set.of()));
    int convention = found.index(EffectRatioRow.CONVENTION);
    assertTable(
        found.where(row -> row[convention].equals("total")),
        """
        level              | unit_code     | donor_code | unit_name     | before | after | ratio_status
        county             | 710101+710102 | all        | 710101+710102 | 1      | 2     | OK
        county             | 710201        | all        | 710201        | 1      | 4     | OK
        donor_province     | 720000        | 720000     | 东江省           | 1      | 2     | OK
        donor_province     | 750000        | 750000     | 750000        | 0      | 4     | NEW_UNIT
        donor_province     | UNASSIGNED    | UNASSIGNED | 支援省未定         | 1      | 0     | OK
        nation             | 000000        | all        | 全国            | 2      | 6     | OK
        pair               | 710000        | 720000     | 东江省→南岭省       | 1      | 2     | OK
        pair               | 710000        | 750000     | 750000→南岭省    | 0      | 4     | NEW_UNIT
        pair               | 710000        | UNASSIGNED | 支援省未定→南岭省     | 1      | 0     | OK
        prefecture         | 710100        | all        | 710100        | 1      | 2     | OK
        prefecture         | 710200        | all        | 710200        | 1      | 4     | OK
        recipient_province | 710000        | all        | 南岭省           | 2      | 6     | OK
        """);
  }

  @Test
  void whereAbsentMeansMissingTheAnnualRatioUsesRecordedYearsOfLinksOnBothSides(
      SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 | 100
                710101         | 720000     | 2016 | 400
                710101         | 720000     | 2017 | 600
                710102         | 720000     | 2014 | 100
                710102         | 720000     | 2015 | 300
                710102         | 720000     | 2016 | 400
                710103         | 720000     | 2016 | 900
                """);
    Params missing = Params.of(TWO, Absent.MISSING, PARAMS.measures());
    Frame found = EffectRatio.of(panel, missing);
    // Means 1 and 2 before, 5 and 4 after; 710103 has no record before.
    assertTable(
        rows(found, "nation", "annual"),
        """
        before | after | ratio | flags
        3.00   | 9.00  | 3.0   | CLUSTER_BELOW_ASSIGNMENT;MISSING_YEARS=5
        """);
    assertTable(
        rows(found, "county", "annual"),
        """
        unit_code | ratio | ratio_status | flags
        710101    | 5.0   | OK           | MISSING_YEARS=1
        710102    | 2.0   | OK           | MISSING_YEARS=1
        710103    |       | NO_DATA      | MISSING_YEARS=3
        """);
  }

  @Test
  void perHeadDividesByPersonYearsAndIsAbsentWhereAYearIsUnknown(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  2000
                710101         | 720000     | 2016 |  6600
                710102         | 720000     | 2014 |  1000
                """);
    Map<Integer, Double> heads = Map.of(2014, 10., 2015, 10., 2016, 11., 2017, 11.);
    Frame found =
        EffectRatio.of(
            panel, PARAMS.population(Map.of("710101", heads, "710102", Map.of(2014, 5.))));
    assertTable(
        rows(found, "county", "per_head"),
        """
        unit_code | before | after | ratio    | ratio_status | flags
        710101    | 1.00   | 3.00  | 3.000000 | OK           | ""
        710102    |        |       |          | NO_DATA      | MISSING_YEARS
        """);
  }

  @Test
  void changesOfDefinitionMarkPerHeadRowsAndNewDistrictsTheirOwn(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  2000
                710101         | 720000     | 2016 |  6600
                710102         | 720000     | 2014 |  1000
                710102         | 720000     | 2016 |  1000
                """);
    Map<Integer, Double> heads = Map.of(2014, 10., 2015, 10., 2016, 11., 2017, 11.);
    Frame found =
        EffectRatio.of(
            panel,
            PARAMS
                .population(Map.of("710101", heads, "710102", heads))
                .changes(Set.of("710101"), Set.of("710102")));

    assertTable(
        rows(found, "county", "per_head"),
        """
        unit_code | flags
        710101    | DEFINITION_BREAK
        710102    | BECAME_DISTRICT
        """);
    assertTable(
        rows(found, "county", "total"),
        """
        unit_code | flags
        710101    | ""
        710102    | BECAME_DISTRICT
        """);
    assertThat(rows(found, "nation", "per_head").text(0, EffectRatioRow.FLAGS))
        .contains("DEFINITION_BREAK")
        .doesNotContain("BECAME_DISTRICT");
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
