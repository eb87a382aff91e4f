package org.jiedui.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Clusters of neighbouring regions: a minimum spanning tree over the map, cut where the
 * within-cluster sum of squares falls most.
 *
 * <p>Edges cost the squared distance of their ends; of equal ones the lowest numbers come first. A
 * map in several parts gives one tree for each, and at least as many clusters; islands are clusters
 * of one. Each further cluster is one cut. Unit of the sum of squares: squared units of the
 * variables. Refused below as many clusters as the map has parts. Source: Assunção, Neves, Câmara
 * and da Costa Freitas (2006), International Journal of Geographical Information Science 20,
 * 797–811.
 */
public final class Skater {
  private final Points points;
  private final List<List<Integer>> tree = new ArrayList<>();

  private Skater(Points points, int[][] neighbours) {
    this.points = points;
    for (int i = 0; i < points.size(); i++) {
      tree.add(new ArrayList<>());
    }
    span(neighbours);
  }

  /** How many parts the map has, islands counted: the fewest clusters there can be. */
  public static int parts(int[][] neighbours) {
    BitSet seen = new BitSet();
    int parts = 0;
    for (int i = 0; i < neighbours.length; i++) {
      if (!seen.get(i)) {
        parts++;
        Deque<Integer> open = new ArrayDeque<>(List.of(i));
        seen.set(i);
        while (!open.isEmpty()) {
          for (int next : neighbours[open.pop()]) {
            if (!seen.get(next)) {
              seen.set(next);
              open.push(next);
            }
          }
        }
      }
    }
    return parts;
  }

  /** Labels 0…k−1 in the order of first members; neighbourhood is mutual. */
  public static int[] of(Points points, int[][] neighbours, int k) {
    int parts = parts(neighbours);
    if (k < parts || k > points.size()) {
      throw new IllegalArgumentException(k + " clusters of a map in " + parts + " parts");
    }
    Skater skater = new Skater(points, neighbours);
    for (int cuts = parts; cuts < k; cuts++) {
      Cut best = skater.bestCut();
      skater.tree.get(best.parent).remove((Integer) best.child);
      skater.tree.get(best.child).remove((Integer) best.parent);
    }
    return skater.labels();
  }

  /** Kruskal: the cheapest edge that joins two parts, again and again. */
  private void span(int[][] neighbours) {
    record Edge(int a, int b, double cost) {}
    List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < neighbours.length; a++) {
      for (int b : neighbours[a]) {
        if (a < b) {
          edges.add(new Edge(a, b, points.squaredDistance(a, b)));
        }
      }
    }
    edges.sort(
        Comparator.comparingDouble(Edge::cost).thenComparingInt(Edge::a).thenComparingInt(Edge::b));
    int[] root = new int[points.size()];
    Arrays.setAll(root, i -> i);
    for (Edge edge : edges) {
      int a = root(root, edge.a);
      int b = root(root, edge.b);
      if (a != b) {
        root[Math.max(a, b)] = Math.min(a, b);
        tree.get(edge.a).add(edge.b);
        tree.get(edge.b).add(edge.a);
      }
    }
  }

  private static int root(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  /** An edge of the tree and by how much cutting it lowers the sum of squares. */
  private record Cut(int parent, int child, double gain) {}

  private Cut bestCut() {
    Cut best = null;
    BitSet seen = new BitSet();
    for (int i = 0; i < points.size(); i++) {
      if (!seen.get(i)) {
        for (Cut cut : cuts(i, seen)) {
          best = best == null || cut.gain > best.gain ? cut : best;
        }
      }
    }
    return best;
  }

  /** All cuts of one tree, from sums of its branches. */
  private List<Cut> cuts(int start, BitSet seen) {
    List<int[]> order = new ArrayList<>();
    Deque<int[]> open = new ArrayDeque<>(List.of(new int[] {start, -1}));
    while (!open.isEmpty()) {
      int[] at = open.pop();
      seen.set(at[0]);
      order.add(at);
      for (int next : tree.get(at[0])) {
        if (next != at[1]) {
          open.push(new int[] {next, at[0]});
        }
      }
    }
    double[][] sums = new double[points.size()][];
    int[] counts = new int[points.size()];
    for (int i = order.size() - 1; i >= 0; i--) {
      collect(order.get(i)[0], order.get(i)[1], sums, counts);
    }
    double whole = pull(sums[start], counts[start]);
    List<Cut> cuts = new ArrayList<>();
    for (int[] edge : order.subList(1, order.size())) {
      double[] rest = sums[start].clone();
      for (int j = 0; j < rest.length; j++) {
        rest[j] -= sums[edge[0]][j];
      }
      double gain =
          pull(sums[edge[0]], counts[edge[0]])
              + pull(rest, counts[start] - counts[edge[0]])
              - whole;
      cuts.add(new Cut(edge[1], edge[0], gain));
    }
    cuts.sort(
        Comparator.comparingInt((Cut c) -> Math.min(c.parent, c.child))
            .thenComparingInt(c -> Math.max(c.parent, c.child)));
    return cuts;
  }

  /** Adds a finished branch to the one it hangs on; its own point was not counted yet. */
  private void collect(int unit, int parent, double[][] sums, int[] counts) {
    sums[unit] = sums[unit] == null ? new double[points.dimensions()] : sums[unit];
    points.addTo(sums[unit], 0, unit, 1);
    counts[unit]++;
    if (parent >= 0) {
      sums[parent] = sums[parent] == null ? new double[points.dimensions()] : sums[parent];
      for (int j = 0; j < sums[unit].length; j++) {
        sums[parent][j] += sums[unit][j];
      }
      counts[parent] += counts[unit];
    }
  }

  /** {@code |Σ x|² / n}: what a group of this sum takes off the total of squares. */
  private static double pull(double[] sum, int count) {
    CompensatedSum squares = new CompensatedSum();
    for (double s : sum) {
      squares.add(s * s / count);
    }
    return squares.value();
  }

  private int[] labels() {
    int[] labels = new int[points.size()];
    Arrays.fill(labels, -1);
    int next = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        paint(i, next++, labels);
      }
    }
    return labels;
  }

  private void paint(int start, int label, int[] labels) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    labels[start] = label;
    while (!open.isEmpty()) {
      for (int next : tree.get(open.pop())) {
        if (labels[next] < 0) {
          labels[next] = label;
          open.push(next);
        }
      }
    }
  }
}
