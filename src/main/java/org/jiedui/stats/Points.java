package org.jiedui.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Points in a space of d dimensions, in key order, kept in one array for speed. */
public final class Points implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] values;
  private final int size;
  private final int dimensions;
  // Made when it is first needed; two threads that make it make the same.
  private transient volatile PointColumns columns;

  private Points(double[] values, int size, int dimensions) {
    this.values = values;
    this.size = size;
    this.dimensions = dimensions;
  }

  /** Copies. All rows have the same length of at least one, and every value is finite. */
  public static Points of(double[][] rows) {
    int dimensions = rows.length == 0 ? 1 : rows[0].length;
    double[] values = new double[rows.length * dimensions];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * dimensions, dimensions);
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a point has the coordinate " + value);
      }
    }
    return new Points(values, rows.length, dimensions);
  }

  public int size() {
    return size;
  }

  public int dimensions() {
    return dimensions;
  }

  public double value(int row, int column) {
    return values[row * dimensions + column];
  }

  public double[] row(int row) {
    return Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions);
  }

  /** The points at these places, which may repeat. */
  public Points rows(int[] places) {
    return of(Arrays.stream(places).mapToObj(this::row).toArray(double[][]::new));
  }

  /** The same points by one dimension fewer. */
  public Points without(int column) {
    double[][] rows = new double[size][dimensions - 1];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < dimensions - 1; j++) {
        rows[i][j] = value(i, j < column ? j : j + 1);
      }
    }
    return of(rows);
  }

  /** Squared Euclidean distance of two of the points. */
  public double squaredDistance(int row, int other) {
    double sum = 0;
    int a = row * dimensions;
    int b = other * dimensions;
    for (int j = 0; j < dimensions; j++) {
      double difference = values[a + j] - values[b + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** Squared Euclidean distance of a point to the {@code index}-th of the centres in one array. */
  public double squaredDistance(int row, double[] centres, int index) {
    double sum = 0;
    int a = row * dimensions;
    int b = index * dimensions;
    for (int j = 0; j < dimensions; j++) {
      double difference = values[a + j] - centres[b + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** Adds a point, times the sign, to the {@code index}-th of the sums in one array. */
  void addTo(double[] sums, int index, int row, int sign) {
    int a = row * dimensions;
    int b = index * dimensions;
    for (int j = 0; j < dimensions; j++) {
      sums[b + j] += sign * values[a + j];
    }
  }

  /** Row after row in one array; not to be changed. */
  double[] values() {
    return values;
  }

  /** The same points for distances of many of them at a time. */
  PointColumns columns() {
    PointColumns made = columns;
    if (made == null) {
      made = new PointColumns(values, size, dimensions);
      columns = made;
    }
    return made;
  }

  /** How many points differ from each other: no more clusters than this can be asked for. */
  public int distinct() {
    Set<List<Double>> seen = new HashSet<>();
    for (int i = 0; i < size; i++) {
      // + 0.0 makes a negative zero equal to zero.
      seen.add(Arrays.stream(row(i)).map(x -> x + 0.0).boxed().toList());
    }
    return seen.size();
  }
}
