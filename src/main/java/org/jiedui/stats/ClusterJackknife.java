package org.jiedui.stats;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Fits without one cluster each, fixed effects estimated again: CV3 = (G−1)/G Σ (β_(−g) − c)(β_(−g)
 * − c)'.
 *
 * <p>Where units differ in their outcomes only, a Poisson fit needs their sums and no rows.
 * Undefined with the reason of the first fit that has none, COLLINEAR when one loses a regressor.
 * Source: J. G. MacKinnon, M. Ø. Nielsen and M. D. Webb, 2023, Cluster-robust inference: a guide to
 * empirical practice, Journal of Econometrics 232, 272–299.
 */
final class ClusterJackknife {
  private final Fit fit;
  private final Factor clusters;
  private final double[][] without;

  private ClusterJackknife(Fit fit, Factor clusters, double[][] without) {
    this.fit = fit;
    this.clusters = clusters;
    this.without = without;
  }

  static ClusterJackknife of(Fit fit, Factor clusters) {
    IntFunction<Fit> leaving = leaving(fit, clusters);
    double[][] without =
        IntStream.range(0, clusters.levels())
            .mapToObj(g -> coefficients(fit, leaving.apply(g)))
            .toArray(double[][]::new);
    return new ClusterJackknife(fit, clusters, without);
  }

  /** The fit without each cluster. */
  private static IntFunction<Fit> leaving(Fit fit, Factor clusters) {
    Design design = fit.design().keep(fit.names());
    boolean whole = design.effects().stream().allMatch(effect -> effect.nestedIn(clusters));
    Optional<PooledPanel> pooled =
        fit.method() == Fit.Method.PPML && whole ? PooledPanel.of(design) : Optional.empty();
    return out ->
        pooled
            .map(panel -> panel.without(clusters, out))
            .orElseGet(() -> again(fit, clusters, out));
  }

  private static Fit again(Fit fit, Factor clusters, int out) {
    return fit.again(
        IntStream.range(0, clusters.size()).filter(row -> clusters.code(row) != out).toArray());
  }

  private static double[] coefficients(Fit fit, Fit again) {
    if (!again.names().equals(fit.names())) {
      throw new NotEstimable(NotEstimable.Reason.COLLINEAR);
    }
    return again.coefficients();
  }

  Covariance aroundEstimate() {
    return around(fit.coefficients(), "CV3(");
  }

  Covariance aroundMean() {
    double[] mean = new double[fit.names().size()];
    for (double[] beta : without) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += beta[k] / without.length;
      }
    }
    return around(mean, "CV3mean(");
  }

  private Covariance around(double[] centre, String name) {
    int g = without.length;
    double[][] off = new double[g][centre.length];
    for (int i = 0; i < g; i++) {
      for (int k = 0; k < centre.length; k++) {
        off[i][k] = (without[i][k] - centre[k]) * Math.sqrt((g - 1.0) / g);
      }
    }
    return Covariance.of(fit, Sandwich.products(off), g - 1, g, name + clusters.name() + ")");
  }
}
