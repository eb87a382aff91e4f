package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/** Yearly flows with a planted change in 2016, and the tables that are made of them. */
final class PlantedSeries {
  static final Windows A = Windows.named("A");
  static final Map<String, Measure> MEASURES =
      Map.of("cadres", Measure.COUNT, "donation", Measure.MONEY);
  static final Params PARAMS =
      Params.of(A, Absent.ZERO, MEASURES).prices(year -> OptionalDouble.of(1));

  /** One recipient of one donor, its value of each year rounded. */
  static Series series(String indicator, int donor, int recipient, IntToDoubleFunction of) {
    return series(A, indicator, donor, recipient, of);
  }

  static Series series(
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
  static List<Series> planted(String indicator, double factor) {
    List<Series> planted = new ArrayList<>();
    for (int donor = 1; donor <= 9; donor++) {
      double size = 1e8 * donor;
      planted.add(series(indicator, donor, donor, year -> size * growth(year, factor)));
    }
    return planted;
  }

  static double growth(int year, double factor) {
    return Math.pow(1.05, year - 1996) * (year >= 2016 ? factor : 1);
  }

  static EffectTables.Result tables(List<Series> series, Params params) {
    return tables(series, params, Set.of());
  }

  static EffectTables.Result tables(List<Series> series, Params params, Set<String> comparison) {
    List<Series> sorted = series.stream().sorted(Series.BY_KEY).toList();
    return new EffectTables(sorted, params, comparison).result(Replicates.onDriver(), 42);
  }

  static List<Integer> where(Frame frame, Map<? extends Field, String> wanted) {
    return IntStream.range(0, frame.size())
        .filter(
            i ->
                wanted.entrySet().stream()
                    .allMatch(w -> w.getValue().equals(String.valueOf(frame.value(i, w.getKey())))))
        .boxed()
        .toList();
  }

  static Object one(Frame frame, Field field, Map<? extends Field, String> wanted) {
    List<Integer> rows = where(frame, wanted);
    assertThat(rows).as("rows with " + wanted).hasSize(1);
    return frame.value(rows.get(0), field);
  }

  private PlantedSeries() {}
}
