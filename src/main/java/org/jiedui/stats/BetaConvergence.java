package org.jiedui.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Do poorer units grow faster? Growth regressed on the logarithm of the first value, and on
 * controls where convergence is conditional on them.
 *
 * <p>Formula: {@code (1/T) ln(y_T / y_0) = a + b ln y_0 (+ controls)} by least squares (QR); speed
 * {@code −ln(1 + bT) / T} a year, half-life {@code ln 2 / speed} years. The standard error of b is
 * the classical one (iid). Empty (NO_DF) without residual degrees of freedom, and where ln y_0 or a
 * control does not vary (COLLINEAR). Source: Barro and Sala-i-Martin (1992), Journal of Political
 * Economy 100, 223–251.
 *
 * @param slope b
 * @param standardError of b
 * @param years T
 */
public record BetaConvergence(
    double intercept, double slope, double standardError, double rSquared, int units, int years) {

  /**
   * @param first y_0, positive
   * @param last y_T, positive
   * @param controls one row a unit; rows of length 0 for absolute convergence
   */
  public static Optional<BetaConvergence> of(
      double[] first, double[] last, int years, double[][] controls) {
    int columns = 1 + (controls.length == 0 ? 0 : controls[0].length);
    if (first.length <= columns + 1) {
      return Optional.empty();
    }
    double[] growth = new double[first.length];
    double[][] x = new double[first.length][columns];
    for (int i = 0; i < growth.length; i++) {
      x[i][0] = StrictMath.log(first[i]);
      growth[i] = (StrictMath.log(last[i]) - x[i][0]) / years;
      System.arraycopy(controls[i], 0, x[i], 1, columns - 1);
    }
    return fitted(growth, x, years);
  }

  private static Optional<BetaConvergence> fitted(double[] growth, double[][] x, int years) {
    var regression = new OLSMultipleLinearRegression(1e-12);
    try {
      regression.newSampleData(growth, x);
      double[] beta = regression.estimateRegressionParameters();
      return Optional.of(
          new BetaConvergence(
              beta[0],
              beta[1],
              regression.estimateRegressionParametersStandardErrors()[1],
              regression.calculateRSquared(),
              growth.length,
              years));
    } catch (MathRuntimeException singular) {
      // The library says so of a matrix without full rank; an empty answer says it to the caller.
      return Optional.empty();
    }
  }

  /** Share of the gap closed in a year; empty (NO_SPEED) where b ≥ 0 or 1 + bT ≤ 0. */
  public OptionalDouble speed() {
    double left = 1 + slope * years;
    return slope >= 0 || left <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(-StrictMath.log(left) / years);
  }

  /** Years until half the gap is closed; empty (NO_SPEED) without a speed. */
  public OptionalDouble halfLife() {
    return speed().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(StrictMath.log(2) / speed().getAsDouble());
  }
}
