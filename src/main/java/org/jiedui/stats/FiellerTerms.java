package org.jiedui.stats;

import java.util.Optional;

/**
 * The quadratic whose roots limit a ratio of means (Fieller 1954): a R² − 2b R + c = 0 with a = p̄²
 * − t²v_p, b = p̄q̄ − t²v_pq, c = q̄² − t²v_q; v are (co)variances of the means.
 */
record FiellerTerms(double a, double b, double c, double g) {

  static FiellerTerms of(
      double[] before, double[] after, double level, ReferenceDistribution reference) {
    int n = before.length;
    double p = CompensatedSum.of(before) / n;
    double q = CompensatedSum.of(after) / n;
    double t = reference.critical(level, n - 1);
    double t2 = t * t;
    double vp = covarianceOfMeans(before, p, before, p);
    return new FiellerTerms(
        p * p - t2 * vp,
        p * q - t2 * covarianceOfMeans(before, p, after, q),
        q * q - t2 * covarianceOfMeans(after, q, after, q),
        t2 * vp / (p * p));
  }

  Optional<Interval> interval() {
    double discriminant = b * b - a * c;
    if (g >= 1 || a <= 0 || discriminant < 0) {
      return Optional.empty();
    }
    double root = Math.sqrt(discriminant);
    return Optional.of(new Interval((b - root) / a, (b + root) / a));
  }

  private static double covarianceOfMeans(double[] x, double meanX, double[] y, double meanY) {
    CompensatedSum products = new CompensatedSum();
    for (int i = 0; i < x.length; i++) {
      products.add((x[i] - meanX) * (y[i] - meanY));
    }
    return products.value() / (x.length - 1.0) / x.length;
  }
}
