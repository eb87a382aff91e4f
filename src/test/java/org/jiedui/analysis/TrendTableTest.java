package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.analysis.PlantedSeries.MEASURES;
import static org.jiedui.analysis.PlantedSeries.PARAMS;
import static org.jiedui.analysis.PlantedSeries.growth;
import static org.jiedui.analysis.PlantedSeries.one;
import static org.jiedui.analysis.PlantedSeries.planted;
import static org.jiedui.analysis.PlantedSeries.series;
import static org.jiedui.analysis.PlantedSeries.tables;
import static org.jiedui.analysis.PlantedSeries.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** Is a multiple told from the trend going on? */
class TrendTableTest {
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
}
