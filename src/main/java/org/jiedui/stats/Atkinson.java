package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Share of the total that equality could do without, at an aversion to inequality ε.
 *
 * <p>Formula: {@code 1 − [Σ w (x/μ)^(1−ε) / W]^(1/(1−ε))}; ε = 1: {@code 1 − geometric mean / μ}.
 * Unit: none, in [0, 1]. Empty (NEGATIVE_VALUE) where a value is negative, (ZERO_MEAN) where the
 * mean is 0, (ZERO_VALUE) for ε ≥ 1 where a value is 0. Source: Atkinson (1970), Journal of
 * Economic Theory 2, 244–263.
 */
public final class Atkinson {
  private Atkinson() {}

  public static OptionalDouble of(WeightedValues x, double epsilon) {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("aversion " + epsilon);
    }
    if (x.size() == 0 || x.smallest() < 0 || !(x.mean() > 0)) {
      return OptionalDouble.empty();
    }
    return epsilon >= 1 && x.smallest() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - equivalent(x, epsilon));
  }

  /** The equal value that is worth as much, in means. */
  private static double equivalent(WeightedValues x, double epsilon) {
    double mean = x.mean();
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < x.size(); i++) {
      double relative = x.values()[i] / mean;
      sum.add(
          x.weights()[i]
              * (epsilon == 1 ? StrictMath.log(relative) : StrictMath.pow(relative, 1 - epsilon)));
    }
    double average = sum.value() / x.weight();
    return epsilon == 1 ? StrictMath.exp(average) : StrictMath.pow(average, 1 / (1 - epsilon));
  }
}
