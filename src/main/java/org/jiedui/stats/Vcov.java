package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;

/**
 * How a fit's variance is made: V = c B (Σ_g s_g s_g') B, B the bread and s_g the scores of a
 * cluster added up.
 *
 * <p>c: CR0 1; CR1 G/(G−1)·(N−1)/(N−K), K without the levels of fixed effects nested in clusters
 * (as fixest and reghdfe); CR1S with all of them; HC1 N/(N−K). Two-way clusters: V_g + V_h − V_gh
 * with the smaller G, negative eigenvalues set to 0. Reference distribution t with G − 1, without
 * clusters N − K degrees of freedom. Undefined: NO_DF without residual degrees of freedom,
 * SINGLE_CLUSTER for G = 1. Sources: K.-Y. Liang and S. L. Zeger, 1986, Biometrika 73, 13–22; A. C.
 * Cameron, J. B. Gelbach and D. L. Miller, 2011, Journal of Business & Economic Statistics 29,
 * 238–249; W. K. Newey and K. D. West, 1987, Econometrica 55, 703–708; J. C. Driscoll and A. C.
 * Kraay, 1998, Review of Economics and Statistics 80, 549–560.
 */
@FunctionalInterface
public interface Vcov {
  Covariance of(Fit fit);

  /** φ̂ B for least squares; for PPML B alone, the variance of a true Poisson. */
  static Vcov iid() {
    return fit ->
        switch (fit.method()) {
          case OLS -> scaled(fit, fit.dispersion(), "IID");
          case PPML -> scaled(fit, 1, "ML");
        };
  }

  /** φ̂ B, φ̂ the squared (Pearson) error per degree of freedom. */
  static Vcov quasi() {
    return fit -> scaled(fit, fit.dispersion(), "quasi");
  }

  static Vcov hc1() {
    return fit -> {
      double c = (double) fit.size() / Sandwich.freedom(fit, fit.parameters());
      double[][] v = Sandwich.of(fit, Factor.rows(fit.size()), c);
      return Covariance.of(fit, v, fit.degreesOfFreedom(), 0, "HC1");
    };
  }

  static Vcov hc3() {
    return fit -> new FullDesign(fit).hc3();
  }

  static Vcov cr0(Factor clusters) {
    return fit -> {
      Factor used = Sandwich.clusters(fit, clusters);
      double[][] v = Sandwich.of(fit, used, 1);
      return Covariance.of(fit, v, used.levels() - 1, used.levels(), "CR0(" + used.name() + ")");
    };
  }

  static Vcov cr1(Factor... clusters) {
    return fit -> Sandwich.corrected(fit, "CR1", List.of(clusters), List.of(clusters));
  }

  static Vcov cr1s(Factor... clusters) {
    return fit -> Sandwich.corrected(fit, "CR1S", List.of(clusters), List.of());
  }

  /** Bias-reduced, with Satterthwaite degrees of freedom for each coefficient. */
  static Vcov cr2(Factor clusters) {
    return fit -> new FullDesign(fit).cr2(Sandwich.clusters(fit, clusters));
  }

  /** Cluster jackknife around the estimate: every fit without a cluster is made again. */
  static Vcov cv3(Factor clusters) {
    return fit -> ClusterJackknife.of(fit, Sandwich.clusters(fit, clusters)).aroundEstimate();
  }

  /** The same around the mean of the fits without a cluster. */
  static Vcov cv3Mean(Factor clusters) {
    return fit -> ClusterJackknife.of(fit, Sandwich.clusters(fit, clusters)).aroundMean();
  }

  /** Rows in the order of time; Bartlett weights, no prewhitening, no small-sample factor. */
  static Vcov neweyWest(int lag) {
    return fit -> {
      double[][] scores = Sandwich.sums(fit.scores(), Factor.rows(fit.size()));
      double[][] v = Sandwich.around(fit, Sandwich.bartlett(scores, lag), 1);
      int df = Sandwich.freedom(fit, fit.parameters());
      return Covariance.of(fit, v, df, 0, "NW(" + lag + ")");
    };
  }

  /** Newey–West over the scores of each period added up, for panels with many periods. */
  static Vcov driscollKraay(Factor time, int lag) {
    return fit -> {
      Factor used = Sandwich.clusters(fit, time);
      double[][] scores = Sandwich.sums(fit.scores(), used);
      double[][] v = Sandwich.around(fit, Sandwich.bartlett(scores, lag), 1);
      return Covariance.of(fit, v, used.levels() - 1, 0, "DK(" + lag + ")");
    };
  }

  private static Covariance scaled(Fit fit, double by, String method) {
    double[][] v =
        Arrays.stream(fit.bread())
            .map(row -> Arrays.stream(row).map(b -> b * by).toArray())
            .toArray(double[][]::new);
    double df = method.equals("ML") ? Double.POSITIVE_INFINITY : fit.degreesOfFreedom();
    return Covariance.of(fit, v, df, 0, method);
  }
}
