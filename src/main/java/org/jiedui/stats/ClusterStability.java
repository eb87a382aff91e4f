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
    int others = Arrays.stream(other).max().orElse(-1) + 1;
    int[][] both = new int[k][others];
    int[] first = new int[k];
    int[] second = new int[others];
    for (int i = 0; i < reference.length; i++) {
      both[reference[i]][other[i]]++;
      first[reference[i]]++;
      second[other[i]]++;
    }
    double[] best = new double[k];
    for (int a = 0; a < k; a++) {
      best[a] = first[a] == 0 ? Double.NaN : 0;
      for (int b = 0; first[a] > 0 && b < others; b++) {
        best[a] = Math.max(best[a], both[a][b] / (double) (first[a] + second[b] - both[a][b]));
      }
    }
    return best;
  }
}
