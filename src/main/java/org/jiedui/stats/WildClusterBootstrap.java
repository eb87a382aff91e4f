package org.jiedui.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

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
  public static final int DRAWS = 9_999;

  /** Up to here CR1, the jackknife and this test stand side by side. */
  public static final int FEW_CLUSTERS = 30;

  private static final double TIE = 1e-10;
  private static final double[] SIGNS = {-1, 1};
  private static final double[] WEBB = {
    -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)
  };

  private final double estimate;
  private final double standardError;
  private final double[] null0;
  private final double[] null1;
  private final double[][] score0;
  private final double[][] score1;
  private final double[][] weights;
  private final boolean enumerated;

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
    Projections projections = new Projections(fit, tested, clusters);
    this.score0 = projections.scores(projections.restrictedOutcome());
    this.score1 = projections.scores(projections.restrictedRegressor());
    this.null0 = projections.slopes(projections.restrictedOutcome());
    this.null1 = projections.slopes(projections.restrictedRegressor());
    int g = clusters.levels();
    double[] points = g < 8 ? WEBB : SIGNS;
    this.enumerated = g < 8 ? g <= 6 : g <= 12;
    this.weights = enumerated ? all(points, g) : drawn(points, g, seeds);
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
          new WildClusterBootstrap(step(fit, name), name, used, seeds)
              .result("score_cluster", Optional.empty());
    };
  }

  private Result result(String kind, Optional<Interval> interval) {
    return new Result(kind, estimate / standardError, p(0), weights.length, enumerated, interval);
  }

  /**
   * One step from the fit without the tested regressor. Undefined, NO_CONVERGENCE, where that fit
   * loses rows that this one has.
   */
  private static Fit step(Fit fit, String name) {
    Design design = fit.design().keep(fit.names());
    double[] means = restrictedMeans(fit, design, name);
    double[] working = new double[means.length];
    double[] weights = new double[means.length];
    for (int row = 0; row < means.length; row++) {
      working[row] = (design.outcome()[row] - means[row]) / means[row];
      weights[row] = design.weight(row) * means[row];
    }
    return Regression.ols(design.outcome(working).weights(weights).withoutOffset());
  }

  private static double[] restrictedMeans(Fit fit, Design design, String name) {
    Fit restricted = Ppml.from(design.without(name), fit.means());
    if (restricted.size() != fit.size()) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONVERGENCE);
    }
    return restricted.means();
  }

  /** Only the p of the hypothesis that the coefficient is 0. */
  static double p(Fit fit, String name, Factor clusters, SeedSequence seeds) {
    return new WildClusterBootstrap(fit, name, Sandwich.clusters(fit, clusters), seeds).p(0);
  }

  private static double[][] all(double[] points, int g) {
    int count = (int) Math.round(StrictMath.pow(points.length, g));
    double[][] all = new double[count][g];
    for (int vector = 0; vector < count; vector++) {
      int rest = vector;
      for (int i = 0; i < g; i++) {
        all[vector][i] = points[rest % points.length];
        rest /= points.length;
      }
    }
    return all;
  }

  private static double[][] drawn(double[] points, int g, SeedSequence seeds) {
    double[][] drawn = new double[DRAWS][g];
    for (int draw = 0; draw < DRAWS; draw++) {
      SplitMix64 random = seeds.generator(draw);
      for (int i = 0; i < g; i++) {
        drawn[draw][i] = points[random.nextIndex(points.length)];
      }
    }
    return drawn;
  }

  /** Of the hypothesis that the coefficient is b. */
  private double p(double b) {
    double actual = Math.abs((estimate - b) / standardError);
    long beyond =
        IntStream.range(0, weights.length)
            .parallel()
            .filter(draw -> drawn(weights[draw], b) >= actual * (1 - TIE))
            .count();
    return enumerated ? (double) beyond / weights.length : (1.0 + beyond) / (weights.length + 1.0);
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

  /** Each cluster's part of a restricted residual, projected on everything. */
  private static final class Projections {
    private final Fit fit;
    private final int tested;
    private final Factor clusters;
    private final FixedEffects effects;
    private final LeastSquares all;
    private final LeastSquares others;
    private final double[][] othersWithin;
    private final double[] slope;

    Projections(Fit fit, int tested, Factor clusters) {
      this.fit = fit;
      this.tested = tested;
      this.clusters = clusters;
      this.effects = new FixedEffects(fit.design().effects(), fit.design().weights());
      this.all = squares(fit.within());
      this.othersWithin =
          IntStream.range(0, fit.within().length)
              .filter(k -> k != tested)
              .mapToObj(k -> fit.within()[k])
              .toArray(double[][]::new);
      this.others = squares(othersWithin);
      this.slope = slope();
    }

    private LeastSquares squares(double[][] x) {
      double[] weights = fit.design().weights();
      double[][] rooted =
          Arrays.stream(x).map(c -> Regression.root(c, weights)).toArray(double[][]::new);
      double[] norms = Arrays.stream(rooted).mapToDouble(c -> LeastSquares.norm(c, 0)).toArray();
      return new LeastSquares(fit.size(), rooted, norms, 0);
    }

    /** The weight of each row's residual in the coefficient. */
    private double[] slope() {
      double[] weight = new double[fit.size()];
      for (int k = 0; k < fit.within().length; k++) {
        for (int row = 0; row < weight.length; row++) {
          weight[row] += fit.bread()[tested][k] * fit.within()[k][row] * fit.working(row);
        }
      }
      return weight;
    }

    double[] restrictedOutcome() {
      double[] y = fit.design().outcome().clone();
      for (int row = 0; row < y.length; row++) {
        y[row] -= fit.design().offset(row);
      }
      return restricted(effects.residual(y));
    }

    double[] restrictedRegressor() {
      return restricted(fit.within()[tested]);
    }

    private double[] restricted(double[] within) {
      return residual(within, othersWithin, others);
    }

    private double[] residual(double[] within, double[][] x, LeastSquares squares) {
      if (x.length == 0) {
        return within;
      }
      double[] beta = squares.solve(Regression.root(within, fit.design().weights()));
      return Regression.residuals(within, x, squares.kept(), beta);
    }

    double[] slopes(double[] restricted) {
      double[] slopes = new double[clusters.levels()];
      for (int row = 0; row < restricted.length; row++) {
        slopes[clusters.code(row)] += slope[row] * restricted[row];
      }
      return slopes;
    }

    /** [h][g]: what cluster h's score gets from the residual of cluster g. */
    double[][] scores(double[] restricted) {
      int g = clusters.levels();
      double[][] scores = new double[g][g];
      IntStream.range(0, g).parallel().forEach(from -> score(restricted, from, scores));
      return scores;
    }

    private void score(double[] restricted, int from, double[][] scores) {
      double[] part = new double[restricted.length];
      for (int row = 0; row < part.length; row++) {
        part[row] = clusters.code(row) == from ? restricted[row] : 0;
      }
      double[] left = residual(effects.residual(part), fit.within(), all);
      for (int row = 0; row < part.length; row++) {
        scores[clusters.code(row)][from] += slope[row] * left[row];
      }
    }
  }
}
