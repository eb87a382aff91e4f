package org.jiedui.stats;

/** Euclidean distances of all pairs of points; n (n − 1) / 2 cells. */
public final class Distances {
  private final double[] cells;
  private final int size;

  private Distances(double[] cells, int size) {
    this.cells = cells;
    this.size = size;
  }

  /** Cells needed for n points: what a budget is compared with. */
  public static long cells(long size) {
    return size * (size - 1) / 2;
  }

  /** Squared Euclidean distance of two places. */
  public static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  public static Distances of(Points points) {
    int n = points.size();
    double[] cells = new double[Math.toIntExact(cells(n))];
    int at = 0;
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < i; j++) {
        cells[at++] = Math.sqrt(points.squaredDistance(i, j));
      }
    }
    return new Distances(cells, n);
  }

  public int size() {
    return size;
  }

  public double of(int a, int b) {
    if (a == b) {
      return 0;
    }
    int high = Math.max(a, b);
    return cells[start(high) + Math.min(a, b)];
  }

  /** The cells of one point with all before it start here. */
  int start(int row) {
    return (int) cells(row);
  }

  double cell(int index) {
    return cells[index];
  }
}
