package org.jiedui.stats;

import java.util.OptionalDouble;

/** Spread of values around their mean, as populations: divided by the weight, not by n − 1. */
public final class Dispersion {
  private Dispersion() {}

  /**
   * Coefficient of variation {@code √(Σ w (x − μ)² / W) / μ}. Unit: none. Empty (ZERO_MEAN,
   * NEGATIVE_BASE) unless the mean is above 0.
   */
  public static OptionalDouble coefficientOfVariation(WeightedValues x) {
    return x.size() == 0 || !(x.mean() > 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(variance(x)) / x.mean());
  }

  /**
   * Variance of ln x. Unit: squared log points. Empty (ZERO_VALUE) unless every value is above 0.
   */
  public static OptionalDouble varianceOfLogs(WeightedValues x) {
    if (x.size() == 0 || !(x.smallest() > 0)) {
      return OptionalDouble.empty();
    }
    double[] logs = new double[x.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.log(x.values()[i]);
    }
    return OptionalDouble.of(variance(new WeightedValues(logs, x.weights())));
  }

  /** Population variance. */
  static double variance(WeightedValues x) {
    double mean = x.mean();
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < x.size(); i++) {
      double deviation = x.values()[i] - mean;
      sum.add(x.weights()[i] * deviation * deviation);
    }
    return sum.value() / x.weight();
  }
}
