package org.jiedui.stats;

import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * Partition of points into k clusters with a small within-cluster sum of squares (Lloyd).
 *
 * <p>Formula: {@code WSS = sum_i |x_i - c(label_i)|^2} with c the mean of each cluster; every point
 * stands with its nearest centre. A local optimum: take {@link #best} of many starts. Unit of WSS:
 * squared units of the variables. Undefined when k exceeds the distinct points. Source: Lloyd
 * (1982), IEEE Transactions on Information Theory 28, 129–137; starts by Arthur and Vassilvitskii
 * (2007), k-means++.
 *
 * @param labels 0…k−1 for each point
 * @param centres mean of each cluster
 * @param wss within-cluster sum of squares
 */
public record KMeans(int[] labels, double[][] centres, double wss) implements Serializable {

  public int k() {
    return centres.length;
  }

  /** One start by k-means++; draws k uniform numbers in [0, 1). */
  public static KMeans start(Points points, int k, DoubleSupplier uniform) {
    return from(points, PlusPlus.centres(points, k, uniform));
  }

  /** Runs from given centres until no point changes its cluster. */
  public static KMeans from(Points points, double[][] centres) {
    return of(points, new Lloyd(points, centres).run(), centres.length);
  }

  /** The lowest WSS; among equal ones the earliest. */
  public static KMeans best(List<KMeans> starts) {
    KMeans best = starts.get(0);
    for (KMeans start : starts) {
      best = start.wss < best.wss ? start : best;
    }
    return best;
  }

  /** Means and WSS of a partition that is already known; labels 0…k−1, none empty. */
  public static KMeans of(Points points, int[] labels, int k) {
    double[][] centres = new double[k][points.dimensions()];
    int[] counts = new int[k];
    for (int label : labels) {
      counts[label]++;
    }
    for (int j = 0; j < points.dimensions(); j++) {
      CompensatedSum[] sums =
          Stream.generate(CompensatedSum::new).limit(k).toArray(CompensatedSum[]::new);
      for (int i = 0; i < labels.length; i++) {
        sums[labels[i]].add(points.value(i, j));
      }
      for (int cluster = 0; cluster < k; cluster++) {
        centres[cluster][j] = sums[cluster].value() / counts[cluster];
      }
    }
    return new KMeans(labels, centres, wss(points, labels, centres));
  }

  private static double wss(Points points, int[] labels, double[][] centres) {
    double[] flat = Lloyd.flat(centres);
    double[] squares = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      squares[i] = points.squaredDistance(i, flat, labels[i]);
    }
    return CompensatedSum.of(squares);
  }
}
