package org.jiedui.stats;

/**
 * How much nearer each point is to its own cluster than to the next one.
 *
 * <p>Formula: {@code s = (b - a) / max(a, b)}, a = mean distance to the other members of its
 * cluster, b = least mean distance to the members of another. Unit: none, in [−1, 1]. A cluster of
 * one has 0; so has a point with a = b = 0. On Euclidean distances this is the usual silhouette, on
 * squared ones the one of Spark's MLlib: they are not comparable. Source: Rousseeuw (1987), Journal
 * of Computational and Applied Mathematics 20, 53–65.
 *
 * @param width s of each point
 * @param mean average over all points
 * @param negatives how many points have s below 0
 */
public record Silhouette(double[] width, double mean, int negatives) {

  /** The distance that is averaged. */
  public enum Distance {
    EUCLIDEAN,
    SQUARED
  }

  /** Labels 0…k−1, k at least 2. */
  public static Silhouette of(Distances distances, int[] labels, int k, Distance kind) {
    int n = labels.length;
    int[] counts = new int[k];
    double[] sums = sums(distances, labels, k, kind);
    for (int label : labels) {
      counts[label]++;
    }
    double[] width = new double[n];
    int negatives = 0;
    for (int i = 0; i < n; i++) {
      width[i] = width(sums, i * k, labels[i], counts);
      negatives += width[i] < 0 ? 1 : 0;
    }
    return new Silhouette(width, CompensatedSum.of(width) / n, negatives);
  }

  /** Sum of distances of each point to each cluster, added in key order. */
  private static double[] sums(Distances distances, int[] labels, int k, Distance kind) {
    double[] sums = new double[labels.length * k];
    for (int i = 1; i < labels.length; i++) {
      int start = distances.start(i);
      for (int j = 0; j < i; j++) {
        double d = distances.cell(start + j);
        double value = kind == Distance.SQUARED ? d * d : d;
        sums[i * k + labels[j]] += value;
        sums[j * k + labels[i]] += value;
      }
    }
    return sums;
  }

  private static double width(double[] sums, int at, int own, int[] counts) {
    if (counts[own] == 1) {
      return 0;
    }
    double a = sums[at + own] / (counts[own] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < counts.length; cluster++) {
      if (cluster != own && counts[cluster] > 0) {
        b = Math.min(b, sums[at + cluster] / counts[cluster]);
      }
    }
    double larger = Math.max(a, b);
    return larger > 0 ? (b - a) / larger : 0;
  }
}
