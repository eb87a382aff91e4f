package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.analysis.PlantedSeries.PARAMS;
import static org.jiedui.analysis.PlantedSeries.one;
import static org.jiedui.analysis.PlantedSeries.series;
import static org.jiedui.analysis.PlantedSeries.tables;
import static org.jiedui.analysis.PlantedSeries.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiedui.table.EffectDecompositionRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** What is a multiple made of? */
class DecompositionTableTest {
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
}
