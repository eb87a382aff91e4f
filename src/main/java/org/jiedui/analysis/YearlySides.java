package org.jiedui.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.analysis.RatioGroup.Flow;
import org.jiedui.stats.CompensatedSum;

/**
 * Sides of a multiple that need each year by itself: deflated totals, and means over recorded years
 * where an absent record means "not known".
 */
final class YearlySides {
  private YearlySides() {}

  /** Price index of every study year; empty where one is missing. */
  static Optional<double[]> prices(Params params) {
    int[] years = params.windows().years();
    double[] prices = new double[years.length];
    for (int y = 0; y < years.length; y++) {
      OptionalDouble price = params.deflator().apply(years[y]);
      if (price.isEmpty()) {
        return Optional.empty();
      }
      prices[y] = price.getAsDouble();
    }
    return Optional.of(prices);
  }

  static double[] nominal(Params params) {
    double[] prices = new double[params.windows().years().length];
    Arrays.fill(prices, 1);
    return prices;
  }

  static Optional<RatioSides> of(
      RatioGroup group, Convention convention, Params params, double[] prices) {
    if (convention.isAnnual() && params.absent() == Absent.MISSING) {
      return means(group, params, prices);
    }
    Windows windows = params.windows();
    long[][] yearly = group.yearlyByCluster();
    double[] before = new double[yearly.length];
    double[] after = new double[yearly.length];
    for (int g = 0; g < yearly.length; g++) {
      before[g] = sum(yearly[g], windows.years(), prices, windows::before);
      after[g] = sum(yearly[g], windows.years(), prices, windows::after);
    }
    int t0 = convention.isAnnual() ? windows.yearsBefore() : 1;
    int t1 = convention.isAnnual() ? windows.yearsAfter() : 1;
    return Optional.of(RatioSides.shown(before, after, t0, t1, scale(group, params)));
  }

  /** Sum of the yearly means of links that are recorded on both sides; empty without one. */
  static Optional<RatioSides> means(RatioGroup group, Params params, double[] prices) {
    CompensatedSum[] before = sums(group.clusters().size());
    CompensatedSum[] after = sums(group.clusters().size());
    boolean any = false;
    for (Flow flow : group.links()) {
      OptionalDouble earlier = mean(flow, params, prices, Side.BEFORE);
      OptionalDouble later = mean(flow, params, prices, Side.AFTER);
      if (earlier.isPresent() && later.isPresent()) {
        any = true;
        before[flow.cluster()].add(earlier.getAsDouble());
        after[flow.cluster()].add(later.getAsDouble());
      }
    }
    return any
        ? Optional.of(RatioSides.shown(values(before), values(after), 1, 1, scale(group, params)))
        : Optional.empty();
  }

  /** A total over several years is of as many observed years; it has no price. */
  private static OptionalDouble mean(Flow flow, Params params, double[] prices, Side side) {
    int[] years = params.windows().years();
    CompensatedSum sum = new CompensatedSum();
    sum.add(flow.whole().amount(side));
    int observed = 0;
    for (int y = 0; y < years.length; y++) {
      if (side.holds(params.windows(), years[y]) && flow.records()[y] > 0) {
        sum.add(flow.amounts()[y] / prices[y]);
      }
      boolean known = flow.records()[y] > 0 || flow.whole().covers(y);
      observed += side.holds(params.windows(), years[y]) && known ? 1 : 0;
    }
    return observed == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.value() / observed);
  }

  private static double sum(long[] yearly, int[] years, double[] prices, IntPredicate window) {
    CompensatedSum sum = new CompensatedSum();
    for (int y = 0; yearly != null && y < years.length; y++) {
      if (window.test(years[y])) {
        sum.add(yearly[y] / prices[y]);
      }
    }
    return sum.value();
  }

  private static double scale(RatioGroup group, Params params) {
    return params.measures().get(group.key().indicator()).minorPerUnit();
  }

  private static CompensatedSum[] sums(int n) {
    CompensatedSum[] sums = new CompensatedSum[n];
    Arrays.setAll(sums, i -> new CompensatedSum());
    return sums;
  }

  private static double[] values(CompensatedSum[] sums) {
    return Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
  }
}
