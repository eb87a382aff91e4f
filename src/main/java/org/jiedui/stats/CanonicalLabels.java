package org.jiedui.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Numbers clusters 1…k by what is in them, so that the same clusters always have the same numbers.
 *
 * <p>Clusters are ordered by the mean of the first ordering variable, then of the second and so on,
 * and at last by their first member in key order. An ordering variable may not be missing.
 */
public final class CanonicalLabels {
  private CanonicalLabels() {}

  /**
   * @param labels 0…k−1 as a method gave them, rows in key order
   * @param ordering one array per ordering variable, a value for each row
   * @return labels 1…k
   */
  public static int[] of(int[] labels, double[]... ordering) {
    int k = IntStream.of(labels).max().orElse(-1) + 1;
    double[][] means = new double[ordering.length][];
    for (int v = 0; v < ordering.length; v++) {
      means[v] = means(labels, ordering[v], k);
    }
    int[] first = firstMembers(labels, k);
    Comparator<Integer> order = (a, b) -> 0;
    for (double[] mean : means) {
      order = order.thenComparingDouble(cluster -> mean[cluster]);
    }
    int[] sorted =
        IntStream.range(0, k)
            .filter(cluster -> first[cluster] < labels.length)
            .boxed()
            .sorted(order.thenComparingInt(cluster -> first[cluster]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[k];
    for (int i = 0; i < sorted.length; i++) {
      number[sorted[i]] = i + 1;
    }
    return IntStream.of(labels).map(label -> number[label]).toArray();
  }

  private static double[] means(int[] labels, double[] values, int k) {
    double[] means = new double[k];
    for (int cluster = 0; cluster < k; cluster++) {
      means[cluster] = CompensatedSum.of(members(labels, values, cluster)) / count(labels, cluster);
    }
    return means;
  }

  private static int[] firstMembers(int[] labels, int k) {
    int[] first = IntStream.generate(() -> labels.length).limit(k).toArray();
    for (int i = labels.length - 1; i >= 0; i--) {
      first[labels[i]] = i;
    }
    return first;
  }

  static double[] members(int[] labels, double[] values, int cluster) {
    return IntStream.range(0, labels.length)
        .filter(i -> labels[i] == cluster)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static long count(int[] labels, int cluster) {
    return IntStream.of(labels).filter(label -> label == cluster).count();
  }
}
