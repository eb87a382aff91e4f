package org.jiedui.stats;

import java.io.Serializable;

/**
 * z-scores of columns with the sample standard deviation.
 *
 * <p>Formula: {@code (x - mean) / sd}, sd with n - 1. Unit: standard deviations. Undefined for a
 * column without variation or with one value: {@link #isConstant} says so and its scores are 0.
 *
 * @param mean of each column
 * @param deviation sample standard deviation of each column, 0 where constant
 */
public record Standardise(double[] mean, double[] deviation) implements Serializable {

  /** Rows in key order, no value missing; two passes, compensated sums. */
  public static Standardise of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (int j = 0; j < columns; j++) {
      double[] column = column(rows, j);
      mean[j] = CompensatedSum.of(column) / column.length;
      deviation[j] = allEqual(column) ? 0 : deviation(column, mean[j]);
    }
    return new Standardise(mean, deviation);
  }

  public boolean isConstant(int column) {
    return deviation[column] == 0;
  }

  public double[][] apply(double[][] rows) {
    double[][] scores = new double[rows.length][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        scores[i][j] = isConstant(j) ? 0 : (rows[i][j] - mean[j]) / deviation[j];
      }
    }
    return scores;
  }

  /** Sample standard deviation around a known mean. */
  static double deviation(double[] values, double mean) {
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(CompensatedSum.of(squares) / (values.length - 1));
  }

  static boolean allEqual(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  static double[] column(double[][] rows, int j) {
    double[] column = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i][j];
    }
    return column;
  }
}
