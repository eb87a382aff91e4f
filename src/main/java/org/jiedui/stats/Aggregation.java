package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * How normalised indicators become one number, with weights that sum to 1.
 *
 * <p>Unit: that of the indicators, here [0, 1]. A weight of 0 leaves its indicator out. Source:
 * OECD/JRC (2008), section 6.
 */
public enum Aggregation {
  /** {@code Σ w z}: full compensation. */
  ARITHMETIC {
    @Override
    public OptionalDouble of(double[] z, double[] weights) {
      CompensatedSum sum = new CompensatedSum();
      for (int j = 0; j < z.length; j++) {
        sum.add(weights[j] == 0 ? 0 : weights[j] * z[j]);
      }
      return OptionalDouble.of(sum.value());
    }
  },
  /** {@code Π z^w}; empty (ZERO_VALUE) at a zero: raise it to a declared floor before (FLOORED). */
  GEOMETRIC {
    @Override
    public OptionalDouble of(double[] z, double[] weights) {
      CompensatedSum logs = new CompensatedSum();
      for (int j = 0; j < z.length; j++) {
        if (weights[j] != 0 && !(z[j] > 0)) {
          return OptionalDouble.empty();
        }
        logs.add(weights[j] == 0 ? 0 : weights[j] * StrictMath.log(z[j]));
      }
      return OptionalDouble.of(StrictMath.exp(logs.value()));
    }
  },
  /** {@code 1 / Σ (w / z)}; empty (ZERO_VALUE) at a zero. */
  HARMONIC {
    @Override
    public OptionalDouble of(double[] z, double[] weights) {
      CompensatedSum sum = new CompensatedSum();
      for (int j = 0; j < z.length; j++) {
        if (weights[j] != 0 && !(z[j] > 0)) {
          return OptionalDouble.empty();
        }
        sum.add(weights[j] == 0 ? 0 : weights[j] / z[j]);
      }
      return OptionalDouble.of(1 / sum.value());
    }
  };

  public abstract OptionalDouble of(double[] z, double[] weights);

  /** Values below the floor raised to it. */
  public static double[] floored(double[] z, double floor) {
    double[] raised = z.clone();
    for (int j = 0; j < z.length; j++) {
      raised[j] = Math.max(floor, z[j]);
    }
    return raised;
  }
}
