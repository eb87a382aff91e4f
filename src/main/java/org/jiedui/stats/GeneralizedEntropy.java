package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Inequality by generalized entropy: Theil's T (α = 1), Theil's L or mean log deviation (α = 0),
 * half the squared coefficient of variation (α = 2).
 *
 * <p>Formula, μ the weighted mean and W the sum of weights: {@code T = Σ w (x/μ) ln(x/μ) / W} with
 * 0·ln 0 = 0; {@code L = Σ w ln(μ/x) / W}; otherwise {@code Σ w ((x/μ)^α − 1) / (W α (α − 1))}.
 * Unit: none, 0 for equal values. Empty (NEGATIVE_VALUE) where a value is negative, (ZERO_MEAN)
 * where the mean is 0, (ZERO_VALUE) for α ≤ 0 where a value is 0. Source: Theil (1967), Economics
 * and Information Theory; Shorrocks (1980), Econometrica 48, 613–625.
 */
public final class GeneralizedEntropy {
  private GeneralizedEntropy() {}

  public static OptionalDouble theilT(WeightedValues x) {
    return of(x, 1);
  }

  public static OptionalDouble theilL(WeightedValues x) {
    return of(x, 0);
  }

  public static OptionalDouble of(WeightedValues x, double alpha) {
    if (!isDefined(x, alpha)) {
      return OptionalDouble.empty();
    }
    double mean = x.mean();
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < x.size(); i++) {
      sum.add(x.weights()[i] * term(x.values()[i] / mean, alpha));
    }
    return OptionalDouble.of(sum.value() / x.weight());
  }

  private static boolean isDefined(WeightedValues x, double alpha) {
    return x.size() > 0 && x.smallest() >= 0 && x.mean() > 0 && (alpha > 0 || x.smallest() > 0);
  }

  private static double term(double relative, double alpha) {
    if (alpha == 1) {
      return relative == 0 ? 0 : relative * StrictMath.log(relative);
    }
    return alpha == 0
        ? -StrictMath.log(relative)
        : (StrictMath.pow(relative, alpha) - 1) / (alpha * (alpha - 1));
  }
}
