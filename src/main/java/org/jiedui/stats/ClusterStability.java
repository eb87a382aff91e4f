package org.jiedui.stats;

import java.util.Arrays;

/**
 * How well clusters are found again in other data: for each, the largest Jaccard similarity to any
 * cluster of another partition of the same units.
 *
 * <p>Formula: {@code max_j |A ∩ B_j| / |A ∪ B_j|}. Unit: none, in [0, 1]. Averaged over resamples,
 * a value of .75 or more is a stable cluster, below .6 it should not be interpreted, at .5 or less
 * it is dissolved. Source: Hennig (2007), Computational Statistics and Data Analysis 52, 258–271.
 */
public final class ClusterStability {
  public static final double STABLE = .75;
  public static final double DOUBTFUL = .6;
  public static final double DISSOLVED = .5;

  private ClusterStability() {}

  /**
   * @param reference labels 0…k−1 of the units that both partitions hold
   * @param other labels 0… of the same units
   * @return one value for each reference cluster; NaN for one that none of the units is in, so that
   *     the caller leaves this resample out of its average
   */
  public static double[] jaccard(int[] reference, int k, int[] other) {
    double[][] similarity = similarity(reference, k, other);
    double[] best = new double[k];
    for (int a = 0; a < k; a++) {
      best[a] = Arrays.stream(similarity[a]).max().orElse(Double.NaN);
    }
    return best;
  }

  /**
   * The cluster of the other partition that stands for each reference cluster: one for one, so that
   * the similarities add up to the most ({@link Assignment}). Both have k clusters.
   */
  public static int[] counterparts(int[] reference, int k, int[] other) {
    double[][] similarity = similarity(reference, k, other);
    double[][] costs = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < similarity[a].length; b++) {
        costs[a][b] = -similarity[a][b];
      }
    }
    return Assignment.cheapest(costs).column();
  }

  /** Jaccard of every two clusters; a reference cluster without units has an empty row. */
  private static double[][] similarity(int[] reference, int k, int[] other) {
    int others = Arrays.stream(other).max().orElse(-1) + 1;
    int[][] both = new int[k][others];
    int[] first = new int[k];
    int[] second = new int[others];
    for (int i = 0; i < reference.length; i++) {
      both[reference[i]][other[i]]++;
      first[reference[i]]++;
      second[other[i]]++;
    }
    double[][] similarity = new double[k][];
    for (int a = 0; a < k; a++) {
      similarity[a] = new double[first[a] == 0 ? 0 : others];
      for (int b = 0; b < similarity[a].length; b++) {
        similarity[a][b] = both[a][b] / (double) (first[a] + second[b] - both[a][b]);
      }
    }
    return similarity;
  }
}
