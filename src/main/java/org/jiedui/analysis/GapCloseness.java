package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.stats.Polarity;
import org.jiedui.stats.Topsis;

/**
 * TOPSIS closeness of each year's recipients that have every indicator with a weight. None where
 * all of them are equal.
 */
final class GapCloseness {
  private GapCloseness() {}

  static Map<Scored, Double> of(List<Scored> scored, GapScale scale) {
    int[] used =
        IntStream.range(0, scale.weights().length).filter(j -> scale.weights()[j] > 0).toArray();
    Map<Integer, List<Scored>> years = new TreeMap<>();
    for (Scored row : scored) {
      boolean complete = IntStream.of(used).noneMatch(j -> Double.isNaN(row.normalised()[j]));
      if (GapTables.isRecipient(row) && complete && used.length > 0) {
        years.computeIfAbsent(row.year(), year -> new ArrayList<>()).add(row);
      }
    }
    Map<Scored, Double> closeness = new HashMap<>();
    years.values().forEach(rows -> add(rows, used, scale.weights(), closeness));
    return closeness;
  }

  private static void add(
      List<Scored> rows, int[] used, double[] weights, Map<Scored, Double> closeness) {
    double[][] z =
        rows.stream()
            .map(row -> IntStream.of(used).mapToDouble(j -> row.normalised()[j]).toArray())
            .toArray(double[][]::new);
    double[] w = IntStream.of(used).mapToDouble(j -> weights[j]).toArray();
    Polarity[] benefits = new Polarity[used.length];
    Arrays.fill(benefits, Polarity.BENEFIT);
    Topsis.of(z, w, benefits)
        .ifPresent(
            c -> IntStream.range(0, c.length).forEach(i -> closeness.put(rows.get(i), c[i])));
  }
}
