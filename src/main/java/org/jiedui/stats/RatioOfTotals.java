package org.jiedui.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Ratio of two totals made of clusters, with the variation between clusters.
 *
 * <p>Formula: R = Σq / Σp over clusters g with totals (p, q) before and after; linearisation e_g =
 * q_g − R p_g, SE(R) = √(G/(G−1) Σe²) / Σp, SE(ln R) = SE(R)/R. Unit: none, 1 means no change. A
 * cluster with p = q = 0 counts in G. First-order: not to be trusted where SE(ln R) is large.
 * Undefined for Σp ≤ 0; no log statistics for Σq ≤ 0 or G = 1. Sources: W. G. Cochran, 1977,
 * Sampling Techniques, ch. 6; E. C. Fieller, 1954, Some problems in interval estimation, JRSS B 16,
 * 175–185.
 */
public final class RatioOfTotals {
  private final double[] before;
  private final double[] after;
  private final double sumBefore;
  private final double sumAfter;

  private RatioOfTotals(double[] before, double[] after) {
    this.before = before;
    this.after = after;
    this.sumBefore = CompensatedSum.of(before);
    this.sumAfter = CompensatedSum.of(after);
  }

  /** Cluster totals in key order; empty when the earlier total is not above 0. */
  public static Optional<RatioOfTotals> of(double[] before, double[] after) {
    if (before.length != after.length) {
      throw new IllegalArgumentException(before.length + " clusters before, " + after.length);
    }
    RatioOfTotals ratio = new RatioOfTotals(before.clone(), after.clone());
    return ratio.sumBefore > 0 ? Optional.of(ratio) : Optional.empty();
  }

  /** G: every cluster, also those that are 0 on both sides. */
  public int clusters() {
    return before.length;
  }

  public double ratio() {
    return sumAfter / sumBefore;
  }

  /** Empty for one cluster. */
  public OptionalDouble standardError() {
    int g = clusters();
    if (g < 2) {
      return OptionalDouble.empty();
    }
    double r = ratio();
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < g; i++) {
      double e = after[i] - r * before[i];
      squares.add(e * e);
    }
    return OptionalDouble.of(Math.sqrt(g / (g - 1.0) * squares.value()) / sumBefore);
  }

  /** Standard error of ln R; empty for one cluster or a ratio that is not above 0. */
  public OptionalDouble logStandardError() {
    OptionalDouble error = standardError();
    return error.isEmpty() || !(ratio() > 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(error.getAsDouble() / ratio());
  }

  /** R·exp(± c SE(ln R)), c the critical value with G − 1 degrees of freedom. */
  public Optional<Interval> logDelta(double level, ReferenceDistribution reference) {
    OptionalDouble error = logStandardError();
    if (error.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(around(reference.critical(level, clusters() - 1) * error.getAsDouble()));
  }

  /**
   * Fieller's g = t² v_p / p̄², v_p the variance of the mean of p: the interval is bounded below 1
   * only. Empty for one cluster.
   */
  public OptionalDouble fiellerG(double level, ReferenceDistribution reference) {
    return clusters() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(FiellerTerms.of(before, after, level, reference).g());
  }

  /**
   * Roots in R of (p̄² − t²v_p)R² − 2(p̄q̄ − t²c)R + (q̄² − t²v_q) = 0. Empty for one cluster, and
   * when {@link #fiellerG} is 1 or more: the interval is unbounded.
   */
  public Optional<Interval> fieller(double level, ReferenceDistribution reference) {
    return clusters() < 2
        ? Optional.empty()
        : FiellerTerms.of(before, after, level, reference).interval();
  }

  /**
   * Cluster jackknife of ln R (CV3): SE² = (G−1)/G Σ(θ_(−g) − mean θ_(−g))², θ_(−g) = ln R without
   * g. Empty for one cluster, or when a ratio without one cluster is not above 0.
   */
  public OptionalDouble jackknifeLogStandardError() {
    return jackknife(r -> r > 0 ? OptionalDouble.of(StrictMath.log(r)) : OptionalDouble.empty());
  }

  /** The same on the scale of R. */
  public OptionalDouble jackknifeStandardError() {
    return jackknife(OptionalDouble::of);
  }

  /** R·exp(± c SE(ln R)) with the jackknife's standard error. */
  public Optional<Interval> jackknifeLog(double level, ReferenceDistribution reference) {
    OptionalDouble error = jackknifeLogStandardError();
    return error.isEmpty() || !(ratio() > 0)
        ? Optional.empty()
        : Optional.of(around(reference.critical(level, clusters() - 1) * error.getAsDouble()));
  }

  /**
   * Acceleration of BCa: Σ(mean − θ_(−g))³ / (6 (Σ(mean − θ_(−g))²)^{3/2}), θ_(−g) = ln R without
   * g. Empty where the jackknife is, and when the values do not vary.
   */
  public OptionalDouble acceleration() {
    double[] theta =
        withoutEach(r -> r > 0 ? OptionalDouble.of(StrictMath.log(r)) : OptionalDouble.empty());
    if (theta == null) {
      return OptionalDouble.empty();
    }
    double mean = CompensatedSum.of(theta) / theta.length;
    CompensatedSum squares = new CompensatedSum();
    CompensatedSum cubes = new CompensatedSum();
    for (double t : theta) {
      squares.add((mean - t) * (mean - t));
      cubes.add((mean - t) * (mean - t) * (mean - t));
    }
    double spread = squares.value();
    return spread > 0
        ? OptionalDouble.of(cubes.value() / (6 * spread * Math.sqrt(spread)))
        : OptionalDouble.empty();
  }

  private Interval around(double half) {
    return new Interval(ratio() * StrictMath.exp(-half), ratio() * StrictMath.exp(half));
  }

  private OptionalDouble jackknife(DoubleFunction<OptionalDouble> scale) {
    double[] theta = withoutEach(scale);
    if (theta == null) {
      return OptionalDouble.empty();
    }
    int g = clusters();
    double mean = CompensatedSum.of(theta) / g;
    CompensatedSum squares = new CompensatedSum();
    for (double t : theta) {
      squares.add((t - mean) * (t - mean));
    }
    return OptionalDouble.of(Math.sqrt((g - 1.0) / g * squares.value()));
  }

  /** θ_(−g) of every cluster; null where one has none. */
  private double[] withoutEach(DoubleFunction<OptionalDouble> scale) {
    int g = clusters();
    double[] theta = new double[g];
    for (int i = 0; i < g; i++) {
      double left = without(before, i);
      OptionalDouble value =
          left > 0 && g > 1 ? scale.apply(without(after, i) / left) : OptionalDouble.empty();
      if (value.isEmpty()) {
        return null;
      }
      theta[i] = value.getAsDouble();
    }
    return theta;
  }

  private static double without(double[] values, int left) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < values.length; i++) {
      if (i != left) {
        sum.add(values[i]);
      }
    }
    return sum.value();
  }
}
