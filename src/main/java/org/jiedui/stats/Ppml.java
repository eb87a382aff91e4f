package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Poisson pseudo-maximum likelihood with n-way fixed effects: E[y] = exp(x'β + Σ effects + offset).
 *
 * <p>Iteratively reweighted least squares, effects partialled out by weighted means in each step,
 * from the solution of the summed series where units differ in their outcomes only, to a relative
 * change of the deviance below 1e-10. A coefficient is a change of logarithms: e^β − 1 is the
 * proportional effect. y need be neither whole nor equally dispersed. Undefined: NEGATIVE_VALUE for
 * y below 0, SEPARATED when every row is, NO_CONVERGENCE after 1,000 steps, COLLINEAR when no
 * regressor is left. Sources: C. Gourieroux, A. Monfort and A. Trognon, 1984, Pseudo maximum
 * likelihood methods: applications to Poisson models, Econometrica 52, 701–720; J. M. C. Santos
 * Silva and S. Tenreyro, 2006, The log of gravity, Review of Economics and Statistics 88, 641–658.
 */
public final class Ppml {
  private static final int MOST_STEPS = 1000;
  private static final double TOLERANCE = 1e-10;

  /** Of a perfect fit nothing but rounding is left, in proportion to the outcomes. */
  private static final double ROUNDING = 1e-13;

  private final Design design;
  private final double[] y;
  private final double[] mu;
  private final double[] working;
  private double[][] x;
  private double[] rest;
  private LeastSquares squares;
  private double[] beta = new double[0];
  private double[] scales;

  private Ppml(Design design) {
    this.design = design;
    this.y = design.outcome();
    this.mu = new double[y.length];
    this.working = new double[y.length];
    this.x = design.regressors().stream().map(double[]::clone).toArray(double[][]::new);
    this.scales = Arrays.stream(x).mapToDouble(FixedEffects::scale).toArray();
  }

  public static Fit fit(Design original) {
    Regression.needsRegressor(original);
    return fit(original, Optional.empty());
  }

  /**
   * The same from means above 0 that are nearly there, such as those of a fit with a few rows more:
   * the steps are fewer and end at the same place. Effects alone are a model too.
   */
  public static Fit from(Design original, double... means) {
    return fit(original, Optional.of(means));
  }

  private static Fit fit(Design original, Optional<double[]> means) {
    if (Arrays.stream(original.outcome()).anyMatch(value -> value < 0)) {
      throw new NotEstimable(NotEstimable.Reason.NEGATIVE_VALUE);
    }
    int[] whole = FixedEffects.withoutSingletons(original.effects(), original.rows());
    Design paired = original.only(whole);
    int[] inside = Separation.without(paired);
    if (inside.length == 0) {
      throw new NotEstimable(NotEstimable.Reason.SEPARATED);
    }
    int[] rows = Arrays.stream(inside).map(row -> whole[row]).toArray();
    Design used = original.only(rows);
    Ppml ppml = new Ppml(used);
    Optional<double[]> pooled = PooledPanel.of(used).map(PooledPanel::means);
    ppml.start(pooled.or(() -> means.map(near -> Design.pick(near, rows))));
    ppml.iterate();
    Fit.Dropped dropped =
        new Fit.Dropped(
            Regression.lost(used, ppml.squares.kept()),
            original.rows() - paired.rows(),
            paired.rows() - used.rows());
    return new Fit(Fit.Method.PPML, original, used, rows, dropped, ppml.solution());
  }

  private void iterate() {
    double deviance = Double.POSITIVE_INFINITY;
    double noise = ROUNDING * CompensatedSum.of(Regression.times(y, design.weights()));
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] before = beta;
      step(step == 0);
      double now = deviance();
      if (Math.abs(now - deviance) <= TOLERANCE * now + noise && settled(before)) {
        return;
      }
      deviance = now;
    }
    throw new NotEstimable(NotEstimable.Reason.NO_CONVERGENCE);
  }

  /** The steps converge quadratically: a change of 1e-8 leaves an error far below rounding. */
  private boolean settled(double[] before) {
    if (before.length != beta.length) {
      return false;
    }
    return IntStream.range(0, beta.length)
        .allMatch(j -> Math.abs(beta[j] - before[j]) <= 1e-8 * (1 + Math.abs(beta[j])));
  }

  private void start(Optional<double[]> near) {
    double mean = CompensatedSum.of(y) / y.length;
    rest = new double[y.length];
    for (int row = 0; row < y.length; row++) {
      int at = row;
      mu[row] = near.map(means -> means[at]).orElse((y[row] + mean) / 2);
      working[row] = design.weight(row) * mu[row];
      rest[row] = StrictMath.log(mu[row]) - design.offset(row) + (y[row] - mu[row]) / mu[row];
    }
  }

  /**
   * One weighted regression. Columns that are within the effects of the last step stay in the same
   * class when the new weights take effects out of them again, and are nearly there.
   */
  private void step(boolean first) {
    FixedEffects effects = new FixedEffects(design.effects(), working);
    double[] z = rest.clone();
    double scale = FixedEffects.scale(z);
    IntStream.rangeClosed(0, x.length)
        .parallel()
        .forEach(k -> effects.remove(k < x.length ? x[k] : z, k < x.length ? scales[k] : scale));
    squares = Regression.squares(design, x, working);
    beta = squares.solve(Regression.root(z, working));
    double[] residuals = Regression.residuals(z, x, squares.kept(), beta);
    update(z, residuals);
  }

  /** η = z − residual; the next working outcome without its effects is what regressors explain. */
  private void update(double[] z, double[] residuals) {
    for (int row = 0; row < y.length; row++) {
      double eta = StrictMath.log(mu[row]) + (y[row] - mu[row]) / mu[row] - residuals[row];
      mu[row] = StrictMath.exp(Math.max(-700, Math.min(700, eta)));
      working[row] = design.weight(row) * mu[row];
      rest[row] = z[row] - residuals[row] + (y[row] - mu[row]) / mu[row];
    }
  }

  /** Twice the log-likelihood that is missing to a perfect fit. */
  private double deviance() {
    CompensatedSum sum = new CompensatedSum();
    for (int row = 0; row < y.length; row++) {
      double log = y[row] > 0 ? y[row] * StrictMath.log(y[row] / mu[row]) : 0;
      sum.add(2 * design.weight(row) * (log - (y[row] - mu[row])));
    }
    return sum.value();
  }

  private Fit.Solution solution() {
    double[] residuals = new double[y.length];
    CompensatedSum pearson = new CompensatedSum();
    for (int row = 0; row < y.length; row++) {
      residuals[row] = design.weight(row) * (y[row] - mu[row]);
      pearson.add(residuals[row] * (y[row] - mu[row]) / mu[row]);
    }
    FixedEffects effects = new FixedEffects(design.effects(), working);
    IntStream.range(0, x.length).parallel().forEach(k -> effects.remove(x[k], scales[k]));
    List<Integer> kept = squares.kept();
    LeastSquares last = Regression.squares(design, x, working);
    if (!last.kept().equals(kept)) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONVERGENCE);
    }
    return new Fit.Solution(
        last,
        x,
        beta,
        residuals,
        working,
        pearson.value(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
