package org.jiedui.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.CompensatedSum;

/**
 * The two sides of a multiple under one convention: shown values, and totals per cluster whose
 * ratio, times {@code factor}, is the multiple.
 *
 * <p>Nominal totals are exact; deflated ones are doubles made from exact yearly totals.
 */
record RatioSides(
    double before,
    double after,
    double difference,
    double[] clustersBefore,
    double[] clustersAfter,
    double factor) {
  /** 9·10^13 yuan in fen: below it a double shows every 0.01 exactly. */
  private static final double EXACT = 9e15;

  /**
   * Empty where a year has no price or is part of a total over several years, a recipient and year
   * have no heads, or no link is on both sides.
   */
  static Optional<RatioSides> of(RatioGroup group, Convention convention, Params params) {
    if (convention.isReal() && group.hasPeriods()) {
      return Optional.empty();
    }
    if (convention.isReal()) {
      return YearlySides.prices(params)
          .flatMap(prices -> YearlySides.of(group, convention, params, prices));
    }
    if (convention == Convention.ANNUAL && params.absent() == Absent.MISSING) {
      return YearlySides.means(group, params, YearlySides.nominal(params));
    }
    return convention == Convention.PER_HEAD
        ? perHead(group, params)
        : Optional.of(nominal(group, convention, params));
  }

  private static RatioSides nominal(RatioGroup group, Convention convention, Params params) {
    Windows windows = params.windows();
    long[][] clusters = byCluster(group, windows);
    BigDecimal before = exact(clusters[0]);
    BigDecimal after = exact(clusters[1]);
    boolean annual = convention == Convention.ANNUAL;
    BigDecimal t0 = BigDecimal.valueOf(annual ? windows.yearsBefore() : 1);
    BigDecimal t1 = BigDecimal.valueOf(annual ? windows.yearsAfter() : 1);
    BigDecimal scale = BigDecimal.valueOf(measure(group, params).minorPerUnit());
    int decimals = Math.max(2, measure(group, params).decimals());
    return new RatioSides(
        rounded(before, t0.multiply(scale), decimals),
        rounded(after, t1.multiply(scale), decimals),
        rounded(
            after.multiply(t0).subtract(before.multiply(t1)),
            t0.multiply(t1).multiply(scale),
            decimals),
        doubles(clusters[0]),
        doubles(clusters[1]),
        t0.doubleValue() / t1.doubleValue());
  }

  private static Optional<RatioSides> perHead(RatioGroup group, Params params) {
    OptionalDouble headsBefore = heads(group, params, params.windows()::before);
    OptionalDouble headsAfter = heads(group, params, params.windows()::after);
    if (headsBefore.isEmpty() || headsAfter.isEmpty()) {
      return Optional.empty();
    }
    double scale = measure(group, params).minorPerUnit();
    long[][] clusters = byCluster(group, params.windows());
    double before = exact(clusters[0]).doubleValue() / scale / headsBefore.getAsDouble();
    double after = exact(clusters[1]).doubleValue() / scale / headsAfter.getAsDouble();
    return Optional.of(
        new RatioSides(
            before,
            after,
            after - before,
            doubles(clusters[0]),
            doubles(clusters[1]),
            headsBefore.getAsDouble() / headsAfter.getAsDouble()));
  }

  /** Person-years of all recipients of the unit; empty unless every year of each is known. */
  private static OptionalDouble heads(
      RatioGroup group, Params params, java.util.function.IntPredicate window) {
    CompensatedSum sum = new CompensatedSum();
    int[] years = params.windows().years();
    for (String recipient : group.recipients()) {
      var byYear = params.population().getOrDefault(recipient, java.util.Map.of());
      for (int year : years) {
        if (window.test(year)) {
          Double heads = byYear.get(year);
          if (heads == null || !(heads > 0)) {
            return OptionalDouble.empty();
          }
          sum.add(heads);
        }
      }
    }
    return sum.value() > 0 ? OptionalDouble.of(sum.value()) : OptionalDouble.empty();
  }

  static RatioSides shown(double[] before, double[] after, int t0, int t1, double scale) {
    double earlier = CompensatedSum.of(before) / scale / t0;
    double later = CompensatedSum.of(after) / scale / t1;
    return new RatioSides(earlier, later, later - earlier, before, after, (double) t0 / t1);
  }

  private static long[][] byCluster(RatioGroup group, Windows windows) {
    return new long[][] {
      group.clusterTotals(windows, Side.BEFORE), group.clusterTotals(windows, Side.AFTER)
    };
  }

  private static BigDecimal exact(long[] terms) {
    long sum = 0;
    for (long term : terms) {
      sum = Math.addExact(sum, term);
    }
    if (Math.abs((double) sum) >= EXACT) {
      throw new ArithmeticException("a total of " + sum + " minor units is not exact as a double");
    }
    return BigDecimal.valueOf(sum);
  }

  private static double rounded(BigDecimal minor, BigDecimal divisor, int decimals) {
    return minor.divide(divisor, decimals, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static double[] doubles(long[] values) {
    return java.util.Arrays.stream(values).asDoubleStream().toArray();
  }

  private static Measure measure(RatioGroup group, Params params) {
    return params.measures().get(group.key().indicator());
  }
}
