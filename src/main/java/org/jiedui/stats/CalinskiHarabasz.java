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
    int k = fit.k();
    if (k < 2 || k >= n || !(fit.wss() > 0)) {
      return OptionalDouble.empty();
    }
    double total = KMeans.of(points, new int[n], 1).wss();
    return OptionalDouble.of((total - fit.wss()) / (k - 1) / (fit.wss() / (n - k)));
  }
}
