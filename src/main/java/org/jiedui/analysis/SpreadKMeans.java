package org.jiedui.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.jiedui.stats.Distances;
import org.jiedui.stats.NearestSums;
import org.jiedui.stats.Points;

/**
 * k-means of points that are spread over Spark, from several sets of centres at once: one job a
 * round. Sums are exact, so that neither number nor order of the partitions is seen in the result,
 * as it would be in MLlib's.
 */
final class SpreadKMeans {
  static final int ROUNDS = 100;

  /** What one of some ten thousand points moves a centre by is more. */
  private static final double STILL = 1e-5;

  /** Centres that move by no more than {@value #STILL}, or come as far in the last round. */
  record Fit(double[][] centres, double wss, long[] counts) implements Serializable {
    int k() {
      return centres.length;
    }

    long smallest() {
      return Arrays.stream(counts).min().orElse(0);
    }
  }

  private SpreadKMeans() {}

  /** One fit for each start; at least one point, and no start with more centres than points. */
  static List<Fit> of(JavaRDD<Points> blocks, List<double[][]> starts) {
    List<double[][]> centres = new ArrayList<>(starts);
    Fit[] fits = new Fit[starts.size()];
    for (int round = 1; round <= ROUNDS && Arrays.asList(fits).contains(null); round++) {
      int[] moving = IntStream.range(0, fits.length).filter(i -> fits[i] == null).toArray();
      List<double[][]> now = Arrays.stream(moving).mapToObj(centres::get).toList();
      List<NearestSums> sums = sums(blocks, now);
      for (int i = 0; i < moving.length; i++) {
        double[][] means = sums.get(i).means();
        if (isStill(means, now.get(i)) || round == ROUNDS) {
          fits[moving[i]] = new Fit(now.get(i), sums.get(i).wss(), sums.get(i).counts());
        }
        centres.set(moving[i], means);
      }
    }
    return List.of(fits);
  }

  private static boolean isStill(double[][] means, double[][] centres) {
    return IntStream.range(0, means.length)
        .allMatch(c -> Distances.squared(means[c], centres[c]) <= STILL * STILL);
  }

  private static List<NearestSums> sums(JavaRDD<Points> blocks, List<double[][]> centres) {
    ArrayList<double[][]> sent = new ArrayList<>(centres);
    return blocks
        .map(block -> sent.stream().map(set -> NearestSums.of(block, set)).toList())
        .treeReduce(SpreadKMeans::plus);
  }

  private static List<NearestSums> plus(List<NearestSums> some, List<NearestSums> others) {
    return IntStream.range(0, some.size()).mapToObj(i -> some.get(i).plus(others.get(i))).toList();
  }
}
