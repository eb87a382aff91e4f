package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Least distance between points of different clusters against the largest within one.
 *
 * <p>Formula: {@code min d(x, y | different) / max d(x, y | same)}. Unit: none; larger is better
 * separated. Undefined for one cluster or where all clusters have no extent. Source: Dunn (1974),
 * Journal of Cybernetics 4, 95–104.
 */
public final class Dunn {
  private Dunn() {}

  public static OptionalDouble of(Distances distances, int[] labels) {
    double between = Double.POSITIVE_INFINITY;
    double within = 0;
    for (int i = 1; i < labels.length; i++) {
      int start = distances.start(i);
      for (int j = 0; j < i; j++) {
        double d = distances.cell(start + j);
        if (labels[i] == labels[j]) {
          within = Math.max(within, d);
        } else {
          between = Math.min(between, d);
        }
      }
    }
    return within == 0 || Double.isInfinite(between)
        ? OptionalDouble.empty()
        : OptionalDouble.of(between / within);
  }
}
