package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.analysis.PlantedSeries.A;
import static org.jiedui.analysis.PlantedSeries.MEASURES;
import static org.jiedui.analysis.PlantedSeries.PARAMS;
import static org.jiedui.analysis.PlantedSeries.growth;
import static org.jiedui.analysis.PlantedSeries.one;
import static org.jiedui.analysis.PlantedSeries.planted;
import static org.jiedui.analysis.PlantedSeries.series;
import static org.jiedui.analysis.PlantedSeries.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** Which multiple does a sentence mean? Every convention changes it as it should. */
class ConventionTableTest {
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
}
