package org.jiedui.stats;

/**
 * Sums of products as if calculated with twice the digits of a double and rounded once.
 *
 * <p>Formula: Dot2, the errors of each product (by fused multiply–add) and of each sum carried
 * along. Source: T. Ogita, S. M. Rump and S. Oishi, 2005, Accurate sum and dot product, SIAM
 * Journal on Scientific Computing 26, 1955–1988.
 */
final class Twofold {
  private double sum;
  private double error;

  static double dot(double[] a, double[] b) {
    Twofold total = new Twofold();
    for (int i = 0; i < a.length; i++) {
      total.product(a[i], b[i]);
    }
    return total.value();
  }

  /** y − r − x'β. */
  static double misfit(double y, double r, double[] x, double[] beta) {
    Twofold total = new Twofold();
    total.term(y);
    total.term(-r);
    for (int j = 0; j < x.length; j++) {
      total.product(-x[j], beta[j]);
    }
    return total.value();
  }

  private void product(double a, double b) {
    double product = a * b;
    term(product);
    error += Math.fma(a, b, -product);
  }

  private void term(double value) {
    double next = sum + value;
    double back = next - sum;
    error += (sum - (next - back)) + (value - back);
    sum = next;
  }

  private double value() {
    return sum + error;
  }
}
