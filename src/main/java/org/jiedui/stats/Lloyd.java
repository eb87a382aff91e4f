package org.jiedui.stats;

import java.util.Arrays;

/**
 * The iteration of k-means: assign every point to its nearest centre (ties to the lower number),
 * move every centre to the mean of its points, until nothing changes.
 *
 * <p>A cluster that loses all its points gets the point that lies farthest from its own centre (of
 * equals the first in key order), taken from a cluster that has more than one.
 *
 * <p>Most points are not looked at in most rounds: the distance to the own centre is bounded from
 * above and that to all others from below, both moved by how far the centres moved. A margin of
 * 1e-10 keeps rounding out of it, so the labels are those of the plain iteration. Source: Hamerly
 * (2010), Making k-means even faster, SIAM International Conference on Data Mining, 130–140.
 */
final class Lloyd {
  private static final int MOST_ROUNDS = 1000;
  private static final double MARGIN = 1 + 1e-10;

  private final Points points;
  private final int k;
  private double[] centres;
  private double[] before;
  private final int[] labels;
  private final int[] counts;
  private final double[] upper;
  private final double[] lower;
  private final double[] half;
  private final double[] sums;
  private boolean boundsHold;
  private boolean sumsAreFresh;

  Lloyd(Points points, double[][] start) {
    this.points = points;
    this.k = start.length;
    this.centres = flat(start);
    this.before = new double[centres.length];
    this.labels = new int[points.size()];
    this.counts = new int[k];
    this.upper = new double[points.size()];
    this.lower = new double[points.size()];
    this.half = new double[k];
    this.sums = new double[centres.length];
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
      loosen();
      changed = assign();
    }
    return labels;
  }

  private boolean assign() {
    boolean changed = false;
    halves();
    for (int i = 0; i < labels.length; i++) {
      if (!boundsHold || !surelyNearest(i)) {
        int label = labels[i];
        scan(i);
        if (labels[i] != label) {
          transfer(i, label);
          changed = true;
        }
      }
    }
    boundsHold = true;
    return fillEmpty() || changed;
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

  /** Half the distance of each centre to its nearest other: whatever is nearer belongs to it. */
  private void halves() {
    Arrays.fill(half, Double.POSITIVE_INFINITY);
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        double distance = Math.sqrt(squared(centres, a, centres, b)) / 2;
        half[a] = Math.min(half[a], distance);
        half[b] = Math.min(half[b], distance);
      }
    }
  }

  private boolean surelyNearest(int i) {
    double enough = Math.max(half[labels[i]], lower[i]);
    if (upper[i] * MARGIN < enough) {
      return true;
    }
    upper[i] = Math.sqrt(points.squaredDistance(i, centres, labels[i]));
    return upper[i] * MARGIN < enough;
  }

  private void scan(int i) {
    int best = 0;
    double least = points.squaredDistance(i, centres, 0);
    double second = Double.POSITIVE_INFINITY;
    for (int cluster = 1; cluster < k; cluster++) {
      double distance = points.squaredDistance(i, centres, cluster);
      if (distance < least) {
        second = least;
        least = distance;
        best = cluster;
      } else {
        second = Math.min(second, distance);
      }
    }
    labels[i] = best;
    upper[i] = Math.sqrt(least);
    lower[i] = Math.sqrt(second);
  }

  private boolean fillEmpty() {
    boolean filled = false;
    for (int cluster = 0; cluster < k; cluster++) {
      if (counts[cluster] == 0) {
        fill(cluster);
        filled = true;
      }
    }
    boundsHold &= !filled;
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
    double[] moved = before;
    before = centres;
    centres = moved;
    int d = points.dimensions();
    for (int c = 0; c < moved.length; c++) {
      moved[c] = sums[c] / counts[c / d];
    }
  }

  /** Moves the bounds by how far the centres moved. */
  private void loosen() {
    double[] shift = new double[k];
    int farthest = 0;
    for (int cluster = 0; cluster < k; cluster++) {
      shift[cluster] = Math.sqrt(squared(centres, cluster, before, cluster));
      farthest = shift[cluster] > shift[farthest] ? cluster : farthest;
    }
    double next = 0;
    for (int cluster = 0; cluster < k; cluster++) {
      next = cluster == farthest ? next : Math.max(next, shift[cluster]);
    }
    for (int i = 0; i < labels.length; i++) {
      upper[i] += shift[labels[i]];
      lower[i] -= labels[i] == farthest ? next : shift[farthest];
    }
  }

  private double squared(double[] some, int a, double[] others, int b) {
    int d = points.dimensions();
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double difference = some[a * d + j] - others[b * d + j];
      sum += difference * difference;
    }
    return sum;
  }
}
