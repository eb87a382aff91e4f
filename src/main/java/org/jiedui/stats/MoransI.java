package org.jiedui.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Spatial autocorrelation: do neighbours resemble each other?
 *
 * <p>Formula: {@code I = (n/S₀) z'Wz / z'z}, z the deviations from the mean, W row-standardised, S₀
 * the sum of its weights; expectation {@code −1/(n − 1)}, variance under randomisation and under
 * normality as Cliff and Ord give them. Unit: none. Islands are to be left out before (ISLAND).
 * Empty (ALL_EQUAL) where no value differs or fewer than four units are left (TOO_FEW_POINTS).
 * Source: Moran (1950), Biometrika 37, 17–23; Cliff and Ord (1981), Spatial Processes.
 *
 * @param value I
 * @param gearyC Geary's C of the same values: squared differences of neighbours, 1 when unrelated
 */
public record MoransI(
    double value,
    double expectation,
    double varianceRandomisation,
    double varianceNormality,
    double gearyC) {

  public static Optional<MoransI> of(double[] x, SpatialWeights weights) {
    int n = x.length;
    if (n < 4 || Standardise.allEqual(x)) {
      return Optional.empty();
    }
    double[] z = deviations(x);
    Sums sums = Sums.of(weights);
    double squares = power(z, 2);
    double s02 = sums.s0 * sums.s0;
    double expectation = -1.0 / (n - 1);
    double normal =
        ((double) n * n * sums.s1 - n * sums.s2 + 3 * s02) / (s02 * ((double) n * n - 1))
            - expectation * expectation;
    return Optional.of(
        new MoransI(
            n / sums.s0 * cross(z, weights) / squares,
            expectation,
            randomisation(n, sums, n * power(z, 4) / (squares * squares))
                - expectation * expectation,
            normal,
            (n - 1) / (2 * sums.s0) * differences(x, weights) / squares));
  }

  /** {@code z'Wz} relative to its largest sum: what a permutation changes. */
  static double cross(double[] z, SpatialWeights weights) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < z.length; i++) {
      if (!weights.isIsland(i)) {
        sum.add(z[i] * weights.lag(z, i));
      }
    }
    return sum.value();
  }

  /** Second moment of I over all permutations; b the kurtosis n Σz⁴ / (Σz²)². */
  private static double randomisation(double n, Sums sums, double b) {
    double s02 = sums.s0 * sums.s0;
    double a = n * ((n * n - 3 * n + 3) * sums.s1 - n * sums.s2 + 3 * s02);
    double c = b * ((n * n - n) * sums.s1 - 2 * n * sums.s2 + 6 * s02);
    return (a - c) / ((n - 1) * (n - 2) * (n - 3) * s02);
  }

  private static double differences(double[] x, SpatialWeights weights) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < x.length; i++) {
      for (int j : weights.neighbours()[i]) {
        sum.add(weights.weight(i) * (x[i] - x[j]) * (x[i] - x[j]));
      }
    }
    return sum.value();
  }

  static double[] deviations(double[] x) {
    double mean = CompensatedSum.of(x) / x.length;
    double[] z = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      z[i] = x[i] - mean;
    }
    return z;
  }

  static double power(double[] z, int exponent) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : z) {
      sum.add(exponent == 2 ? value * value : value * value * value * value);
    }
    return sum.value();
  }

  /** {@code S₀ = ΣΣ w}, {@code S₁ = ½ ΣΣ (w_ij + w_ji)²}, {@code S₂ = Σ (w_i. + w_.i)²}. */
  private record Sums(double s0, double s1, double s2) {
    static Sums of(SpatialWeights weights) {
      int n = weights.size();
      double[] columns = new double[n];
      CompensatedSum pairs = new CompensatedSum();
      int connected = weights.connected().length;
      for (int i = 0; i < n; i++) {
        for (int j : weights.neighbours()[i]) {
          columns[j] += weights.weight(i);
          double back = contains(weights.neighbours()[j], i) ? weights.weight(j) : 0;
          double both = weights.weight(i) + back;
          // A pair that is seen from both sides is met twice, one seen from one side once.
          pairs.add(both * both * (back > 0 ? .5 : 1));
        }
      }
      CompensatedSum s2 = new CompensatedSum();
      for (int i = 0; i < n; i++) {
        double own = (weights.isIsland(i) ? 0 : 1) + columns[i];
        s2.add(own * own);
      }
      return new Sums(connected, pairs.value(), s2.value());
    }

    private static boolean contains(int[] sorted, int value) {
      return Arrays.binarySearch(sorted, value) >= 0;
    }
  }
}
