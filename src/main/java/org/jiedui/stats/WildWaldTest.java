package org.jiedui.stats;

import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Wild cluster bootstrap of several coefficients at once, null hypothesis imposed.
 *
 * <p>Formula: W = β'V^−1β over the tested coefficients, V their CR0; the fit without them gives ỹ
 * and ũ, y* = ỹ + w_g ũ_g, and W* is calculated as W. PPML takes one step from the restricted fit,
 * as {@link WildClusterBootstrap} does, whose weights and shares these are. A draw whose V* cannot
 * be inverted counts as beyond. Undefined, SINGULAR_VCOV, where V cannot be. Source: D. Roodman, M.
 * Ø. Nielsen, J. G. MacKinnon and M. D. Webb, 2019, Fast and wild, Stata Journal 19, 4–60.
 */
public final class WildWaldTest {
  /** V is symmetric up to the order in which its terms are added. */
  private static final double ROUNDING = 1e-8;

  private final double[][] nulls;
  private final double[][][] scores;
  private final WildWeights weights;
  private final double statistic;

  /** The statistic of the data and the share of draws at least as large. */
  public record Result(double statistic, int q, double p) {}

  private WildWaldTest(Fit fit, List<String> names, Factor clusters, SeedSequence seeds) {
    int[] tested = names.stream().mapToInt(fit.names()::indexOf).toArray();
    ClusterProjections projections = new ClusterProjections(fit, clusters, tested);
    double[] restricted = projections.restrictedOutcome();
    this.nulls = projections.slopes(restricted);
    this.scores = projections.scores(restricted);
    this.weights = WildWeights.of(clusters.levels(), seeds);
    double[][] v = Sandwich.of(fit, clusters, 1);
    double[] beta = new double[tested.length];
    double[][] part = new double[tested.length][tested.length];
    for (int a = 0; a < tested.length; a++) {
      beta[a] = fit.coefficient(tested[a]);
      for (int b = 0; b < tested.length; b++) {
        part[a][b] = v[tested[a]][tested[b]];
      }
    }
    this.statistic = wald(beta, part);
    if (Double.isInfinite(statistic)) {
      throw new NotEstimable(NotEstimable.Reason.SINGULAR_VCOV);
    }
  }

  /** Tests that those of the named coefficients that the fit has are all 0. */
  public static Result of(Fit fit, List<String> names, Factor clusters, SeedSequence seeds) {
    List<String> kept = names.stream().filter(fit.names()::contains).toList();
    if (kept.isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.NO_PRE_PERIOD);
    }
    Fit linear =
        switch (fit.method()) {
          case OLS -> fit;
          case PPML -> WildClusterBootstrap.step(fit, kept);
        };
    Factor used = Sandwich.clusters(fit, clusters);
    WildWaldTest test = new WildWaldTest(linear, kept, used, seeds);
    return new Result(test.statistic, kept.size(), test.p());
  }

  private double p() {
    return weights.share(w -> drawn(w) >= statistic * (1 - WildClusterBootstrap.TIE));
  }

  private double drawn(double... w) {
    int q = nulls.length;
    double[] beta = new double[q];
    double[][] v = new double[q][q];
    double[] score = new double[q];
    for (int h = 0; h < w.length; h++) {
      for (int k = 0; k < q; k++) {
        beta[k] += w[h] * nulls[k][h];
        score[k] = 0;
        for (int g = 0; g < w.length; g++) {
          score[k] += w[g] * scores[k][h][g];
        }
      }
      for (int a = 0; a < q; a++) {
        for (int b = 0; b < q; b++) {
          v[a][b] += score[a] * score[b];
        }
      }
    }
    return wald(beta, v);
  }

  /** Positive infinity where V cannot be inverted. */
  private static double wald(double[] beta, double[][] v) {
    ArrayRealVector estimate = new ArrayRealVector(beta, false);
    try {
      var solver =
          new CholeskyDecomposition(new Array2DRowRealMatrix(v, false), ROUNDING, Double.MIN_NORMAL)
              .getSolver();
      return estimate.dotProduct(solver.solve(estimate));
    } catch (MathIllegalArgumentException notPositive) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
