package org.jiedui.stats;

import java.util.Arrays;

/**
 * The iteration of k-means: assign every point to its nearest centre (of equals the one it stands
 * with, else the lowest number), move every centre to the mean of its points, until nothing
 * changes.
 *
 * <p>A cluster that loses all its points gets the point that lies farthest from its own centre (of
 * equals the first in key order), taken from a cluster that has more than one.
 *
 * <p>Of a tile of points the distances to all centres are computed one centre after the other.
 * Bounds that would spare some of them spare little where points are not well separated, which is
 * where the iteration takes long.
 */
final class Lloyd {
  private static final int MOST_ROUNDS = 1000;

  private final Points points;
  private final PointColumns columns;
  private final int k;
  private final double[] centres;
  private final int[] labels;
  private final int[] counts;
  private final double[] sums;
  private final double[][] squares;
  private final double[] least = new double[PointColumns.TILE];
  private final int[] nearest = new int[PointColumns.TILE];
  private boolean sumsAreFresh;

  Lloyd(Points points, double[][] start) {
    this.points = points;
    this.columns = points.columns();
    this.k = start.length;
    this.centres = flat(start);
    this.labels = new int[points.size()];
    this.counts = new int[k];
    this.sums = new double[centres.length];
    this.squares = new double[k][PointColumns.TILE];
    counts[0] = labels.length;
  }

  static double[] flat(double[][] rows) {
    return Points.of(rows).values();
  }

  int[] run() {
    boolean changed = true;
    assign();
    sum();
    for (int round = 0; (changed || !sumsAreFresh) && round < MOST_ROUNDS; round++) {
      if (!changed) {
        sum();
      }
      move();
      changed = assign();
    }
    return labels;
  }

  private boolean assign() {
    boolean changed = false;
    for (int tile = 0; tile < columns.tiles(); tile++) {
      int from = tile * PointColumns.TILE;
      int size = Math.min(PointColumns.TILE, labels.length - from);
      search(tile, from, size);
      for (int i = 0; i < size; i++) {
        int label = labels[from + i];
        if (label != nearest[i]) {
          labels[from + i] = nearest[i];
          transfer(from + i, label);
          changed = true;
        }
      }
    }
    return fillEmpty() || changed;
  }

  /** The nearest centre of each point of a tile; most points stay, so the search begins there. */
  private void search(int tile, int from, int size) {
    measure(tile);
    System.arraycopy(labels, from, nearest, 0, size);
    for (int i = 0; i < size; i++) {
      least[i] = squares[nearest[i]][i];
    }
    for (int cluster = 0; cluster < k; cluster++) {
      double[] distances = squares[cluster];
      for (int i = 0; i < size; i++) {
        if (distances[i] < least[i]) {
          least[i] = distances[i];
          nearest[i] = cluster;
        }
      }
    }
  }

  private void measure(int tile) {
    for (int cluster = 0; cluster + 1 < k; cluster += 2) {
      columns.squares(tile, centres, cluster, squares[cluster], squares[cluster + 1]);
    }
    if (k % 2 == 1) {
      columns.squares(tile, centres, k - 1, squares[k - 1]);
    }
  }

  /** Keeps the sums up to date; {@link #sum} makes them free of rounding before the end. */
  private void transfer(int i, int from) {
    points.addTo(sums, from, i, -1);
    points.addTo(sums, labels[i], i, 1);
    counts[from]--;
    counts[labels[i]]++;
    sumsAreFresh = false;
  }

  private void sum() {
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
    for (int i = 0; i < labels.length; i++) {
      points.addTo(sums, labels[i], i, 1);
      counts[labels[i]]++;
    }
    sumsAreFresh = true;
  }

  private boolean fillEmpty() {
    boolean filled = false;
    for (int cluster = 0; cluster < k; cluster++) {
      if (counts[cluster] == 0) {
        fill(cluster);
        filled = true;
      }
    }
    return filled;
  }

  private void fill(int empty) {
    int farthest = -1;
    double most = -1;
    for (int i = 0; i < labels.length; i++) {
      double distance = counts[labels[i]] > 1 ? points.squaredDistance(i, centres, labels[i]) : -1;
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    int from = labels[farthest];
    labels[farthest] = empty;
    transfer(farthest, from);
    System.arraycopy(
        points.row(farthest), 0, centres, empty * points.dimensions(), points.dimensions());
  }

  private void move() {
    int d = points.dimensions();
    for (int c = 0; c < centres.length; c++) {
      centres[c] = sums[c] / counts[c / d];
    }
  }
}
