package org.jiedui.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Cluster bootstrap of a ratio of totals: whole clusters are drawn with replacement.
 *
 * <p>Percentile: quantiles of R*. BCa: quantiles at Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))) with bias z₀ =
 * Φ^−1(#{R* < R}/B) and acceleration a from the jackknife of ln R. Unit: none. Undefined, status
 * BOOT_UNSTABLE, when more than 0.1 % of the resamples have an earlier total of 0 or less, and
 * (BCa) when all lie on one side of R. Not offered below 8 clusters. Sources: B. Efron, 1987,
 * Better bootstrap confidence intervals, JASA 82, 171–185; A. C. Davison and D. V. Hinkley, 1997,
 * Bootstrap Methods and their Application, ch. 5.
 */
public final class RatioBootstrap {
  public static final int REPLICATES = 9_999;
  public static final int LEAST_CLUSTERS = 8;
  private static final double MOST_UNDEFINED = 0.001;

  private final RatioOfTotals ratio;
  private final double[] sorted;
  private final int replicates;

  private RatioBootstrap(RatioOfTotals ratio, double[] sorted, int replicates) {
    this.ratio = ratio;
    this.sorted = sorted;
    this.replicates = replicates;
  }

  /**
   * One replicate of several ratios: each draws its own clusters with the generator of this seed.
   * Not a number where the earlier total of the resample is not above 0.
   *
   * @param totals of each ratio, {@code [0]} before and {@code [1]} after, clusters in key order
   */
  public static double[] replicate(double[][][] totals, long seed) {
    double[] ratios = new double[totals.length];
    for (int i = 0; i < totals.length; i++) {
      ratios[i] = replicate(totals[i][0], totals[i][1], new SplitMix64(seed));
    }
    return ratios;
  }

  private static double replicate(double[] before, double[] after, SplitMix64 random) {
    double p = 0;
    double q = 0;
    for (int draw = 0; draw < before.length; draw++) {
      int g = random.nextIndex(before.length);
      p += before[g];
      q += after[g];
    }
    return p > 0 ? q / p : Double.NaN;
  }

  /** Replicates in any order; those that are not a number are counted as undefined. */
  public static RatioBootstrap of(RatioOfTotals ratio, double[] replicates) {
    double[] sorted = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
    return new RatioBootstrap(ratio, sorted, replicates.length);
  }

  public int undefined() {
    return replicates - sorted.length;
  }

  public Optional<Interval> percentile(double level) {
    return stable() ? Optional.of(between((1 - level) / 2, (1 + level) / 2)) : Optional.empty();
  }

  public Optional<Interval> bca(double level) {
    long below = Arrays.stream(sorted).filter(r -> r < ratio.ratio()).count();
    OptionalDouble acceleration = ratio.acceleration();
    if (!stable() || below == 0 || below == sorted.length || acceleration.isEmpty()) {
      return Optional.empty();
    }
    NormalDistribution normal = new NormalDistribution();
    double bias = normal.inverseCumulativeProbability((double) below / sorted.length);
    double a = acceleration.getAsDouble();
    double[] at = new double[2];
    for (int side = 0; side < 2; side++) {
      double tail = side == 0 ? (1 - level) / 2 : (1 + level) / 2;
      double z = bias + normal.inverseCumulativeProbability(tail);
      at[side] = normal.cumulativeProbability(bias + z / (1 - a * z));
    }
    return Optional.of(between(at[0], at[1]));
  }

  private Interval between(double low, double high) {
    return new Interval(Quantile.ofSorted(sorted, low), Quantile.ofSorted(sorted, high));
  }

  private boolean stable() {
    return sorted.length > 0 && undefined() <= MOST_UNDEFINED * replicates;
  }
}
