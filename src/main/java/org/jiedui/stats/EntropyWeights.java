package org.jiedui.stats;

/**
 * Weights of indicators by the entropy of their shares: an indicator that differs more weighs more.
 *
 * <p>Formula: {@code p_ij = z_ij / sum_i z_ij}, {@code e_j = -sum_i p ln p / ln n} with 0 ln 0 = 0,
 * {@code w_j = (1 - e_j) / sum_j (1 - e_j)}. Unit: none; weights sum to 1. No constant is added to
 * z. Undefined for a column of zeros or for one row: entropy 1, weight 0. Source: Shannon (1948);
 * Zeleny (1982), Multiple Criteria Decision Making.
 *
 * @param entropy e_j, 1 where undefined
 * @param weights w_j, all 0 when no column differs
 */
public record EntropyWeights(double[] entropy, double[] weights) {

  /** Rows are units in key order, columns are normalised indicators in [0, 1], none missing. */
  public static EntropyWeights of(double[][] z) {
    int columns = z.length == 0 ? 0 : z[0].length;
    double[] entropy = new double[columns];
    double[] diversity = new double[columns];
    for (int j = 0; j < columns; j++) {
      entropy[j] = entropy(z, j);
      diversity[j] = 1 - entropy[j];
    }
    double total = CompensatedSum.of(diversity);
    double[] weights = new double[columns];
    for (int j = 0; j < columns; j++) {
      weights[j] = total > 0 ? diversity[j] / total : 0;
    }
    return new EntropyWeights(entropy, weights);
  }

  private static double entropy(double[][] z, int column) {
    double[] values = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      values[i] = z[i][column];
    }
    double sum = CompensatedSum.of(values);
    if (z.length < 2 || sum == 0) {
      return 1;
    }
    for (int i = 0; i < values.length; i++) {
      double p = values[i] / sum;
      values[i] = p == 0 ? 0 : p * StrictMath.log(p);
    }
    return Math.min(1, -CompensatedSum.of(values) / StrictMath.log(values.length));
  }
}
