package org.jiedui.stats;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A Poisson panel whose units differ in their outcomes only: regressors, offset and weights are
 * those of one series, the same for all.
 *
 * <p>With effects of units the coefficients are then those of the summed series: {@code μ_it = a_i
 * exp(x_t β + o_t)} and {@code Σ_t w_t μ_it = Σ_t w_t y_it} make the equations of β those of {@code
 * Σ_i y_it}. A fit needs as many rows as there are times, and one without a cluster no more.
 */
final class PooledPanel {
  private final Design design;
  private final int[][] units;

  private PooledPanel(Design design, int[][] units) {
    this.design = design;
    this.units = units;
  }

  /**
   * Empty where units differ in more, where there is one only, and without effects of units or
   * regressors.
   */
  static Optional<PooledPanel> of(Design design) {
    if (design.effects().size() != 1
        || design.effects().get(0).levels() < 2
        || design.names().isEmpty()) {
      return Optional.empty();
    }
    int[][] units = design.effects().get(0).members();
    for (int[] unit : units) {
      if (unit.length != units[0].length
          || IntStream.range(0, unit.length).anyMatch(t -> differs(design, unit[t], units[0][t]))) {
        return Optional.empty();
      }
    }
    return Optional.of(new PooledPanel(design, units));
  }

  private static boolean differs(Design design, int row, int other) {
    return design.weight(row) != design.weight(other)
        || design.offset(row) != design.offset(other)
        || design.regressors().stream().anyMatch(x -> x[row] != x[other]);
  }

  /** Means of every row: each unit's share of the fitted sums. */
  double[] means() {
    double[] sums = sums(unit -> true);
    double[] fitted = Ppml.fit(design.only(units[0]).outcome(sums)).means();
    double whole = weighted(units[0], sums);
    double[] means = new double[design.rows()];
    for (int[] unit : units) {
      double share = weighted(unit, Design.pick(design.outcome(), unit)) / whole;
      for (int t = 0; t < unit.length; t++) {
        means[unit[t]] = share * fitted[t];
      }
    }
    return means;
  }

  private double weighted(int[] rows, double... values) {
    CompensatedSum sum = new CompensatedSum();
    for (int t = 0; t < rows.length; t++) {
      sum.add(design.weight(rows[t]) * values[t]);
    }
    return sum.value();
  }

  /** The fit of all units outside a cluster, of clusters that hold whole units. */
  Fit without(Factor clusters, int out) {
    double[] sums = sums(unit -> clusters.code(units[unit][0]) != out);
    return Ppml.fit(design.only(units[0]).outcome(sums));
  }

  private double[] sums(IntPredicate wanted) {
    double[] sums = new double[units[0].length];
    for (int t = 0; t < sums.length; t++) {
      int at = t;
      sums[t] =
          CompensatedSum.of(
              IntStream.range(0, units.length)
                  .filter(wanted)
                  .mapToDouble(unit -> design.outcome()[units[unit][at]])
                  .toArray());
    }
    return sums;
  }
}
