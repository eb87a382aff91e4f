package org.jiedui.stats;

import java.util.Optional;

/**
 * Closeness of units to the best and distance from the worst of each indicator.
 *
 * <p>Formula: {@code v = w z}, d⁺ and d⁻ the Euclidean distances to the best and the worst value of
 * each column (best = largest for a benefit, smallest for a cost), {@code c = d⁻ / (d⁺ + d⁻)}.
 * Columns are normalised before, by {@link MinMax} (then all are benefits) or by {@link #vector}.
 * Unit: none, in [0, 1]. Empty (ALL_EQUAL) where all rows are equal. Source: Hwang and Yoon (1981),
 * Multiple Attribute Decision Making.
 */
public final class Topsis {
  private Topsis() {}

  /** Rows are units, columns normalised indicators with their polarity. */
  public static Optional<double[]> of(double[][] z, double[] weights, Polarity[] polarity) {
    double[] best = extremes(z, weights, polarity, Polarity.BENEFIT);
    double[] worst = extremes(z, weights, polarity, Polarity.COST);
    if (distance(best, worst) == 0) {
      return Optional.empty();
    }
    double[] closeness = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double[] v = times(z[i], weights);
      double away = distance(v, worst);
      closeness[i] = away / (distance(v, best) + away);
    }
    return Optional.of(closeness);
  }

  /** {@code x / √Σ x²} by column; a column of zeros stays as it is. */
  public static double[][] vector(double[][] x) {
    double[][] scaled = new double[x.length][];
    int columns = x.length == 0 ? 0 : x[0].length;
    double[] norms = new double[columns];
    for (int j = 0; j < columns; j++) {
      CompensatedSum squares = new CompensatedSum();
      for (double[] row : x) {
        squares.add(row[j] * row[j]);
      }
      norms[j] = Math.sqrt(squares.value());
    }
    for (int i = 0; i < x.length; i++) {
      scaled[i] = x[i].clone();
      for (int j = 0; j < columns; j++) {
        scaled[i][j] = norms[j] == 0 ? 0 : x[i][j] / norms[j];
      }
    }
    return scaled;
  }

  /** The largest weighted value of columns of this polarity, the smallest of the others. */
  private static double[] extremes(
      double[][] z, double[] weights, Polarity[] polarity, Polarity largest) {
    double[] found = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      found[j] = weights[j] * z[0][j];
      for (double[] row : z) {
        double v = weights[j] * row[j];
        found[j] = polarity[j] == largest ? Math.max(found[j], v) : Math.min(found[j], v);
      }
    }
    return found;
  }

  private static double[] times(double[] row, double[] weights) {
    double[] product = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      product[j] = row[j] * weights[j];
    }
    return product;
  }

  private static double distance(double[] a, double[] b) {
    CompensatedSum squares = new CompensatedSum();
    for (int j = 0; j < a.length; j++) {
      squares.add((a[j] - b[j]) * (a[j] - b[j]));
    }
    return Math.sqrt(squares.value());
  }
}
