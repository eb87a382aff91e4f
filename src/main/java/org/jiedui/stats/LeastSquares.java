package org.jiedui.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Least squares by Householder QR, columns in their order, with iterative refinement.
 *
 * <p>A column whose part outside the span of the earlier ones is below a tolerance of its own norm
 * is left out. Two steps of refinement of the augmented system with residuals in doubled precision
 * give the coefficients as many digits as the data have. Source: Å. Björck, 1967, Iterative
 * refinement of linear least squares solutions I, BIT 7, 257–278.
 */
final class LeastSquares {
  private static final int REFINEMENTS = 2;

  private final List<double[]> columns = new ArrayList<>();
  private final List<Integer> kept = new ArrayList<>();
  private final List<double[]> reflectors = new ArrayList<>();
  private final List<double[]> triangle = new ArrayList<>();
  private final int rows;

  /**
   * @param norms own norm of each column, before anything was projected out of it
   */
  LeastSquares(int rows, double[][] x, double[] norms, double tolerance) {
    this.rows = rows;
    for (int k = 0; k < x.length; k++) {
      add(k, x[k], norms[k] * tolerance);
    }
  }

  private void add(int index, double[] column, double least) {
    int j = kept.size();
    double[] v = column.clone();
    reflect(v);
    double norm = norm(v, j);
    if (j >= rows || norm <= least) {
      return;
    }
    double alpha = v[j] > 0 ? -norm : norm;
    double[] r = new double[j + 1];
    System.arraycopy(v, 0, r, 0, j);
    r[j] = alpha;
    v[j] -= alpha;
    java.util.Arrays.fill(v, 0, j, 0);
    double length = norm(v, j);
    for (int i = j; i < rows && length > 0; i++) {
      v[i] /= length;
    }
    columns.add(column);
    kept.add(index);
    reflectors.add(v);
    triangle.add(r);
  }

  /** Numbers of the columns that are in. */
  List<Integer> kept() {
    return kept;
  }

  int rank() {
    return kept.size();
  }

  double[] solve(double[] y) {
    double[] beta = new double[rank()];
    double[] residual = y.clone();
    double[] d = new double[rank()];
    for (int step = 0; step <= REFINEMENTS; step++) {
      correct(beta, residual, y, d);
    }
    return beta;
  }

  /** One step on r + Xβ = y, X'r = 0; d is what X'r misses. */
  private void correct(double[] beta, double[] residual, double[] y, double[] d) {
    int k = rank();
    boolean first = java.util.Arrays.stream(beta).allMatch(b -> b == 0);
    double[] f = first ? y.clone() : misfit(y, beta, residual);
    if (first) {
      java.util.Arrays.fill(residual, 0);
    }
    for (int j = 0; j < k; j++) {
      d[j] = first ? 0 : -Twofold.dot(columns.get(j), residual);
    }
    double[] h = transposedSolve(d);
    reflect(f);
    double[] upper = new double[k];
    for (int j = 0; j < k; j++) {
      upper[j] = f[j] - h[j];
      f[j] = h[j];
    }
    double[] change = backSolve(upper);
    unreflect(f);
    for (int j = 0; j < k; j++) {
      beta[j] += change[j];
    }
    for (int i = 0; i < rows; i++) {
      residual[i] += f[i];
    }
  }

  private double[] misfit(double[] y, double[] beta, double[] residual) {
    double[] f = new double[rows];
    double[] row = new double[beta.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < beta.length; j++) {
        row[j] = columns.get(j)[i];
      }
      f[i] = Twofold.misfit(y[i], residual[i], row, beta);
    }
    return f;
  }

  /** (X'X)^−1 of the columns that are in. */
  double[][] bread() {
    int k = rank();
    double[][] inverse = new double[k][];
    for (int j = 0; j < k; j++) {
      double[] unit = new double[k];
      unit[j] = 1;
      inverse[j] = backSolve(unit);
    }
    double[][] bread = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        double sum = 0;
        for (int j = Math.max(a, b); j < k; j++) {
          sum += inverse[j][a] * inverse[j][b];
        }
        bread[a][b] = sum;
      }
    }
    return bread;
  }

  /** The orthonormal basis of the columns that are in, one row a column of it. */
  double[][] basis() {
    double[][] basis = new double[rank()][rows];
    for (int j = 0; j < basis.length; j++) {
      basis[j][j] = 1;
      unreflect(basis[j]);
    }
    return basis;
  }

  private double[] backSolve(double[] right) {
    double[] x = right.clone();
    for (int j = x.length - 1; j >= 0; j--) {
      x[j] /= triangle.get(j)[j];
      for (int i = 0; i < j; i++) {
        x[i] -= triangle.get(j)[i] * x[j];
      }
    }
    return x;
  }

  private double[] transposedSolve(double[] right) {
    double[] x = right.clone();
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < j; i++) {
        x[j] -= triangle.get(j)[i] * x[i];
      }
      x[j] /= triangle.get(j)[j];
    }
    return x;
  }

  private void reflect(double[] v) {
    for (int j = 0; j < reflectors.size(); j++) {
      reflect(v, reflectors.get(j), j);
    }
  }

  private void unreflect(double[] v) {
    for (int j = reflectors.size() - 1; j >= 0; j--) {
      reflect(v, reflectors.get(j), j);
    }
  }

  private static void reflect(double[] v, double[] by, int from) {
    double sum = 0;
    for (int i = from; i < v.length; i++) {
      sum += v[i] * by[i];
    }
    for (int i = from; i < v.length; i++) {
      v[i] -= 2 * sum * by[i];
    }
  }

  static double norm(double[] v, int from) {
    double sum = 0;
    for (int i = from; i < v.length; i++) {
      sum += v[i] * v[i];
    }
    return Math.sqrt(sum);
  }
}
