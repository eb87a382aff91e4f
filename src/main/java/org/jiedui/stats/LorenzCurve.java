package org.jiedui.stats;

import java.util.Arrays;

/**
 * Cumulative share of a total against cumulative share of the population, units ordered by a
 * ranking variable: the Lorenz curve where a variable ranks itself, otherwise a concentration
 * curve.
 *
 * <p>Formula: with the units in order, {@code p_i = Σ_{k≤i} w_k / W} and {@code L_i = Σ_{k≤i} w_k
 * x_k / Σ w x}, starting at (0, 0). Units of equal rank are one step, so that their order does not
 * matter. Unit: shares. Undefined where the total is 0. Source: Lorenz (1905), Publications of the
 * American Statistical Association 9, 209–219; Kakwani (1977), Econometrica 45, 719–727.
 *
 * @param population p_0 = 0 … p_m = 1
 * @param share L_0 = 0 … L_m = 1
 */
public record LorenzCurve(double[] population, double[] share) {

  public static LorenzCurve of(WeightedValues x) {
    return of(x, x.values());
  }

  /**
   * @param rank the ranking variable of each unit, from poor to rich
   */
  public static LorenzCurve of(WeightedValues x, double[] rank) {
    if (x.size() == 0 || x.total() == 0) {
      throw new IllegalArgumentException("a curve of a total of 0");
    }
    int[] order = new WeightedValues(rank, x.weights()).order();
    int steps = (int) Arrays.stream(rank).distinct().count();
    double[] population = new double[steps + 1];
    double[] share = new double[steps + 1];
    CompensatedSum weight = new CompensatedSum();
    CompensatedSum total = new CompensatedSum();
    int step = 0;
    for (int i = 0; i < order.length; i++) {
      step += i == 0 || rank[order[i]] != rank[order[i - 1]] ? 1 : 0;
      weight.add(x.weights()[order[i]]);
      total.add(x.weights()[order[i]] * x.values()[order[i]]);
      population[step] = weight.value() / x.weight();
      share[step] = total.value() / x.total();
    }
    return new LorenzCurve(population, share);
  }

  /** L at a share of the population, linear between the steps. */
  public double at(double p) {
    int i = 1;
    while (i < population.length - 1 && population[i] < p) {
      i++;
    }
    double width = population[i] - population[i - 1];
    return share[i - 1] + (share[i] - share[i - 1]) * (p - population[i - 1]) / width;
  }

  /** 1 − 2 ∫ L dp by trapezoids: the Gini coefficient or the concentration index. */
  public double index() {
    CompensatedSum area = new CompensatedSum();
    for (int i = 1; i < population.length; i++) {
      area.add((population[i] - population[i - 1]) * (share[i] + share[i - 1]));
    }
    return 1 - area.value();
  }
}
