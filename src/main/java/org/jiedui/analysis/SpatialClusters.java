package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.stats.CanonicalLabels;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.Points;
import org.jiedui.stats.Skater;
import org.jiedui.stats.SpatialWeights;

/**
 * Clusters of regions that hang together on the map. Islands are in none.
 *
 * @param weights of all classified regions
 * @param connected places of those that have a neighbour
 */
record SpatialClusters(
    Points points, SpatialWeights weights, int[] connected, SpatialWeights among, int parts) {

  static SpatialClusters of(Points points, SpatialWeights weights) {
    int[] connected = weights.connected();
    SpatialWeights among = weights.among(connected);
    return new SpatialClusters(
        points.rows(connected), weights, connected, among, Skater.parts(among.neighbours()));
  }

  /** Within-cluster sum of squares; null where the map has more parts, or too few regions. */
  Double wss(int k) {
    return k < parts || k > points.size()
        ? null
        : (Double) KMeans.of(points, Skater.of(points, among.neighbours(), k), k).wss();
  }

  /**
   * Labels 1…, numbered as clusters are, by place; 0 for an island. At least as many clusters as
   * the map has parts.
   */
  int[] labels(int k, List<double[]> ordering) {
    int[] labels = new int[weights.size()];
    if (points.size() > 0) {
      int most = Math.min(points.size(), Math.max(k, parts));
      double[][] own =
          ordering.stream()
              .map(values -> IntStream.of(connected).mapToDouble(i -> values[i]).toArray())
              .toArray(double[][]::new);
      int[] found = CanonicalLabels.of(Skater.of(points, among.neighbours(), most), own);
      Arrays.setAll(labels, i -> 0);
      for (int i = 0; i < connected.length; i++) {
        labels[connected[i]] = found[i];
      }
    }
    return labels;
  }
}
