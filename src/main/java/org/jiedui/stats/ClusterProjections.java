package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Each cluster's part of a restricted residual, projected on all regressors and fixed effects: what
 * a wild bootstrap adds up with the weights of its draws.
 */
final class ClusterProjections {
  private final Fit fit;
  private final Factor clusters;
  private final FixedEffects effects;
  private final LeastSquares all;
  private final LeastSquares others;
  private final double[][] othersWithin;
  private final double[][] slopes;

  /**
   * @param tested numbers of the coefficients that the restriction takes out
   */
  ClusterProjections(Fit fit, Factor clusters, int... tested) {
    this.fit = fit;
    this.clusters = clusters;
    this.effects = new FixedEffects(fit.design().effects(), fit.design().weights());
    this.all = squares(fit.within());
    List<Integer> out = Arrays.stream(tested).boxed().toList();
    this.othersWithin =
        IntStream.range(0, fit.within().length)
            .filter(k -> !out.contains(k))
            .mapToObj(k -> fit.within()[k])
            .toArray(double[][]::new);
    this.others = squares(othersWithin);
    this.slopes = Arrays.stream(tested).mapToObj(this::slope).toArray(double[][]::new);
  }

  private LeastSquares squares(double[][] x) {
    double[] weights = fit.design().weights();
    double[][] rooted =
        Arrays.stream(x).map(c -> Regression.root(c, weights)).toArray(double[][]::new);
    double[] norms = Arrays.stream(rooted).mapToDouble(c -> LeastSquares.norm(c, 0)).toArray();
    return new LeastSquares(fit.size(), rooted, norms, 0);
  }

  /** The weight of each row's residual in a coefficient. */
  private double[] slope(int tested) {
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

  double[] restrictedRegressor(int regressor) {
    return restricted(fit.within()[regressor]);
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

  /** [tested][g]: what the residual of cluster g adds to a coefficient. */
  double[][] slopes(double[] restricted) {
    double[][] sums = new double[slopes.length][clusters.levels()];
    for (int k = 0; k < slopes.length; k++) {
      for (int row = 0; row < restricted.length; row++) {
        sums[k][clusters.code(row)] += slopes[k][row] * restricted[row];
      }
    }
    return sums;
  }

  /** [tested][h][g]: what cluster h's score gets from the residual of cluster g. */
  double[][][] scores(double[] restricted) {
    int g = clusters.levels();
    double[][][] scores = new double[slopes.length][g][g];
    IntStream.range(0, g).parallel().forEach(from -> score(restricted, from, scores));
    return scores;
  }

  private void score(double[] restricted, int from, double[][][] scores) {
    double[] part = new double[restricted.length];
    for (int row = 0; row < part.length; row++) {
      part[row] = clusters.code(row) == from ? restricted[row] : 0;
    }
    double[] left = residual(effects.residual(part), fit.within(), all);
    for (int k = 0; k < slopes.length; k++) {
      for (int row = 0; row < part.length; row++) {
        scores[k][clusters.code(row)][from] += slopes[k][row] * left[row];
      }
    }
  }
}
