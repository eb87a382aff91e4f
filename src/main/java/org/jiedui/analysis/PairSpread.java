package org.jiedui.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jiedui.stats.ClusterBootstrap;
import org.jiedui.stats.Interval;
import org.jiedui.stats.Jackknife;
import org.jiedui.stats.RatioBootstrap;
import org.jiedui.stats.SeedSequence;
import org.jiedui.table.Status;

/**
 * How much a function of sums varies between pairs of provinces.
 *
 * @param error cluster jackknife; null where leaving a pair out leaves no number
 * @param interval null with the reason in {@code status}
 */
record PairSpread(Double error, Interval interval, Status status, String method) {
  private static final int TOO_FEW = 5;
  private static final String PURPOSE = "boot.content";

  static PairSpread none(Status why) {
    return new PairSpread(null, null, why, "");
  }

  /**
   * Percentile bootstrap of whole pairs from 8 pairs on, t with the jackknife for 5 to 7, none
   * below.
   */
  static final class Maker {
    private final double confidence;
    private final SeedSequence seeds;
    private final Map<Integer, ClusterBootstrap> bootstraps = new TreeMap<>();

    Maker(double confidence, long seed) {
      this.confidence = confidence;
      this.seeds = new SeedSequence(seed, PURPOSE);
    }

    /**
     * @param sums one row for each pair, in key order
     * @param of NaN where it is undefined; defined of all pairs together
     */
    PairSpread of(double[][] sums, ToDoubleFunction<double[]> of) {
      if (sums.length < 2) {
        return none(Status.SINGLE_CLUSTER);
      }
      double[] without =
          IntStream.range(0, sums.length)
              .mapToDouble(out -> of.applyAsDouble(total(without(sums, out))))
              .toArray();
      boolean known = Arrays.stream(without).allMatch(Double::isFinite);
      Double error = known ? (Double) Jackknife.standardError(without) : null;
      if (sums.length < TOO_FEW) {
        return new PairSpread(error, null, Status.TOO_FEW_CLUSTERS, "");
      }
      return sums.length < RatioBootstrap.LEAST_CLUSTERS
          ? jackknife(error, of.applyAsDouble(total(sums)), sums.length)
          : bootstrap(error, sums, of);
    }

    private PairSpread jackknife(Double error, double value, int pairs) {
      if (error == null) {
        return none(Status.TOO_FEW_CLUSTERS);
      }
      var t = new TDistribution(pairs - 1);
      double half = error * t.inverseCumulativeProbability((1 + confidence) / 2);
      Interval interval = new Interval(value - half, value + half);
      return new PairSpread(error, interval, Status.OK, "jackknife, t(G-1)");
    }

    private PairSpread bootstrap(Double error, double[][] sums, ToDoubleFunction<double[]> of) {
      return bootstraps
          .computeIfAbsent(sums.length, pairs -> ClusterBootstrap.of(pairs, seeds))
          .percentile(sums, of, confidence)
          .map(i -> new PairSpread(error, i, Status.OK, "bootstrap of pairs, percentile"))
          .orElse(new PairSpread(error, null, Status.BOOT_UNSTABLE, ""));
    }

    private static double[][] without(double[][] sums, int out) {
      return IntStream.range(0, sums.length)
          .filter(g -> g != out)
          .mapToObj(g -> sums[g])
          .toArray(double[][]::new);
    }
  }

  /** Column sums of one row or more. */
  static double[] total(double[][] sums) {
    double[] total = new double[sums[0].length];
    for (double[] cluster : sums) {
      for (int q = 0; q < total.length; q++) {
        total[q] += cluster[q];
      }
    }
    return total;
  }
}
