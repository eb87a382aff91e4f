package org.jiedui.stats;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An estimated regression: coefficients of the regressors that are in, what was left out, and what
 * a variance is made of.
 *
 * <p>Scores are {@code x̃ u}, x̃ the regressor within fixed effects and u the weighted residual
 * (PPML: the weighted y − μ); the bread is (X̃'WX̃)^−1, W the working weights. Rows are those of
 * the design that is left after singletons and separated rows are dropped.
 */
public final class Fit {
  /** What was left out, and why. */
  public record Dropped(List<String> collinear, int singletons, int separated) {}

  private final Method method;
  private final Design design;
  private final int[] rows;
  private final List<String> names;
  private final double[] coefficients;
  private final double[][] within;
  private final double[] residuals;
  private final double[] working;
  private final double[][] bread;
  private final double dispersion;
  private final OptionalDouble r2;
  private final OptionalDouble withinR2;
  private final Dropped dropped;

  /** Which estimator made it. */
  enum Method {
    OLS,
    PPML
  }

  /** The parts that both estimators end with. */
  record Solution(
      LeastSquares squares,
      double[][] within,
      double[] coefficients,
      double[] residuals,
      double[] working,
      double squaredError,
      OptionalDouble r2,
      OptionalDouble withinR2) {}

  Fit(Method method, Design original, Design used, int[] rows, Dropped dropped, Solution found) {
    List<Integer> kept = found.squares().kept();
    this.method = method;
    this.design = used;
    this.rows = rows;
    this.names = kept.stream().map(original.names()::get).toList();
    this.coefficients = found.coefficients();
    this.within = kept.stream().map(k -> found.within()[k]).toArray(double[][]::new);
    this.residuals = found.residuals();
    this.working = found.working();
    this.bread = found.squares().bread();
    this.dropped = dropped;
    this.r2 = found.r2();
    this.withinR2 = found.withinR2();
    this.dispersion = found.squaredError();
  }

  public List<String> names() {
    return names;
  }

  /** Empty for a regressor that was dropped. */
  public OptionalDouble coefficient(String name) {
    int at = names.indexOf(name);
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(coefficients[at]);
  }

  public double coefficient(int at) {
    return coefficients[at];
  }

  double[] coefficients() {
    return coefficients;
  }

  /** N: rows that are used. */
  public int size() {
    return residuals.length;
  }

  public Dropped dropped() {
    return dropped;
  }

  /** Every parameter: regressors, and with fixed effects 1 + Σ(levels − 1). */
  public int parameters() {
    return parametersWithout(List.of());
  }

  /** The same without the levels of effects that are nested in one of these groupings. */
  int parametersWithout(List<Factor> clusters) {
    int k = names.size() + (design.effects().isEmpty() ? 0 : 1);
    for (Factor effect : design.effects()) {
      boolean nested = clusters.stream().anyMatch(effect::nestedIn);
      k += nested ? 0 : effect.levels() - 1;
    }
    return k;
  }

  public int degreesOfFreedom() {
    return size() - parameters();
  }

  /** Share of the outcome's variation that is explained; empty for PPML and a constant outcome. */
  public OptionalDouble r2() {
    return r2;
  }

  /** The same of what is left of the outcome within fixed effects. */
  public OptionalDouble withinR2() {
    return withinR2;
  }

  /** Σ w e², for PPML Pearson's χ². */
  double squaredError() {
    return dispersion;
  }

  /** φ̂: squared error per degree of freedom. */
  public double dispersion() {
    if (degreesOfFreedom() <= 0) {
      throw new NotEstimable(NotEstimable.Reason.NO_DF);
    }
    return squaredError() / degreesOfFreedom();
  }

  /** A grouping of the original rows on the rows that are used. */
  Factor used(Factor factor) {
    return factor.only(rows);
  }

  /** Groups of the original rows that are still there. */
  public int levels(Factor factor) {
    return used(factor).levels();
  }

  Method method() {
    return method;
  }

  Design design() {
    return design;
  }

  double[][] within() {
    return within;
  }

  double[] residuals() {
    return residuals;
  }

  /** Working weight of a row. */
  double working(int row) {
    return working == null ? 1 : working[row];
  }

  double[][] bread() {
    return bread;
  }

  /** The same estimator on some of the used rows; PPML starts from the means of this fit. */
  Fit again(int... kept) {
    Design left = design.only(kept);
    return switch (method) {
      case OLS -> Regression.ols(left);
      case PPML -> Ppml.from(left, Design.pick(means(), kept));
    };
  }

  /** μ of each used row, of PPML. */
  double[] means() {
    return IntStream.range(0, size())
        .mapToDouble(row -> working[row] / design.weight(row))
        .toArray();
  }

  /** The score of each row, one array a regressor. */
  double[][] scores() {
    double[][] scores = new double[within.length][size()];
    for (int k = 0; k < within.length; k++) {
      for (int row = 0; row < size(); row++) {
        scores[k][row] = within[k][row] * residuals[row];
      }
    }
    return scores;
  }

  public Covariance covariance(Vcov kind) {
    return kind.of(this);
  }
}
