package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.analysis.PlantedSeries.PARAMS;
import static org.jiedui.analysis.PlantedSeries.one;
import static org.jiedui.analysis.PlantedSeries.planted;
import static org.jiedui.analysis.PlantedSeries.series;
import static org.jiedui.analysis.PlantedSeries.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectPlaceboUnitRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** How unusual is the actual change among years and recipients in which nothing happened? */
class PlaceboTablesTest {
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
}
