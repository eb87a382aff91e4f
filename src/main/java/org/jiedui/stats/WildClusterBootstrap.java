package org.jiedui.stats;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Wild cluster bootstrap of one coefficient of a fit, null hypothesis imposed.
 *
 * <p>Formula: the fit without the tested regressor gives ỹ and ũ; y* = ỹ + w_g ũ_g with one weight
 * a cluster; t* is calculated as t, with CR0. Every draw is projected on all regressors and fixed
 * effects: the projection is linear, so each cluster's ũ is projected once and draws add them up
 * with their weights. Rademacher signs: all 2^G for 8 to 12 clusters, else draws; Webb's six points
 * below 8 clusters: all 6^G up to 6, else draws. p is the plain share under enumeration, (1 + #)/(B
 * + 1) of draws; a tie within 1e-10 counts. The interval holds the values that the test does not
 * reject, empty when that is unbounded.
 *
 * <p>PPML: the score bootstrap. One step of iteratively reweighted least squares from the
 * restricted fit μ̃, that is the regression of (y − μ̃)/μ̃ with weights μ̃, is tested in the same
 * way; t is that of the step, and there is no interval. Sources: A. C. Cameron, J. B. Gelbach and
 * D. L. Miller, 2008, Review of Economics and Statistics 90, 414–427; D. Roodman, M. Ø. Nielsen, J.
 * G. MacKinnon and M. D. Webb, 2019, Fast and wild, Stata Journal 19, 4–60; P. Kline and A. Santos,
 * 2012, A score based approach to wild bootstrap inference, Journal of Econometric Methods 1,
 * 23–41.
 */
public final class WildClusterBootstrap {
  /** Draws where there are too many weights to go through. */
  public static final int DRAWS = WildWeights.DRAWS;

  /** Up to here CR1, the jackknife and this test stand side by side. */
  public static final int FEW_CLUSTERS = 30;

  static final double TIE = 1e-10;

  private final double estimate;
  private final double standardError;
  private final double[] null0;
  private final double[] null1;
  private final double[][] score0;
  private final double[][] score1;
  private final WildWeights weights;

  /**
   * What the test says.
   *
   * @param kind wild_cluster, or score_cluster for PPML
   * @param statistic t with CR0
   * @param vectors weight vectors that were gone through or drawn
   */
  public record Result(
      String kind,
      double statistic,
      double p,
      int vectors,
      boolean enumerated,
      Optional<Interval> interval) {
    /** Name of the method as tables hold it. */
    public String method() {
      return kind + (enumerated ? " all " : " B=") + vectors;
    }
  }

  private WildClusterBootstrap(Fit fit, String name, Factor clusters, SeedSequence seeds) {
    int tested = fit.names().indexOf(name);
    this.estimate = fit.coefficient(tested);
    this.standardError = Math.sqrt(Sandwich.of(fit, clusters, 1)[tested][tested]);
    ClusterProjections projections = new ClusterProjections(fit, clusters, tested);
    double[] outcome = projections.restrictedOutcome();
    double[] regressor = projections.restrictedRegressor(tested);
    this.score0 = projections.scores(outcome)[0];
    this.score1 = projections.scores(regressor)[0];
    this.null0 = projections.slopes(outcome)[0];
    this.null1 = projections.slopes(regressor)[0];
    this.weights = WildWeights.of(clusters.levels(), seeds);
  }

  /** Tests that the coefficient is 0 and, of least squares, inverts the test at this level. */
  public static Result of(Fit fit, String name, Factor clusters, SeedSequence seeds, double level) {
    Factor used = Sandwich.clusters(fit, clusters);
    return switch (fit.method()) {
      case OLS -> {
        WildClusterBootstrap wild = new WildClusterBootstrap(fit, name, used, seeds);
        yield wild.result("wild_cluster", wild.interval(1 - level));
      }
      case PPML ->
          new WildClusterBootstrap(step(fit, List.of(name)), name, used, seeds)
              .result("score_cluster", Optional.empty());
    };
  }

  private Result result(String kind, Optional<Interval> interval) {
    double t = estimate / standardError;
    return new Result(kind, t, p(0), weights.vectors().length, weights.enumerated(), interval);
  }

  /**
   * One step from the fit without the tested regressors. Undefined, NO_CONVERGENCE, where that fit
   * loses rows that this one has.
   */
  static Fit step(Fit fit, List<String> tested) {
    Design design = fit.design().keep(fit.names());
    double[] means = restrictedMeans(fit, design, tested);
    double[] working = new double[means.length];
    double[] weights = new double[means.length];
    for (int row = 0; row < means.length; row++) {
      working[row] = (design.outcome()[row] - means[row]) / means[row];
      weights[row] = design.weight(row) * means[row];
    }
    return Regression.ols(design.outcome(working).weights(weights).withoutOffset());
  }

  private static double[] restrictedMeans(Fit fit, Design design, List<String> tested) {
    Design left = design;
    for (String name : tested) {
      left = left.without(name);
    }
    Fit restricted = Ppml.from(left, fit.means());
    if (restricted.size() != fit.size()) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONVERGENCE);
    }
    return restricted.means();
  }

  /** Only the p of the hypothesis that the coefficient is 0. */
  static double p(Fit fit, String name, Factor clusters, SeedSequence seeds) {
    return new WildClusterBootstrap(fit, name, Sandwich.clusters(fit, clusters), seeds).p(0);
  }

  /** Of the hypothesis that the coefficient is b. */
  private double p(double b) {
    double actual = Math.abs((estimate - b) / standardError);
    return weights.share(w -> drawn(w, b) >= actual * (1 - TIE));
  }

  /** |t*| under the hypothesis that the coefficient is b. */
  private double drawn(double[] w, double b) {
    double slope = 0;
    double variance = 0;
    for (int h = 0; h < w.length; h++) {
      slope += w[h] * (null0[h] - b * null1[h]);
      double score = 0;
      for (int g = 0; g < w.length; g++) {
        score += w[g] * (score0[h][g] - b * score1[h][g]);
      }
      variance += score * score;
    }
    return Math.abs(slope) / Math.sqrt(variance);
  }

  private Optional<Interval> interval(double alpha) {
    Double low = bound(-1, alpha);
    Double high = bound(1, alpha);
    return low == null || high == null ? Optional.empty() : Optional.of(new Interval(low, high));
  }

  /** Where the test begins to reject on one side; null when it never does. */
  private Double bound(int side, double alpha) {
    DoubleUnaryOperator p = distance -> p(estimate + side * distance * standardError);
    double inside = 0;
    double outside = 2;
    while (p.applyAsDouble(outside) > alpha) {
      inside = outside;
      outside *= 2;
      if (outside > 1e6) {
        return null;
      }
    }
    for (int step = 0; step < 40; step++) {
      double middle = (inside + outside) / 2;
      if (p.applyAsDouble(middle) > alpha) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return estimate + side * (inside + outside) / 2 * standardError;
  }
}
