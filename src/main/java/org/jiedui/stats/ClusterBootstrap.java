package org.jiedui.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Percentile interval of any function of sums over clusters: whole clusters are drawn with
 * replacement, their sums added up and the function taken of them again.
 *
 * <p>Unit: that of the function. Undefined (BOOT_UNSTABLE) when the function has no value in more
 * than 0.1 % of the resamples; not offered below {@link RatioBootstrap#LEAST_CLUSTERS} clusters.
 * Source: A. C. Davison and D. V. Hinkley, 1997, Bootstrap Methods and their Application, ch. 5.
 */
public final class ClusterBootstrap {
  public static final int REPLICATES = 1_999;
  private static final double MOST_UNDEFINED = 0.001;

  private final int[][] draws;

  private ClusterBootstrap(int[][] draws) {
    this.draws = draws;
  }

  /** Replicate r draws its clusters with the generator of that number. */
  public static ClusterBootstrap of(int clusters, SeedSequence seeds) {
    int[][] draws = new int[REPLICATES][clusters];
    for (int r = 0; r < REPLICATES; r++) {
      SplitMix64 random = seeds.generator(r);
      for (int i = 0; i < clusters; i++) {
        draws[r][i] = random.nextIndex(clusters);
      }
    }
    return new ClusterBootstrap(draws);
  }

  /**
   * Empty when unstable.
   *
   * @param sums one row for each cluster, in key order
   * @param statistic of the sums of a resample; NaN where it is undefined
   */
  public Optional<Interval> percentile(
      double[][] sums, ToDoubleFunction<double[]> statistic, double level) {
    double[] sorted =
        Arrays.stream(draws)
            .mapToDouble(draw -> statistic.applyAsDouble(total(sums, draw)))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (draws.length - sorted.length > MOST_UNDEFINED * draws.length) {
      return Optional.empty();
    }
    return Optional.of(
        new Interval(
            Quantile.ofSorted(sorted, (1 - level) / 2),
            Quantile.ofSorted(sorted, (1 + level) / 2)));
  }

  private static double[] total(double[][] sums, int[] draw) {
    double[] total = new double[sums[0].length];
    for (int g : draw) {
      for (int q = 0; q < total.length; q++) {
        total[q] += sums[g][q];
      }
    }
    return total;
  }
}
