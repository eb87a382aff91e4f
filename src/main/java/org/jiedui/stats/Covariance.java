package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Variance of the coefficients of a fit, with the name of its convention and the degrees of freedom
 * of the t distribution that goes with each coefficient.
 *
 * @param degreesOfFreedom of each coefficient; positive infinity for the normal distribution
 * @param clusters G, of two-way clusters the smaller; 0 for a variance without clusters
 * @param repaired whether negative eigenvalues were set to 0
 */
public record Covariance(
    Fit fit,
    double[][] matrix,
    double[] degreesOfFreedom,
    int clusters,
    String method,
    boolean repaired) {
  private static final double SINGULAR = 1e-12;

  static Covariance of(Fit fit, double[][] matrix, double df, int clusters, String method) {
    double[] each = new double[matrix.length];
    Arrays.fill(each, df);
    return new Covariance(fit, matrix, each, clusters, method, false);
  }

  /** Not above 0 when residuals do not vary; such a fit has no inference. */
  public double standardError(int at) {
    return Math.sqrt(Math.max(0, matrix[at][at]));
  }

  public double standardError(String name) {
    return standardError(fit.names().indexOf(name));
  }

  /** Estimate over standard error; not finite for a standard error of 0. */
  public double statistic(int at) {
    return fit.coefficient(at) / standardError(at);
  }

  /** Two-sided, of t with the coefficient's degrees of freedom. */
  public double p(int at) {
    return twoSided(statistic(at), degreesOfFreedom[at]);
  }

  static double twoSided(double statistic, double df) {
    if (Double.isInfinite(df)) {
      return 2 * ReferenceDistribution.normalTail(Math.abs(statistic));
    }
    return ReferenceDistribution.twoSided(statistic, df);
  }

  public Interval interval(int at, double level) {
    double half = critical(level, degreesOfFreedom[at]) * standardError(at);
    return new Interval(fit.coefficient(at) - half, fit.coefficient(at) + half);
  }

  static double critical(double level, double df) {
    return Double.isInfinite(df)
        ? ReferenceDistribution.NORMAL.critical(level, 1)
        : new TDistribution(df, 1e-14).inverseCumulativeProbability(0.5 + level / 2);
  }

  /** Joint test of coefficients: F = β'V^−1β / q against F(q, df). */
  public record Joint(double f, int q, double df, double p) {}

  /** Undefined with reason SINGULAR_VCOV. */
  public Joint joint(List<String> names) {
    int[] at = names.stream().mapToInt(fit.names()::indexOf).filter(i -> i >= 0).toArray();
    if (at.length == 0) {
      throw new NotEstimable(NotEstimable.Reason.NO_PRE_PERIOD);
    }
    RealMatrix part = new Array2DRowRealMatrix(matrix).getSubMatrix(at, at);
    double[] beta = Arrays.stream(at).mapToDouble(fit::coefficient).toArray();
    SingularValueDecomposition values = new SingularValueDecomposition(part);
    double df = degreesOfFreedom[at[0]];
    if (values.getInverseConditionNumber() < SINGULAR || !(df > 0)) {
      throw new NotEstimable(NotEstimable.Reason.SINGULAR_VCOV);
    }
    DecompositionSolver solver = values.getSolver();
    double f =
        new Array2DRowRealMatrix(beta).transpose().multiply(solver.getInverse()).operate(beta)[0]
            / at.length;
    double p = 1 - new FDistribution(at.length, df).cumulativeProbability(f);
    return new Joint(f, at.length, df, p);
  }

  /** The nearest matrix without negative eigenvalues. */
  static double[][] repaired(double[][] matrix) {
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix));
    RealMatrix values = eigen.getD();
    for (int i = 0; i < matrix.length; i++) {
      values.setEntry(i, i, Math.max(0, values.getEntry(i, i)));
    }
    return eigen.getV().multiply(values).multiply(eigen.getVT()).getData();
  }
}
