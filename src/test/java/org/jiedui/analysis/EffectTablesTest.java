package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.spark.Columns;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.SimulatedCoverage;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectDecompositionRow;
import org.jiedui.table.EffectIntervalRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectPlaceboUnitRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class EffectTablesTest {
  private static final Windows A = Windows.named("A");
  private static final Map<String, Measure> MEASURES =
      Map.of("cadres", Measure.COUNT, "donation", Measure.MONEY);
  private static final Params PARAMS =
      Params.of(A, Absent.ZERO, MEASURES).prices(year -> OptionalDouble.of(1));

  /** One recipient of one donor, its value of each year rounded. */
  private static Series series(String indicator, int donor, int recipient, IntToDoubleFunction of) {
    return series(A, indicator, donor, recipient, of);
  }

  private static Series series(
      Windows windows, String indicator, int donor, int recipient, IntToDoubleFunction of) {
    long[] amounts =
        Arrays.stream(windows.years()).mapToLong(y -> Math.round(of.applyAsDouble(y))).toArray();
    long[] records = Arrays.stream(amounts).map(amount -> amount == 0 ? 0 : 1).toArray();
    return new Series(
        "7101" + (10 + recipient),
        "8" + donor + "0000",
        indicator,
        "E2W",
        "none",
        "paid",
        amounts,
        records,
        new long[] {Arrays.stream(amounts).filter(amount -> amount < 0).count()},
        WholePeriods.NONE);
  }

  /** Nine donors with one recipient each that grow by 5 % a year and by a factor in 2016. */
  private static List<Series> planted(String indicator, double factor) {
    List<Series> planted = new ArrayList<>();
    for (int donor = 1; donor <= 9; donor++) {
      double size = 1e8 * donor;
      planted.add(series(indicator, donor, donor, year -> size * growth(year, factor)));
    }
    return planted;
  }

  private static double growth(int year, double factor) {
    return Math.pow(1.05, year - 1996) * (year >= 2016 ? factor : 1);
  }

  private static EffectTables.Result tables(List<Series> series, Params params) {
    return tables(series, params, Set.of());
  }

  private static EffectTables.Result tables(
      List<Series> series, Params params, Set<String> comparison) {
    List<Series> sorted = series.stream().sorted(Series.BY_KEY).toList();
    return new EffectTables(sorted, params, comparison).result(Replicates.onDriver(), 42);
  }

  private static List<Integer> where(Frame frame, Map<? extends Field, String> wanted) {
    return IntStream.range(0, frame.size())
        .filter(
            i ->
                wanted.entrySet().stream()
                    .allMatch(w -> w.getValue().equals(frame.text(i, w.getKey()))))
        .boxed()
        .toList();
  }

  private static Object one(Frame frame, Field field, Map<? extends Field, String> wanted) {
    List<Integer> rows = where(frame, wanted);
    assertThat(rows).as("rows with " + wanted).hasSize(1);
    return frame.value(rows.get(0), field);
  }

  private static Map<EffectConventionRow, String> convention(
      String scale, String adjustment, String rule) {
    return Map.of(
        EffectConventionRow.SCALE,
        scale,
        EffectConventionRow.PRICES,
        "nominal",
        EffectConventionRow.ADJUSTMENT,
        adjustment,
        EffectConventionRow.BOUNDARY_RULE,
        rule,
        EffectConventionRow.ENTRANTS,
        "in",
        EffectConventionRow.ABSENT,
        "zero");
  }

  @Test
  void aTrendIsToldFromAPlantedMultiple() {
    Frame conventions = tables(planted("cadres", 2), PARAMS).convention();
    double annual =
        (Double) one(conventions, EffectConventionRow.ESTIMATE, convention("annual", "naive", "A"));
    double trend =
        (Double) one(conventions, EffectConventionRow.ESTIMATE, convention("annual", "trend", "A"));
    assertThat(trend).isCloseTo(2, within(1e-6));
    double earlier = IntStream.rangeClosed(1996, 2015).mapToDouble(y -> growth(y, 2)).sum() / 20;
    double later = IntStream.rangeClosed(2016, 2020).mapToDouble(y -> growth(y, 2)).sum() / 5;
    assertThat(annual).isCloseTo(later / earlier, within(1e-6));
    assertThat(annual).isGreaterThan(3);
  }

  @Test
  void everyBoundaryRuleStandsInTheTableAndDNeedsDates() {
    Frame conventions = tables(planted("cadres", 2), PARAMS).convention();
    Set<String> rules =
        IntStream.range(0, conventions.size())
            .mapToObj(i -> conventions.text(i, EffectConventionRow.BOUNDARY_RULE))
            .collect(Collectors.toSet());
    assertThat(rules).containsExactlyInAnyOrder("A", "B", "N", "D");
    assertThat(
            one(
                conventions,
                EffectConventionRow.ESTIMATE_STATUS,
                convention("total", "naive", "D")))
        .isEqualTo("NEEDS_DATES");
  }

  @Test
  void withoutPricesRealMultiplesAreADeflatorGapAndWithoutControlsComparedOnesAreNull() {
    Params noPrices = Params.of(A, Absent.ZERO, MEASURES);
    Frame conventions = tables(planted("donation", 2), noPrices).convention();
    for (int i = 0; i < conventions.size(); i++) {
      String status = conventions.text(i, EffectConventionRow.ESTIMATE_STATUS);
      boolean real = conventions.text(i, EffectConventionRow.PRICES).equals("real");
      boolean dated = conventions.text(i, EffectConventionRow.BOUNDARY_RULE).equals("D");
      boolean did = conventions.text(i, EffectConventionRow.ADJUSTMENT).equals("did");
      boolean perHead = conventions.text(i, EffectConventionRow.SCALE).equals("per_head");
      String expected =
          dated
              ? "NEEDS_DATES"
              : real ? "DEFLATOR_GAP" : perHead ? "NO_DATA" : did ? "NO_CONTROL" : "OK";
      assertThat(status).isEqualTo(expected);
      assertThat(conventions.value(i, EffectConventionRow.ESTIMATE) == null)
          .isEqualTo(!expected.equals("OK"));
    }
  }

  /** Treated 1000 → 3000 a year, compared 1000 → 1500: the ratio of ratios is 2. */
  @Test
  void againstAComparisonGroupTheMultipleIsARatioOfRatios() {
    List<Series> series = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      double later = i <= 4 ? 3000 : 1500;
      series.add(series("cadres", i, i, year -> year >= 2016 ? later : 1000));
    }
    Set<String> comparison = Set.of("710115", "710116", "710117", "710118");
    Frame conventions = tables(series, PARAMS, comparison).convention();
    assertThat(
            (Double)
                one(conventions, EffectConventionRow.ESTIMATE, convention("annual", "did", "A")))
        .isCloseTo(2, within(1e-9));
  }

  @Test
  void headsAndEntrantsEachChangeTheMultiple() {
    List<Series> series = new ArrayList<>(planted("cadres", 2));
    series.add(series("cadres", 9, 20, year -> year >= 2016 ? 1e9 : 0));
    Map<String, Map<Integer, Double>> heads =
        series.stream()
            .collect(
                Collectors.toMap(
                    Series::recipient,
                    one ->
                        Arrays.stream(A.years())
                            .boxed()
                            .collect(Collectors.toMap(y -> y, y -> y >= 2016 ? 20.0 : 10.0))));
    Frame conventions = tables(series, PARAMS.population(heads)).convention();
    double annual =
        (Double) one(conventions, EffectConventionRow.ESTIMATE, convention("annual", "naive", "A"));
    double perHead =
        (Double)
            one(conventions, EffectConventionRow.ESTIMATE, convention("per_head", "naive", "A"));
    double perHeadTrend =
        (Double)
            one(conventions, EffectConventionRow.ESTIMATE, convention("per_head", "trend", "A"));
    double annualTrend =
        (Double) one(conventions, EffectConventionRow.ESTIMATE, convention("annual", "trend", "A"));
    assertThat(perHead).isCloseTo(annual / 2, within(1e-9));
    assertThat(perHeadTrend).isCloseTo(annualTrend / 2, within(1e-9));
    var without = new java.util.HashMap<>(convention("annual", "naive", "A"));
    without.put(EffectConventionRow.ENTRANTS, "out");
    assertThat((Double) one(conventions, EffectConventionRow.ESTIMATE, without)).isLessThan(annual);
  }

  @Test
  void shapesOfATrendAreRecoveredAtEveryLevel() {
    Frame trends = tables(planted("cadres", 2), PARAMS).trend();
    Map<EffectTrendRow, String> nation =
        Map.of(
            EffectTrendRow.LEVEL, "nation",
            EffectTrendRow.SHAPE, "slope_change",
            EffectTrendRow.TERM, "post");
    assertThat((Double) one(trends, EffectTrendRow.ESTIMATE, nation)).isCloseTo(2, within(1e-6));
    assertThat(one(trends, EffectTrendRow.CI_STATUS, nation)).isEqualTo("OK");
    Map<EffectTrendRow, String> donor =
        Map.of(
            EffectTrendRow.LEVEL, "donor_province",
            EffectTrendRow.UNIT_CODE, "810000",
            EffectTrendRow.SHAPE, "trend",
            EffectTrendRow.TERM, "trend");
    assertThat((Double) one(trends, EffectTrendRow.ESTIMATE, donor)).isCloseTo(1.05, within(1e-6));
    assertThat(one(trends, EffectTrendRow.CI_STATUS, donor)).isEqualTo("SINGLE_CLUSTER");
  }

  @Test
  void refundsAreRefusedByThePoissonModelAndZeroesAreSeparated() {
    List<Series> refunds = new ArrayList<>(planted("cadres", 2));
    refunds.set(0, series("cadres", 1, 1, year -> year == 2000 ? -5 : 100));
    Map<EffectTrendRow, String> nation =
        Map.of(EffectTrendRow.LEVEL, "nation", EffectTrendRow.SHAPE, "level");
    assertThat(one(tables(refunds, PARAMS).trend(), EffectTrendRow.ESTIMATE_STATUS, nation))
        .isEqualTo("NEGATIVE_VALUE");
    List<Series> zeroes = new ArrayList<>(planted("cadres", 2));
    Series nothing = series("cadres", 1, 1, year -> 0);
    Arrays.fill(nothing.records(), 1);
    zeroes.set(0, nothing);
    assertThat((String) one(tables(zeroes, PARAMS).trend(), EffectTrendRow.FLAGS, nation))
        .isEqualTo("SEPARATED=25");
  }

  @Test
  void windowsThatAreTooShortGiveNoTrendAndNoRank() {
    Windows few = new Windows(2012, 2015, 2016, 2017);
    List<Series> series =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> series(few, "cadres", i, i, year -> 100.0 * i + year))
            .toList();
    EffectTables.Result result = tables(series, Params.of(few, Absent.ZERO, MEASURES));
    assertThat(
            one(
                result.trend(),
                EffectTrendRow.ESTIMATE_STATUS,
                Map.of(EffectTrendRow.LEVEL, "nation", EffectTrendRow.SHAPE, "trend")))
        .isEqualTo("TOO_SHORT");
    assertThat(
            one(
                result.placebo(),
                EffectPlaceboRow.P_STATUS,
                Map.of(EffectPlaceboRow.ADJUSTMENT, "naive")))
        .isEqualTo("TOO_SHORT");
  }

  @Test
  void aPlantedBreakRanksFirstAmongTwelveYears() {
    Frame placebos = tables(planted("cadres", 4), PARAMS).placebo();
    for (String adjustment : List.of("naive", "trend")) {
      Map<EffectPlaceboRow, String> actual =
          Map.of(EffectPlaceboRow.ADJUSTMENT, adjustment, EffectPlaceboRow.KIND, "actual");
      assertThat(one(placebos, EffectPlaceboRow.RANK, actual)).isEqualTo(1);
      assertThat(one(placebos, EffectPlaceboRow.CUTS, actual)).isEqualTo(11);
      assertThat((Double) one(placebos, EffectPlaceboRow.P_VALUE, actual))
          .isCloseTo(1 / 12.0, within(1e-15));
    }
  }

  /** Treated 1000 to 3000, compared 1000 to 1000 + 100 i: each of them against the five others. */
  @Test
  void eachRecipientOfTheComparisonGroupStandsInForTheTreated() {
    List<Series> series = new ArrayList<>();
    series.add(series("cadres", 1, 0, year -> year >= 2016 ? 3000 : 1000));
    for (int i = 1; i <= 6; i++) {
      double later = 1000 + 100 * i;
      series.add(series("cadres", 1 + i, i, year -> year >= 2016 ? later : 1000));
    }
    Set<String> comparison = Set.of("710111", "710112", "710113", "710114", "710115", "710116");
    Frame placebos = tables(series, PARAMS, comparison).placeboUnit();
    Map<EffectPlaceboUnitRow, String> last = Map.of(EffectPlaceboUnitRow.UNIT_CODE, "710116");
    assertThat((Double) one(placebos, EffectPlaceboUnitRow.ESTIMATE, last))
        .isCloseTo(1.6 / 1.3, within(1e-12));
    Map<EffectPlaceboUnitRow, String> actual = Map.of(EffectPlaceboUnitRow.KIND, "actual");
    assertThat((Double) one(placebos, EffectPlaceboUnitRow.ESTIMATE, actual))
        .isCloseTo(3 / 1.35, within(1e-12));
    assertThat(one(placebos, EffectPlaceboUnitRow.RANK, actual)).isEqualTo(1);
    assertThat((Double) one(placebos, EffectPlaceboUnitRow.P_VALUE, actual))
        .isCloseTo(1 / 7.0, within(1e-15));
  }

  @Test
  void fewPlaceboUnitsGiveNoRankAndNoneGiveNoControl() {
    List<Series> series = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      series.add(series("cadres", i, i, year -> year >= 2016 ? 3000 : 1000));
    }
    Map<EffectPlaceboUnitRow, String> actual = Map.of(EffectPlaceboUnitRow.KIND, "actual");
    Frame few =
        tables(series, PARAMS, Set.of("710111", "710112", "710113", "710114")).placeboUnit();
    assertThat(one(few, EffectPlaceboUnitRow.P_STATUS, actual)).isEqualTo("TOO_FEW_CONTROLS");
    Frame none = tables(series, PARAMS).placeboUnit();
    assertThat(one(none, EffectPlaceboUnitRow.ESTIMATE_STATUS, actual)).isEqualTo("NO_CONTROL");
    assertThat(one(none, EffectPlaceboUnitRow.P_STATUS, actual)).isEqualTo("NO_CONTROL");
    Frame all =
        tables(series, PARAMS, Set.of("710111", "710112", "710113", "710114", "710115", "710116"))
            .placeboUnit();
    assertThat(one(all, EffectPlaceboUnitRow.ESTIMATE_STATUS, actual)).isEqualTo("NO_CONTRAST");
  }

  @Test
  void theChangeOfLevelHasTheWildPWhileClustersAreFew() {
    List<Series> series = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      int k = i;
      series.add(series("cadres", i, i, y -> 1000 * k * growth(y, 3) + 40 * ((y * k * 7) % 13)));
    }
    Frame trends = tables(series, PARAMS).trend();
    Map<EffectTrendRow, String> nation =
        Map.of(
            EffectTrendRow.LEVEL, "nation",
            EffectTrendRow.SHAPE, "trend",
            EffectTrendRow.TERM, "post");
    assertThat((Double) one(trends, EffectTrendRow.P_VALUE_WILD, nation))
        .isBetween(2 / 512.0, 0.05);
    assertThat(where(trends, Map.of(EffectTrendRow.LEVEL, "donor_province")))
        .allSatisfy(i -> assertThat(trends.value(i, EffectTrendRow.P_VALUE_WILD)).isNull());
  }

  /** Statistics.md section 2.4: pre (10,20,30,0,40,0), post (30,30,90,50,0,0). */
  @Test
  void entryExitAndContributionsAreTheReferenceOnes() {
    double[][] sides = {{10, 30}, {20, 30}, {30, 90}, {0, 50}, {40, 0}, {0, 0}};
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < sides.length; i++) {
      double[] side = sides[i];
      series.add(
          series("cadres", i, i, year -> year == 2000 ? side[0] : year == 2018 ? side[1] : 0));
    }
    Frame parts = tables(series, PARAMS).decomposition();
    Map<String, Double> expected =
        Map.of(
            "ratio_total", 2.0,
            "ratio_continuing", 2.5,
            "factor_exit", .6,
            "factor_entry", 4 / 3.0,
            "unit_mean", 2.5,
            "unit_median", 3.0,
            "unit_geometric_mean", 2.381101578);
    expected.forEach(
        (component, value) ->
            assertThat(
                    (Double)
                        one(
                            parts,
                            EffectDecompositionRow.VALUE,
                            Map.of(EffectDecompositionRow.COMPONENT, component)))
                .as(component)
                .isCloseTo(value, within(5e-10)));
    Map<EffectDecompositionRow, String> contributions =
        Map.of(
            EffectDecompositionRow.COMPONENT, "contribution",
            EffectDecompositionRow.LEVEL, "donor_province");
    double sum =
        where(parts, contributions).stream()
            .mapToDouble(i -> (Double) parts.value(i, EffectDecompositionRow.VALUE))
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(
            one(
                parts,
                EffectDecompositionRow.FLAGS,
                Map.of(EffectDecompositionRow.COMPONENT, "signed_rank")))
        .isEqualTo("SMALL_N");
  }

  @Test
  void onlyEnteringAndLeavingUnitsAreNoContinuingUnits() {
    List<Series> series =
        List.of(
            series("cadres", 1, 1, year -> year == 2000 ? 5 : 0),
            series("cadres", 2, 2, year -> year == 2018 ? 5 : 0));
    assertThat(
            one(
                tables(series, PARAMS).decomposition(),
                EffectDecompositionRow.VALUE_STATUS,
                Map.of(EffectDecompositionRow.COMPONENT, "unit_mean")))
        .isEqualTo("NO_CONTINUING_UNITS");
  }

  private static Map<EffectIntervalRow, String> interval(String method) {
    return Map.of(EffectIntervalRow.LEVEL, "nation", EffectIntervalRow.METHOD, method);
  }

  private static List<Series> pairs(double[][] sides) {
    return IntStream.range(0, sides.length)
        .mapToObj(
            i ->
                series(
                    "cadres",
                    i,
                    i,
                    year -> year == 2000 ? sides[i][0] : year == 2018 ? sides[i][1] : 0))
        .toList();
  }

  @Test
  void everyMethodOfAnIntervalIsOfferedWhereItHolds() {
    double[][] nine = new double[9][];
    for (int i = 0; i < 9; i++) {
      nine[i] = new double[] {100 + 7 * i, 200 + (i % 3) * 40};
    }
    Frame intervals = tables(pairs(nine), PARAMS).interval();
    for (String method :
        List.of("log_delta", "fieller", "jackknife", "percentile", "bca", "conditional")) {
      assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval(method)))
          .as(method)
          .isEqualTo("OK");
      double low = (Double) one(intervals, EffectIntervalRow.CI_LOW, interval(method));
      double ratio = (Double) one(intervals, EffectIntervalRow.RATIO, interval(method));
      double high = (Double) one(intervals, EffectIntervalRow.CI_HIGH, interval(method));
      assertThat(ratio).as(method).isBetween(low, high);
    }
    assertThat(one(intervals, EffectIntervalRow.REPLICATES, interval("bca"))).isEqualTo(9999);
    assertThat(one(intervals, EffectIntervalRow.COVERAGE_SIMULATED, interval("bca")))
        .isEqualTo(SimulatedCoverage.BCA.at(9));
    assertThat(one(intervals, EffectIntervalRow.COVERAGE_SIMULATED, interval("conditional")))
        .isNull();
  }

  @Test
  void everyMethodThatCoversBadlyIsNamedAtItsNumberOfClusters() {
    assertThat(Estimates.coverage(24).orElseThrow().en())
        .contains("With 24 clusters")
        .contains("log-delta 87 %", "Fieller 90 %", "jackknife 90 %")
        .contains("bootstrap percentile 86 %", "bootstrap BCa 84 %");
    assertThat(Estimates.coverage(30).orElseThrow().zh())
        .contains("聚类数为 30", "对数线性化 90 %", "BCa 自助 87 %")
        .doesNotContain("刀切", "Fieller");
    assertThat(Estimates.coverage(200).orElseThrow().en()).contains("bootstrap BCa 90 %");
  }

  @Test
  void fewClustersLeaveTheJackknifeOnly() {
    double[][] four = {{100, 200}, {110, 300}, {90, 150}, {80, 260}};
    Frame intervals = tables(pairs(four), PARAMS).interval();
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("log_delta")))
        .isEqualTo("TOO_FEW_CLUSTERS");
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("jackknife"))).isEqualTo("OK");
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("bca")))
        .isEqualTo("TOO_FEW_CLUSTERS");
  }

  @Test
  void aConcentratedBaseIsUnboundedByFiellerAndUnstableUnderResampling() {
    double[][] lone = new double[8][];
    for (int i = 0; i < 8; i++) {
      lone[i] = new double[] {i == 0 ? 900 : 0, 100 + i};
    }
    Frame intervals = tables(pairs(lone), PARAMS).interval();
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("fieller")))
        .isEqualTo("FIELLER_UNBOUNDED");
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("bca")))
        .isEqualTo("BOOT_UNSTABLE");
    assertThat((Integer) one(intervals, EffectIntervalRow.UNDEFINED, interval("bca")))
        .isGreaterThan(10);
  }

  @Test
  void partitionsAndOrderCannotBeSeenInAnyTable(SparkSession spark) {
    List<Row> rows = DrawnPanel.random(400, 7);
    var schema = Columns.schema(PanelRow.values());
    var one = spark.createDataFrame(rows, schema).coalesce(1);
    var seven = spark.createDataFrame(DrawnPanel.shuffled(rows, 8), schema).repartition(7);
    List<Frame> first = EffectTables.of(one, PARAMS, Set.of(), 42).all();
    List<Frame> second = EffectTables.of(seven, PARAMS, Set.of(), 42).all();
    for (int t = 0; t < first.size(); t++) {
      assertThat(DrawnPanel.bits(second.get(t))).isEqualTo(DrawnPanel.bits(first.get(t)));
      assertThat(first.get(t).size()).isPositive();
    }
  }
}
