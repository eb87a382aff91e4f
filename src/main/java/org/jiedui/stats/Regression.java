package org.jiedui.stats;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Weighted least squares with n-way fixed effects.
 *
 * <p>Effects are removed from outcome and regressors ({@link FixedEffects}); the rest is solved by
 * QR. A regressor whose part that is left is below 1e-9 of its own norm is dropped with its name.
 * Groups of one row are dropped repeatedly. Undefined: NO_DATA without a row, COLLINEAR when no
 * regressor is left.
 */
public final class Regression {
  static final double COLLINEAR = 1e-9;

  /** Without fixed effects nothing but the columns' own rounding stands between them. */
  private static final double COLLINEAR_AS_GIVEN = 1e-12;

  private Regression() {}

  public static Fit ols(Design design) {
    needsRegressor(design);
    int[] rows = FixedEffects.withoutSingletons(design.effects(), design.rows());
    Design used = design.only(rows);
    if (used.rows() == 0) {
      throw new NotEstimable(NotEstimable.Reason.NO_DATA);
    }
    double[] weights = used.weights();
    FixedEffects effects = new FixedEffects(used.effects(), weights);
    double[] y = outcome(used);
    double[] within = effects.residual(y);
    double[][] x = effects.residuals(used.regressors());
    LeastSquares squares = squares(used, x, weights);
    double[] beta = squares.solve(root(within, weights));
    double[] residuals = residuals(within, x, squares.kept(), beta);
    double error = squared(residuals, weights);
    double[] weighted = times(residuals, weights);
    OptionalDouble r2 = share(error, squared(centred(y, weights), weights));
    OptionalDouble inside = share(error, squared(within, weights));
    Fit.Dropped dropped =
        new Fit.Dropped(lost(used, squares.kept()), design.rows() - used.rows(), 0);
    return new Fit(
        Fit.Method.OLS,
        design,
        used,
        rows,
        dropped,
        new Fit.Solution(squares, x, beta, weighted, weights, error, r2, inside));
  }

  static void needsRegressor(Design design) {
    if (design.names().isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.COLLINEAR);
    }
  }

  private static double[] outcome(Design used) {
    double[] y = used.outcome().clone();
    for (int row = 0; row < y.length; row++) {
      y[row] -= used.offset(row);
    }
    return y;
  }

  static LeastSquares squares(Design used, double[][] x, double[] weights) {
    double[][] rooted = new double[x.length][];
    double[] norms = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      rooted[k] = root(x[k], weights);
      norms[k] = LeastSquares.norm(root(used.regressors().get(k), weights), 0);
    }
    double tolerance = used.effects().isEmpty() ? COLLINEAR_AS_GIVEN : COLLINEAR;
    LeastSquares squares = new LeastSquares(used.rows(), rooted, norms, tolerance);
    if (squares.rank() == 0 && x.length > 0) {
      throw new NotEstimable(NotEstimable.Reason.COLLINEAR);
    }
    return squares;
  }

  static List<String> lost(Design used, List<Integer> kept) {
    return used.names().stream()
        .filter(name -> !kept.contains(used.names().indexOf(name)))
        .toList();
  }

  static double[] residuals(double[] y, double[][] x, List<Integer> kept, double[] beta) {
    double[] residuals = y.clone();
    for (int j = 0; j < beta.length; j++) {
      double[] column = x[kept.get(j)];
      for (int row = 0; row < y.length; row++) {
        residuals[row] -= beta[j] * column[row];
      }
    }
    return residuals;
  }

  static double[] root(double[] values, double[] weights) {
    if (weights == null) {
      return values;
    }
    double[] rooted = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      rooted[row] = values[row] * Math.sqrt(weights[row]);
    }
    return rooted;
  }

  static double[] times(double[] values, double[] weights) {
    if (weights == null) {
      return values;
    }
    double[] product = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      product[row] = values[row] * weights[row];
    }
    return product;
  }

  private static double[] centred(double[] y, double[] weights) {
    double[] ones = new double[y.length];
    java.util.Arrays.fill(ones, 1);
    double mean = CompensatedSum.of(times(y, weights)) / CompensatedSum.of(times(ones, weights));
    return java.util.Arrays.stream(y).map(value -> value - mean).toArray();
  }

  private static double squared(double[] values, double[] weights) {
    CompensatedSum sum = new CompensatedSum();
    for (int row = 0; row < values.length; row++) {
      sum.add(values[row] * values[row] * (weights == null ? 1 : weights[row]));
    }
    return sum.value();
  }

  private static OptionalDouble share(double error, double total) {
    return total > 0 ? OptionalDouble.of(1 - error / total) : OptionalDouble.empty();
  }
}
