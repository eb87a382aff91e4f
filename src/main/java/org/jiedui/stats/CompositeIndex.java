package org.jiedui.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Weighted mean of normalised indicators, one unit.
 *
 * <p>Formula: {@code I = sum(w_j z_j) / sum(w_j)} over the indicators that are present, or the
 * geometric or harmonic mean with the same weights ({@link Aggregation}). Unit: none, in [0, 1]
 * when every z is. Undefined (empty) when the present share of the weight is below what the policy
 * asks for, and at a zero that no floor raises. Source: OECD/JRC (2008), section 6.
 *
 * @param value the index
 * @param weights the weight each indicator really had: rescaled to sum to 1, 0 where missing
 * @param share share of the declared weight that was present
 */
public record CompositeIndex(double value, double[] weights, double share) {

  /** A missing indicator is NaN in {@code normalised}; weights are not negative. */
  public static Optional<CompositeIndex> of(
      double[] normalised, double[] weights, IndexMethod method) {
    double[] present = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      present[j] = Double.isNaN(normalised[j]) ? 0 : weights[j];
    }
    double sum = CompensatedSum.of(present);
    double share = sum / CompensatedSum.of(weights);
    if (!(sum > 0) || !method.missing().allows(share)) {
      return Optional.empty();
    }
    double[] effective = new double[weights.length];
    double[] values = new double[weights.length];
    for (int j = 0; j < weights.length; j++) {
      effective[j] = present[j] / sum;
      values[j] = present[j] > 0 ? method.floored(normalised[j]) : 0;
    }
    OptionalDouble value = method.aggregation().of(values, effective);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new CompositeIndex(value.getAsDouble(), effective, share));
  }

  /** Equal weights for the indicators that vary, 0 for the constant ones. */
  public static double[] equalWeights(boolean[] constant) {
    int varying = 0;
    for (boolean fixed : constant) {
      varying += fixed ? 0 : 1;
    }
    double[] weights = new double[constant.length];
    for (int j = 0; j < constant.length; j++) {
      weights[j] = constant[j] ? 0 : 1.0 / varying;
    }
    return weights;
  }
}
