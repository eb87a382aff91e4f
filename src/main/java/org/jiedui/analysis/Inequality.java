package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jiedui.analysis.RegionSlice.Weighting;
import org.jiedui.table.Frame;
import org.jiedui.table.InequalityPartsRow;
import org.jiedui.table.InequalityRow;
import org.jiedui.table.Status;

/**
 * How unequal are regions, year by year; did that change between the two windows; and how much of
 * it lies between zones, between provinces and within them?
 *
 * <p>Intervals: jackknife over provinces, the level at which pairs are made, with Student's t of G
 * − 1 degrees of freedom. Source: Cowell (2011), Measuring Inequality.
 */
public final class Inequality {
  private Inequality() {}

  /** The tables {@code inequality} and {@code inequality_parts}. */
  public record Result(Frame measures, Frame parts) {}

  /** From the table {@code region_year}. */
  public static Result of(Frame regionYear, InequalityParams params) {
    return of(RegionValue.of(regionYear), params);
  }

  /** The same from values at hand, in any order. */
  public static Result of(List<RegionValue> values, InequalityParams params) {
    List<Object[]> measures = new ArrayList<>();
    List<Object[]> parts = new ArrayList<>();
    for (String indicator : params.indicators()) {
      RegionLevels levels = RegionLevels.of(values, List.of(indicator, params.population()));
      for (Weighting weighting : weightings(params)) {
        List<RegionSlice> years = RegionSlice.of(levels, params, weighting);
        measures.addAll(rows(indicator, weighting, years, params));
        years.forEach(year -> parts.addAll(InequalityParts.of(indicator, weighting, year)));
      }
    }
    return new Result(
        Frame.of("inequality", InequalityRow.values(), measures),
        Frame.of("inequality_parts", InequalityPartsRow.values(), parts));
  }

  private static List<Weighting> weightings(InequalityParams params) {
    return params.population().isEmpty()
        ? List.of(Weighting.NONE)
        : List.of(Weighting.POPULATION, Weighting.NONE);
  }

  private static List<Object[]> rows(
      String indicator, Weighting weighting, List<RegionSlice> years, InequalityParams params) {
    List<RegionSlice> before = within(years, params.before());
    List<RegionSlice> after = within(years, params.after());
    List<Object[]> rows = new ArrayList<>();
    for (InequalityMeasure measure : InequalityMeasure.values()) {
      for (RegionSlice year : years) {
        var one = new InequalityEstimate(measure, null, List.of(year));
        rows.add(row(indicator, Integer.toString(year.year()), weighting, one, params));
      }
      var early = new InequalityEstimate(measure, null, before);
      var late = new InequalityEstimate(measure, null, after);
      var change = new InequalityEstimate(measure, before, after);
      rows.add(row(indicator, InequalityRow.BEFORE, weighting, early, params));
      rows.add(row(indicator, InequalityRow.AFTER, weighting, late, params));
      rows.add(row(indicator, InequalityRow.CHANGE, weighting, change, params));
    }
    return rows;
  }

  private static List<RegionSlice> within(List<RegionSlice> years, GapParams.Years window) {
    return years.stream().filter(year -> window.contains(year.year())).toList();
  }

  private static Object[] row(
      String indicator,
      String period,
      Weighting weighting,
      InequalityEstimate estimate,
      InequalityParams params) {
    OptionalDouble value = estimate.value();
    InequalityEstimate.Spread spread = estimate.spread();
    int clusters = estimate.provinces().size();
    boolean interval = spread.standardError() != null;
    double half = interval ? spread.half(params.confidence(), clusters) : 0;
    return new Object[] {
      indicator,
      period,
      weighting.word(),
      estimate.measure().word(),
      value.isPresent() ? (Double) value.getAsDouble() : null,
      (value.isPresent() ? Status.OK : estimate.absence()).name(),
      spread.standardError(),
      interval ? (Double) (value.getAsDouble() - half) : null,
      interval ? (Double) (value.getAsDouble() + half) : null,
      spread.status().name(),
      interval ? "jackknife_province;t" + (clusters - 1) : "",
      estimate.regions(),
      clusters,
      estimate.flags()
    };
  }
}
