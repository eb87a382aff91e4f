package org.jiedui.stats;

import java.util.stream.IntStream;

/**
 * p-values of a family adjusted so that the expected share of false discoveries is controlled.
 *
 * <p>Formula: sorted, {@code q_(i) = min_{j ≥ i} min(1, p_(j) m / j)}. Unit: none. Source:
 * Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** In the order given. */
  public static double[] of(double[] p) {
    int m = p.length;
    int[] order =
        IntStream.range(0, m)
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] q = new double[m];
    double smallest = 1;
    for (int i = m - 1; i >= 0; i--) {
      smallest = Math.min(smallest, p[order[i]] * m / (i + 1));
      q[order[i]] = smallest;
    }
    return q;
  }
}
