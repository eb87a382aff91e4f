package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Removes n-way weighted fixed effects from columns by alternating projections: the weighted mean
 * of every group of every factor is taken out in turn until the largest change is below 1e-10 of
 * the column's scale.
 *
 * <p>Source: S. Gaure, 2013, OLS with multiple high dimensional category variables, Computational
 * Statistics & Data Analysis 66, 8–18.
 */
final class FixedEffects {
  private static final double TOLERANCE = 1e-10;
  private static final int MOST_SWEEPS = 10_000;

  private final List<Factor> factors;
  private final double[] weights;
  private final double[][] inverse;

  /** Weights may be null for 1. */
  FixedEffects(List<Factor> factors, double[] weights) {
    this.factors = factors;
    this.weights = weights;
    this.inverse = factors.stream().map(this::inverse).toArray(double[][]::new);
  }

  private double[] inverse(Factor factor) {
    double[] sums = new double[factor.levels()];
    for (int row = 0; row < factor.size(); row++) {
      sums[factor.code(row)] += weights == null ? 1 : weights[row];
    }
    return Arrays.stream(sums).map(sum -> sum > 0 ? 1 / sum : 0).toArray();
  }

  /** Largest absolute value: what the tolerance is measured by. */
  static double scale(double[] column) {
    double largest = 0;
    for (double value : column) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  double[] residual(double[] column) {
    double[] copy = column.clone();
    remove(copy, scale(column));
    return copy;
  }

  /** Columns are independent of each other, so the number of threads cannot be seen. */
  double[][] residuals(List<double[]> columns) {
    return IntStream.range(0, columns.size())
        .parallel()
        .mapToObj(k -> residual(columns.get(k)))
        .toArray(double[][]::new);
  }

  /** Takes the effects out in place. */
  void remove(double[] column, double scale) {
    if (factors.isEmpty() || scale == 0) {
      return;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double change = sweep(column);
      if (change <= TOLERANCE * scale) {
        return;
      }
    }
    throw new NotEstimable(NotEstimable.Reason.NO_CONVERGENCE);
  }

  private double sweep(double[] column) {
    double change = 0;
    for (int f = 0; f < factors.size(); f++) {
      int[] codes = factors.get(f).codes();
      double[] means = means(column, codes, inverse[f]);
      for (double mean : means) {
        change = Math.max(change, Math.abs(mean));
      }
      for (int row = 0; row < column.length; row++) {
        column[row] -= means[codes[row]];
      }
    }
    return change;
  }

  private double[] means(double[] column, int[] codes, double[] inverse) {
    double[] sums = new double[inverse.length];
    if (weights == null) {
      for (int row = 0; row < column.length; row++) {
        sums[codes[row]] += column[row];
      }
    } else {
      for (int row = 0; row < column.length; row++) {
        sums[codes[row]] += weights[row] * column[row];
      }
    }
    for (int group = 0; group < sums.length; group++) {
      sums[group] *= inverse[group];
    }
    return sums;
  }

  /** Rows left when groups of one row are dropped until there are none. */
  static int[] withoutSingletons(List<Factor> factors, int rows) {
    boolean[] out = new boolean[rows];
    boolean changed = !factors.isEmpty();
    while (changed) {
      changed = false;
      for (Factor factor : factors) {
        changed |= dropSingletons(factor, out);
      }
    }
    return IntStream.range(0, rows).filter(row -> !out[row]).toArray();
  }

  private static boolean dropSingletons(Factor factor, boolean[] out) {
    int[] counts = new int[factor.levels()];
    for (int row = 0; row < out.length; row++) {
      counts[factor.code(row)] += out[row] ? 0 : 1;
    }
    boolean changed = false;
    for (int row = 0; row < out.length; row++) {
      if (!out[row] && counts[factor.code(row)] == 1) {
        out[row] = true;
        changed = true;
      }
    }
    return changed;
  }
}
