package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * A fit with its fixed effects written out as columns, for variances that need each row's leverage.
 *
 * <p>Rows are scaled by the root of their working weight; H = QQ' is the projection on all columns.
 * HC3: residuals over 1 − h. CR2: residuals of a cluster times A_g = (I − H_gg)^(−1/2), the Moore–
 * Penrose inverse; degrees of freedom of coefficient j by Satterthwaite under independent errors,
 * (Σ_g b_g'b_g)² / Σ_gh (b_g'b_h)² with b_g = (I − H)_·g A_g X̃_g B e_j. MATRIX_TOO_LARGE above 20
 * million cells. Sources: R. M. Bell and D. F. McCaffrey, 2002, Survey Methodology 28, 169–181; J.
 * E. Pustejovsky and E. Tipton, 2018, Journal of Business & Economic Statistics 36, 672–683.
 */
final class FullDesign {
  private static final long MOST_CELLS = 20_000_000;
  private static final double FULL_LEVERAGE = 1e-9;

  private final Fit fit;
  private final double[][] basis;

  FullDesign(Fit fit) {
    this.fit = fit;
    long columns = fit.names().size() + 1L;
    for (Factor effect : fit.design().effects()) {
      columns += effect.levels();
    }
    if (columns * fit.size() > MOST_CELLS) {
      throw new NotEstimable(NotEstimable.Reason.MATRIX_TOO_LARGE);
    }
    this.basis = basis();
  }

  private double[][] basis() {
    List<double[]> columns = new ArrayList<>();
    for (Factor effect : fit.design().effects()) {
      for (int level = 0; level < effect.levels(); level++) {
        columns.add(dummy(effect, level));
      }
    }
    fit.names().forEach(name -> columns.add(rooted(fit.design().regressor(name))));
    double[][] all = columns.toArray(double[][]::new);
    double[] norms = Arrays.stream(all).mapToDouble(c -> LeastSquares.norm(c, 0)).toArray();
    return new LeastSquares(fit.size(), all, norms, Regression.COLLINEAR).basis();
  }

  private double[] dummy(Factor effect, int level) {
    double[] column = new double[fit.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = effect.code(row) == level ? Math.sqrt(fit.working(row)) : 0;
    }
    return column;
  }

  private double[] rooted(double[] values) {
    double[] column = new double[values.length];
    for (int row = 0; row < column.length; row++) {
      column[row] = values[row] * Math.sqrt(fit.working(row));
    }
    return column;
  }

  Covariance hc3() {
    double[][] scores = fit.scores();
    for (int row = 0; row < fit.size(); row++) {
      double left = 1 - leverage(row, row);
      for (double[] score : scores) {
        score[row] = left < FULL_LEVERAGE ? 0 : score[row] / left;
      }
    }
    double[][] meat = Sandwich.products(Sandwich.sums(scores, Factor.rows(fit.size())));
    int df = Sandwich.freedom(fit, fit.parameters());
    return Covariance.of(fit, Sandwich.around(fit, meat, 1), df, 0, "HC3");
  }

  private double leverage(int a, int b) {
    double sum = 0;
    for (double[] column : basis) {
      sum += column[a] * column[b];
    }
    return sum;
  }

  Covariance cr2(Factor clusters) {
    int k = fit.names().size();
    int[][] members = clusters.members();
    double[][] sums = new double[members.length][k];
    double[][][] spread = new double[k][members.length][];
    for (int g = 0; g < members.length; g++) {
      RealMatrix a = root(members[g]);
      double[][] adjusted = a.multiply(rows(members[g])).getData();
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < members[g].length; i++) {
          sums[g][j] += adjusted[i][j] * unweighted(members[g][i]);
        }
        spread[j][g] = spread(members[g], adjusted, j);
      }
    }
    double[][] v = Sandwich.around(fit, Sandwich.products(sums), 1);
    double[] df = Arrays.stream(spread).mapToDouble(FullDesign::satterthwaite).toArray();
    return new Covariance(fit, v, df, members.length, "CR2(" + clusters.name() + ")", false);
  }

  /** Residual on the scale of weighted rows. */
  private double unweighted(int row) {
    return fit.residuals()[row] / Math.sqrt(fit.working(row));
  }

  private RealMatrix rows(int... members) {
    double[][] x = new double[members.length][fit.names().size()];
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = fit.within()[j][members[i]] * Math.sqrt(fit.working(members[i]));
      }
    }
    return new Array2DRowRealMatrix(x, false);
  }

  /** (I − H_gg)^(−1/2). */
  private RealMatrix root(int... members) {
    double[][] left = new double[members.length][members.length];
    for (int a = 0; a < members.length; a++) {
      for (int b = 0; b < members.length; b++) {
        left[a][b] = (a == b ? 1 : 0) - leverage(members[a], members[b]);
      }
    }
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(left, false));
    RealMatrix values = eigen.getD();
    for (int i = 0; i < members.length; i++) {
      double value = values.getEntry(i, i);
      values.setEntry(i, i, value < FULL_LEVERAGE ? 0 : 1 / Math.sqrt(value));
    }
    return eigen.getV().multiply(values).multiply(eigen.getVT());
  }

  /** b_g of one coefficient: adjusted rows times bread, less their projection. */
  private double[] spread(int[] members, double[][] adjusted, int j) {
    double[] b = new double[fit.size()];
    for (int i = 0; i < members.length; i++) {
      for (int k = 0; k < fit.names().size(); k++) {
        b[members[i]] += adjusted[i][k] * fit.bread()[k][j];
      }
    }
    double[] left = b.clone();
    for (double[] column : basis) {
      double inside = 0;
      for (int row : members) {
        inside += column[row] * b[row];
      }
      for (int row = 0; row < left.length; row++) {
        left[row] -= inside * column[row];
      }
    }
    return left;
  }

  private static double satterthwaite(double[][] b) {
    double trace = 0;
    double squares = 0;
    for (int g = 0; g < b.length; g++) {
      for (int h = 0; h < b.length; h++) {
        double product = 0;
        for (int row = 0; row < b[g].length; row++) {
          product += b[g][row] * b[h][row];
        }
        trace += g == h ? product : 0;
        squares += product * product;
      }
    }
    return trace * trace / squares;
  }
}
