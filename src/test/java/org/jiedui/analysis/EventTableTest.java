package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.analysis.PlantedSeries.MEASURES;
import static org.jiedui.analysis.PlantedSeries.PARAMS;
import static org.jiedui.analysis.PlantedSeries.one;
import static org.jiedui.analysis.PlantedSeries.planted;
import static org.jiedui.analysis.PlantedSeries.series;
import static org.jiedui.analysis.PlantedSeries.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.message.InputException;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** Do those whom the change reached part from the others, and not before it? */
class EventTableTest {
  private static final Offset<Double> DIGITS = within(5e-10);
  private static final Windows ELEVEN = new Windows(2008, 2015, 2016, 2018);
  private static final Params SHORT = Params.of(ELEVEN, Absent.ZERO, MEASURES);
  private static final Set<String> LAST_FOUR = Set.of("710116", "710117", "710118", "710119");

  /** Nine pairs; the first five rise in 2016. */
  private static List<Series> nine() {
    List<Series> series = new ArrayList<>();
    for (int unit = 1; unit <= 9; unit++) {
      int i = unit;
      series.add(series(ELEVEN, "cadres", i, i, year -> value(i, year)));
    }
    return series;
  }

  private static int value(int unit, int year) {
    int since = year - 2008;
    int noise = 10 * ((unit * 7 + since * 3 + unit * unit * since) % 11);
    return 100 * unit + noise + (unit <= 5 && year >= 2016 ? 60 * unit + (year - 2016) * 20 : 0);
  }

  private static Object of(Frame events, Field field, int year) {
    return one(events, field, Map.of(EffectEventRow.YEAR, Integer.toString(year)));
  }

  private static double number(Frame events, Field field, int year) {
    return (Double) of(events, field, year);
  }

  /**
   * R 4.2: {@code m <- glm(y ~ factor(unit) + factor(year) + D2008 + … + D2018, poisson, epsilon =
   * 1e-14)}, D of a year 1 for units 1 to 5, without D2015; {@code V <- sandwich::vcovCL(m, unit,
   * type = "HC0", cadjust = FALSE) * 9/8 * 98/(99 - 21)}; {@code F <- t(b[pre]) %*% solve(V[pre,
   * pre]) %*% b[pre] / 5}, pre 2010 to 2014; {@code pf(F, 5, 8, lower.tail = FALSE)}.
   */
  @Test
  void yearsAgainstTheComparisonGroupAreThoseOfR() {
    Frame events = tables(nine(), SHORT, LAST_FOUR).event();
    Map<Integer, double[]> expected =
        new TreeMap<>(
            Map.of(
                2008, new double[] {.0284919557943, .0659042732266},
                2010, new double[] {-.0534251666736, .0660456234543},
                2014, new double[] {.0396652563924, .0792430153702},
                2016, new double[] {.4339570639025, .0661145531219},
                2018, new double[] {.5683328972552, .0441203519863}));
    expected.forEach(
        (year, found) -> {
          assertThat(number(events, EffectEventRow.COEFFICIENT, year)).isCloseTo(found[0], DIGITS);
          assertThat(number(events, EffectEventRow.STD_ERROR, year)).isCloseTo(found[1], DIGITS);
        });
    assertThat(events.size()).isEqualTo(11);
    assertThat(of(events, EffectEventRow.PRE_YEARS, 2015)).isEqualTo(5);
    assertThat(number(events, EffectEventRow.PRE_F, 2015)).isCloseTo(.6870414630, DIGITS);
    assertThat(number(events, EffectEventRow.PRE_P, 2015)).isCloseTo(.6469759506, DIGITS);
    assertThat(number(events, EffectEventRow.PRE_P_WILD, 2015)).isEqualTo(460 / 512.0);
  }

  @Test
  void eachYearIsTheRatioOfRatiosOfTotals() {
    Frame events = tables(nine(), SHORT, LAST_FOUR).event();
    for (int year = 2008; year <= 2018; year++) {
      double ratio = total(1, 5, year) / total(6, 9, year);
      double reference = total(1, 5, 2015) / total(6, 9, 2015);
      assertThat(number(events, EffectEventRow.ESTIMATE, year))
          .isCloseTo(ratio / reference, within(1e-9));
    }
    assertThat(of(events, EffectEventRow.KIND, 2015)).isEqualTo("reference");
    assertThat(of(events, EffectEventRow.CI_LOW, 2015)).isNull();
  }

  private static double total(int from, int to, int year) {
    double sum = 0;
    for (int unit = from; unit <= to; unit++) {
      sum += value(unit, year);
    }
    return sum;
  }

  @Test
  void aRiseBeforeTheChangeIsFoundByTheJointTest() {
    List<Series> rising = new ArrayList<>();
    for (int unit = 1; unit <= 9; unit++) {
      int i = unit;
      double slope = i <= 5 ? .1 : 0;
      rising.add(series(ELEVEN, "cadres", i, i, y -> value(i, y) * Math.exp(slope * (y - 2015))));
    }
    Frame events = tables(rising, SHORT, LAST_FOUR).event();
    assertThat(number(events, EffectEventRow.PRE_P, 2015)).isLessThan(.01);
  }

  @Test
  void withoutAComparisonTheReferenceYearAloneSaysWhy() {
    alone("NO_CONTROL", tables(nine(), SHORT, Set.of()).event());
    alone("NO_CONTRAST", tables(nine(), SHORT, Set.of("710000")).event());
  }

  private static void alone(String code, Frame events) {
    assertThat(events.size()).isEqualTo(1);
    assertThat(of(events, EffectEventRow.ESTIMATE_STATUS, 2015)).isEqualTo(code);
    assertThat(of(events, EffectEventRow.ESTIMATE, 2015)).isNull();
    assertThat(of(events, EffectEventRow.PRE_STATUS, 2015)).isEqualTo(code);
  }

  @Test
  void fewClustersGiveMultiplesWithoutIntervals() {
    Frame events = tables(nine().subList(3, 7), SHORT, Set.of("710116", "710117")).event();
    assertThat(of(events, EffectEventRow.ESTIMATE, 2016)).isNotNull();
    assertThat(of(events, EffectEventRow.CI_STATUS, 2016)).isEqualTo("TOO_FEW_CLUSTERS");
    assertThat(of(events, EffectEventRow.PRE_STATUS, 2015)).isEqualTo("TOO_FEW_CLUSTERS");
  }

  @Test
  void aComparisonIsNamedByRecipientPrefectureOrProvince() {
    List<Series> two = new ArrayList<>(planted("cadres", 2));
    two.add(new Series.Key("720401", "810000", "cadres", "E2W", "none", "paid").empty(25));
    for (String name : List.of("720401", "720400", "720000")) {
      assertThat(Comparison.recipients(Set.of(name), two, Places.BY_CODE))
          .containsExactly("720401");
    }
  }

  @Test
  void aNameThatStandsForNobodyIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> tables(planted("cadres", 2), PARAMS, Set.of("710191", "990000")))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.problems()).hasSize(2);
              assertThat(e.problems())
                  .allSatisfy(p -> assertThat(p.code()).isEqualTo("COMPARISON_UNKNOWN"));
              assertThat(e.getMessage()).contains("did you mean 710111");
            });
  }
}
