package org.jiedui.stats;

import java.util.Arrays;

/**
 * The pairing of rows and columns with the smallest total cost (Hungarian algorithm).
 *
 * <p>Formula: a permutation π that minimises {@code Σ_i c(i, π(i))}, by shortest augmenting paths
 * with potentials; cubic time. Rows must not outnumber columns; a donor with several places has a
 * column for each. Unit: that of the costs. Source: Kuhn (1955), Naval Research Logistics Quarterly
 * 2, 83–97; Jonker and Volgenant (1987), Computing 38, 325–340.
 *
 * @param column the column of each row
 */
public record Assignment(int[] column, double cost) {

  public static Assignment cheapest(double[][] costs) {
    int rows = costs.length;
    int columns = rows == 0 ? 0 : costs[0].length;
    if (rows > columns) {
      throw new IllegalArgumentException(rows + " rows, " + columns + " columns");
    }
    int[] row = new int[columns + 1];
    double[] u = new double[rows + 1];
    double[] v = new double[columns + 1];
    for (int i = 1; i <= rows; i++) {
      row[0] = i;
      augment(costs, row, u, v);
    }
    int[] column = new int[rows];
    CompensatedSum total = new CompensatedSum();
    for (int j = 1; j <= columns; j++) {
      if (row[j] > 0) {
        column[row[j] - 1] = j - 1;
      }
    }
    for (int i = 0; i < rows; i++) {
      total.add(costs[i][column[i]]);
    }
    return new Assignment(column, total.value());
  }

  /** Places the row that waits at column 0 by the shortest path of exchanges. */
  private static void augment(double[][] costs, int[] row, double[] u, double[] v) {
    int columns = v.length - 1;
    double[] least = new double[columns + 1];
    int[] way = new int[columns + 1];
    boolean[] used = new boolean[columns + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int at = 0;
    do {
      used[at] = true;
      double delta = Double.POSITIVE_INFINITY;
      int next = 0;
      for (int j = 1; j <= columns; j++) {
        if (!used[j]) {
          double reduced = costs[row[at] - 1][j - 1] - u[row[at]] - v[j];
          if (reduced < least[j]) {
            least[j] = reduced;
            way[j] = at;
          }
          if (least[j] < delta) {
            delta = least[j];
            next = j;
          }
        }
      }
      shift(row, u, v, least, used, delta);
      at = next;
    } while (row[at] != 0);
    while (at != 0) {
      row[at] = row[way[at]];
      at = way[at];
    }
  }

  private static void shift(
      int[] row, double[] u, double[] v, double[] least, boolean[] used, double delta) {
    for (int j = 0; j < v.length; j++) {
      if (used[j]) {
        u[row[j]] += delta;
        v[j] -= delta;
      } else {
        least[j] -= delta;
      }
    }
  }
}
