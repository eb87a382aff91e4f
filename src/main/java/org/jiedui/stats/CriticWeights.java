package org.jiedui.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * Weights of indicators by contrast and conflict: an indicator that varies, and is not repeated by
 * others, weighs more.
 *
 * <p>Formula: {@code c_j = sd(z_j) Σ_k (1 − r_jk)}, {@code w_j = c_j / Σ c}, sd with n − 1, r the
 * correlation of columns. Unit: none; weights sum to 1. A constant column gets weight 0 and does
 * not enter the sums of the others (CONSTANT); all weights are 0 where no column varies or fewer
 * than two rows are given. Without any conflict (one column, or all alike) sd alone weighs: the
 * limit of equal conflicts. Source: Diakoulaki, Mavrotas and Papayannakis (1995), Computers and
 * Operations Research 22, 763–770.
 */
public final class CriticWeights {
  private CriticWeights() {}

  /** Rows are units in key order, columns are normalised indicators, none missing. */
  public static double[] of(double[][] z) {
    Standardise scale = Standardise.of(z);
    int columns = scale.mean().length;
    double[] contrast = new double[columns];
    double[] alone = new double[columns];
    for (int j = 0; j < columns; j++) {
      alone[j] = varies(z, scale, j) ? scale.deviation()[j] : 0;
      contrast[j] = alone[j] == 0 ? 0 : alone[j] * conflict(z, scale, j);
    }
    contrast = CompensatedSum.of(contrast) > 0 ? contrast : alone;
    double total = CompensatedSum.of(contrast);
    double[] weights = new double[columns];
    for (int j = 0; j < columns; j++) {
      weights[j] = total > 0 ? contrast[j] / total : 0;
    }
    return weights;
  }

  private static boolean varies(double[][] z, Standardise scale, int column) {
    return z.length > 1 && !scale.isConstant(column);
  }

  private static double conflict(double[][] z, Standardise scale, int column) {
    CompensatedSum sum = new CompensatedSum();
    for (int k = 0; k < scale.mean().length; k++) {
      if (k != column && varies(z, scale, k)) {
        sum.add(1 - correlation(z, column, k));
      }
    }
    return sum.value();
  }

  private static double correlation(double[][] z, int a, int b) {
    return new PearsonsCorrelation()
        .correlation(Standardise.column(z, a), Standardise.column(z, b));
  }
}
