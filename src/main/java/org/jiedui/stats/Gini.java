package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Gini coefficient: mean absolute difference of two units, relative to twice the mean.
 *
 * <p>Formula: {@code G = ΣΣ w_i w_j |x_i − x_j| / (2 W² μ)}, the population form, by sorting: n log
 * n. Unit: none; 0 for equal values. Defined for negative values too (the caller flags
 * NEGATIVE_VALUE; it may then exceed 1). Empty (ZERO_MEAN, NEGATIVE_BASE) unless the mean is above
 * 0. Source: Gini (1912); Cowell (2011), Measuring Inequality.
 */
public final class Gini {
  private Gini() {}

  public static OptionalDouble of(WeightedValues x) {
    return x.size() == 0 || !(x.mean() > 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(LorenzCurve.of(x).index());
  }

  /** {@code G n / (n − 1)}, for units that count once each; empty for fewer than two. */
  public static OptionalDouble corrected(double[] x) {
    OptionalDouble gini = of(WeightedValues.unweighted(x));
    return gini.isEmpty() || x.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(gini.getAsDouble() * x.length / (x.length - 1));
  }
}
