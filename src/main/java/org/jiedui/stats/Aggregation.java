package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * How normalised indicators become one number, with weights that sum to 1.
 *
 * <p>Each is a mean on its own scale: {@code Σ w z}, {@code exp(Σ w ln z)}, {@code 1 / Σ (w / z)}.
 * Unit: that of the indicators, here [0, 1]. A weight of 0 leaves its indicator out. Geometric and
 * harmonic are empty (ZERO_VALUE) at a zero: raise it to a declared floor before (FLOORED). Source:
 * OECD/JRC (2008), section 6.
 */
public enum Aggregation {
  /** Full compensation. */
  ARITHMETIC {
    @Override
    double scaled(double z) {
      return z;
    }

    @Override
    double back(double mean) {
      return mean;
    }
  },
  GEOMETRIC {
    @Override
    double scaled(double z) {
      return StrictMath.log(z);
    }

    @Override
    double back(double mean) {
      return StrictMath.exp(mean);
    }
  },
  HARMONIC {
    @Override
    double scaled(double z) {
      return 1 / z;
    }

    @Override
    double back(double mean) {
      return 1 / mean;
    }
  };

  abstract double scaled(double z);

  abstract double back(double mean);

  public OptionalDouble of(double[] z, double[] weights) {
    CompensatedSum sum = new CompensatedSum();
    for (int j = 0; j < z.length; j++) {
      if (weights[j] != 0) {
        if (this != ARITHMETIC && !(z[j] > 0)) {
          return OptionalDouble.empty();
        }
        sum.add(contribution(z[j], weights[j]));
      }
    }
    return OptionalDouble.of(back(sum.value()));
  }

  /** What one indicator adds to the index, to its logarithm, or to its reciprocal. */
  public double contribution(double z, double weight) {
    return weight == 0 ? 0 : weight * scaled(z);
  }
}
