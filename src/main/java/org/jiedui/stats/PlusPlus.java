package org.jiedui.stats;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * First centres for k-means: points drawn one after the other with probability proportional to the
 * squared distance to the nearest centre so far. Source: Arthur and Vassilvitskii (2007).
 */
public final class PlusPlus {
  private PlusPlus() {}

  /** k different points. Needs at least k distinct points. */
  public static double[][] centres(Points points, int k, DoubleSupplier uniform) {
    int n = points.size();
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    double[][] centres = new double[k][];
    int chosen = (int) (uniform.getAsDouble() * n);
    for (int cluster = 0; cluster < k; cluster++) {
      chosen = cluster == 0 ? chosen : draw(nearest, uniform.getAsDouble());
      centres[cluster] = points.row(chosen);
      approach(nearest, points.columns(), centres[cluster]);
    }
    return centres;
  }

  private static void approach(double[] nearest, PointColumns columns, double[] centre) {
    double[] squares = new double[PointColumns.TILE];
    for (int tile = 0; tile < columns.tiles(); tile++) {
      columns.squares(tile, centre, 0, squares);
      int from = tile * PointColumns.TILE;
      int size = Math.min(PointColumns.TILE, nearest.length - from);
      for (int i = 0; i < size; i++) {
        nearest[from + i] = Math.min(nearest[from + i], squares[i]);
      }
    }
  }

  private static int draw(double[] nearest, double uniform) {
    double total = 0;
    for (double distance : nearest) {
      total += distance;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("more clusters than distinct points");
    }
    double target = uniform * total;
    double reached = 0;
    int last = 0;
    for (int i = 0; i < nearest.length; i++) {
      reached += nearest[i];
      last = nearest[i] > 0 ? i : last;
      if (reached > target && nearest[i] > 0) {
        return i;
      }
    }
    return last;
  }
}
