package org.jiedui.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What one round of k-means needs to know of some of the points: sums by nearest centre (of equals
 * the lowest number). Those of parts add up to those of the whole, exactly and in any order.
 *
 * <p>Formula: with m the mean of the points nearest to centre c, {@code WSS = sum |x - c|^2 - sum n
 * |m - c|^2} is their sum of squares around their own means. Unit: squared units of the variables.
 * Source: Lloyd (1982), IEEE Transactions on Information Theory 28, 129–137.
 */
public final class NearestSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] centres;
  private final long[] counts;
  private final ExactSum[] sums;
  private final ExactSum squares = new ExactSum();
  private double farthest = -1;
  private double[] farthestPoint;

  private NearestSums(double[][] centres) {
    this.centres = centres;
    this.counts = new long[centres.length];
    this.sums =
        Stream.generate(ExactSum::new)
            .limit((long) centres.length * centres[0].length)
            .toArray(ExactSum[]::new);
  }

  public static NearestSums of(Points part, double[][] centres) {
    NearestSums found = new NearestSums(centres);
    double[][] squares = new double[centres.length][PointColumns.TILE];
    double[] flat = Lloyd.flat(centres);
    for (int tile = 0; tile < part.columns().tiles(); tile++) {
      for (int c = 0; c < centres.length; c++) {
        part.columns().squares(tile, flat, c, squares[c]);
      }
      int from = tile * PointColumns.TILE;
      int size = Math.min(PointColumns.TILE, part.size() - from);
      for (int i = 0; i < size; i++) {
        int nearest = nearest(squares, i);
        found.add(part, from + i, nearest, squares[nearest][i]);
      }
    }
    return found;
  }

  /** Number of the centre that is nearest to each point. */
  public static int[] labels(Points part, double[][] centres) {
    double[] flat = Lloyd.flat(centres);
    int[] labels = new int[part.size()];
    for (int i = 0; i < labels.length; i++) {
      for (int c = 1; c < centres.length; c++) {
        boolean nearer =
            part.squaredDistance(i, flat, c) < part.squaredDistance(i, flat, labels[i]);
        labels[i] = nearer ? c : labels[i];
      }
    }
    return labels;
  }

  private static int nearest(double[][] squares, int i) {
    int nearest = 0;
    for (int c = 1; c < squares.length; c++) {
      nearest = squares[c][i] < squares[nearest][i] ? c : nearest;
    }
    return nearest;
  }

  private void add(Points part, int row, int nearest, double square) {
    int d = part.dimensions();
    counts[nearest]++;
    for (int j = 0; j < d; j++) {
      sums[nearest * d + j].add(part.value(row, j));
    }
    squares.add(square);
    if (square >= farthest) {
      offer(square, part.row(row));
    }
  }

  /** Of equally far points the first by its coordinates. */
  private void offer(double square, double[] point) {
    boolean first = farthestPoint == null || Arrays.compare(point, farthestPoint) < 0;
    if (square > farthest || square == farthest && first) {
      farthest = square;
      farthestPoint = point;
    }
  }

  /** With the sums of other points around the same centres. */
  public NearestSums plus(NearestSums other) {
    for (int c = 0; c < counts.length; c++) {
      counts[c] += other.counts[c];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i].add(other.sums[i]);
    }
    squares.add(other.squares);
    if (other.farthestPoint != null) {
      offer(other.farthest, other.farthestPoint);
    }
    return this;
  }

  public long[] counts() {
    return counts.clone();
  }

  /** The means; the first empty cluster gets the point that lies farthest from its centre. */
  public double[][] means() {
    double[][] means = new double[counts.length][];
    boolean filled = false;
    for (int c = 0; c < means.length; c++) {
      boolean fill = counts[c] == 0 && !filled;
      means[c] = counts[c] > 0 ? mean(c) : fill ? farthestPoint.clone() : centres[c].clone();
      filled |= fill;
    }
    return means;
  }

  private double[] mean(int cluster) {
    double[] mean = new double[centres[cluster].length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = sums[cluster * mean.length + j].value() / counts[cluster];
    }
    return mean;
  }

  public double wss() {
    double[] terms = new double[counts.length + 1];
    terms[counts.length] = squares.value();
    for (int c = 0; c < counts.length; c++) {
      terms[c] = counts[c] == 0 ? 0 : -counts[c] * Distances.squared(mean(c), centres[c]);
    }
    return CompensatedSum.of(terms);
  }
}
