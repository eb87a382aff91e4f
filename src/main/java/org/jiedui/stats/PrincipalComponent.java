package org.jiedui.stats;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * First principal component of standardised indicators: its loadings, and the weights that follow
 * from them, for comparison only.
 *
 * <p>Formula: eigenvector v of the correlation matrix with the largest eigenvalue λ, signed so that
 * the sum of loadings is not negative; loading {@code v_j √λ}; weight {@code v_j / Σ v}. Weights
 * can be negative: an index made from them may fall when an indicator improves. Unit: none. A
 * constant column has loading and weight 0 (CONSTANT). Source: OECD/JRC (2008), section 4 and 6.
 *
 * @param loadings correlation of each indicator with the component
 * @param weights sum to 1, may be negative; all 0 where the loadings sum to 0
 * @param explained share of the variance of all varying columns
 */
public record PrincipalComponent(double[] loadings, double[] weights, double explained) {

  /** Rows are units in key order, none missing. */
  public static PrincipalComponent of(double[][] z) {
    Standardise scale = Standardise.of(z);
    int columns = scale.mean().length;
    double[][] scores = scale.apply(z);
    double[][] correlation = correlation(scores, columns);
    int varying = 0;
    for (int j = 0; j < columns; j++) {
      varying += scale.isConstant(j) ? 0 : 1;
    }
    if (varying == 0) {
      return new PrincipalComponent(new double[columns], new double[columns], 0);
    }
    var eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(correlation));
    double lambda = eigen.getEigenvalue(0);
    double[] vector = eigen.getEigenvector(0).toArray();
    double sum = CompensatedSum.of(vector);
    double[] loadings = new double[columns];
    double[] weights = new double[columns];
    for (int j = 0; j < columns; j++) {
      loadings[j] = (sum < 0 ? -1 : 1) * vector[j] * Math.sqrt(lambda);
      weights[j] = sum == 0 ? 0 : vector[j] / sum;
    }
    return new PrincipalComponent(loadings, weights, lambda / varying);
  }

  private static double[][] correlation(double[][] scores, int columns) {
    double[][] correlation = new double[columns][columns];
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k < columns; k++) {
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : scores) {
          sum.add(row[j] * row[k]);
        }
        correlation[j][k] = sum.value() / (scores.length - 1);
      }
    }
    return correlation;
  }
}
