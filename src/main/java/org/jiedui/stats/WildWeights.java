package org.jiedui.stats;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The weight of each cluster in each draw of a wild bootstrap: Rademacher signs, all 2^G for 8 to
 * 12 clusters, else draws; Webb's six points below 8 clusters, all 6^G up to 6, else draws.
 *
 * @param enumerated whether every vector of weights there is stands in it
 */
record WildWeights(double[][] vectors, boolean enumerated) {
  static final int DRAWS = 9_999;

  private static final double[] SIGNS = {-1, 1};
  private static final double[] WEBB = {
    -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)
  };

  static WildWeights of(int clusters, SeedSequence seeds) {
    double[] points = clusters < 8 ? WEBB : SIGNS;
    boolean enumerated = clusters < 8 ? clusters <= 6 : clusters <= 12;
    return new WildWeights(
        enumerated ? all(points, clusters) : drawn(points, clusters, seeds), enumerated);
  }

  /** p of what as many draws show: the plain share of all vectors, (1 + #)/(B + 1) of draws. */
  double share(Predicate<double[]> beyond) {
    long found = Arrays.stream(vectors).parallel().filter(beyond).count();
    return enumerated ? (double) found / vectors.length : (1.0 + found) / (vectors.length + 1.0);
  }

  private static double[][] all(double[] points, int g) {
    int count = (int) Math.round(StrictMath.pow(points.length, g));
    double[][] all = new double[count][g];
    for (int vector = 0; vector < count; vector++) {
      int rest = vector;
      for (int i = 0; i < g; i++) {
        all[vector][i] = points[rest % points.length];
        rest /= points.length;
      }
    }
    return all;
  }

  private static double[][] drawn(double[] points, int g, SeedSequence seeds) {
    double[][] drawn = new double[DRAWS][g];
    for (int draw = 0; draw < DRAWS; draw++) {
      SplitMix64 random = seeds.generator(draw);
      for (int i = 0; i < g; i++) {
        drawn[draw][i] = points[random.nextIndex(points.length)];
      }
    }
    return drawn;
  }
}
