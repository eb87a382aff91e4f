package org.jiedui.stats;

import java.io.Serializable;

/**
 * Min–max normalisation of one indicator on frozen goalposts.
 *
 * <p>Formula: {@code z = (x - low) / (high - low)} for a benefit, {@code 1 - z} for a cost, capped
 * to [0, 1].
 *
 * <p>Unit: none. Undefined where {@code high = low} ({@link #isConstant()}); such an indicator gets
 * weight 0. Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5.3.
 */
public record MinMax(double low, double high, Polarity polarity) implements Serializable {
  public MinMax {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("goalposts " + low + " to " + high);
    }
  }

  /** Goalposts at the smallest and the largest of the values, which must not be empty. */
  public static MinMax pooled(double[] values, Polarity polarity) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new MinMax(low, high, polarity);
  }

  public boolean isConstant() {
    return high == low;
  }

  /** True when a value lies beyond a goalpost, so that {@link #of} caps it. */
  public boolean outside(double value) {
    return value < low || value > high;
  }

  /** The normalised value in [0, 1]; 0 where the indicator is constant (its weight is 0). */
  public double of(double value) {
    if (isConstant()) {
      return 0;
    }
    double capped = Math.max(low, Math.min(high, value));
    return polarity == Polarity.BENEFIT
        ? (capped - low) / (high - low)
        : (high - capped) / (high - low);
  }
}
