package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Variation between clusters against variation within, each by its degrees of freedom.
 *
 * <p>Formula: {@code [B / (k - 1)] / [W / (n - k)]}, B = total − within sum of squares. Unit: none;
 * larger is better separated. Undefined for k = 1, k = n or W = 0. Source: Caliński and Harabasz
 * (1974), Communications in Statistics 3, 1–27.
 */
public final class CalinskiHarabasz {
  private CalinskiHarabasz() {}

  public static OptionalDouble of(Points points, KMeans fit) {
    int n = points.size();
    return fit.k() < 2
        ? OptionalDouble.empty()
        : of(KMeans.of(points, new int[n], 1).wss(), fit.wss(), n, fit.k());
  }

  /**
   * @param total sum of squares around the mean of all n points
   * @param within sum of squares within the k clusters
   */
  public static OptionalDouble of(double total, double within, long n, int k) {
    return k < 2 || k >= n || !(within > 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of((total - within) / (k - 1) / (within / (n - k)));
  }
}
