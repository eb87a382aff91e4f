package org.jiedui.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values per head of units and the units' weights (population), in key order: what an inequality
 * measure is taken of.
 *
 * <p>Weights are positive and need not sum to anything; values are finite. Unit of the values: that
 * of the variable, for example yuan per head.
 */
public record WeightedValues(double[] values, double[] weights) {
  public WeightedValues {
    if (values.length != weights.length) {
      throw new IllegalArgumentException(values.length + " values, " + weights.length + " weights");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || !(weights[i] > 0) || Double.isInfinite(weights[i])) {
        throw new IllegalArgumentException("value " + values[i] + ", weight " + weights[i]);
      }
    }
  }

  /** Every unit counts once. */
  public static WeightedValues unweighted(double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return new WeightedValues(values, weights);
  }

  public int size() {
    return values.length;
  }

  public double weight() {
    return CompensatedSum.of(weights);
  }

  /** Σ w x. */
  public double total() {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < values.length; i++) {
      sum.add(weights[i] * values[i]);
    }
    return sum.value();
  }

  public double mean() {
    return total() / weight();
  }

  public double smallest() {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  /** The units at these places, in this order. */
  public WeightedValues at(int[] places) {
    return new WeightedValues(
        IntStream.of(places).mapToDouble(i -> values[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> weights[i]).toArray());
  }

  /** All units but those of one group. */
  public WeightedValues without(int[] groups, int group) {
    return at(IntStream.range(0, size()).filter(i -> groups[i] != group).toArray());
  }

  /** Units from the smallest to the largest value; equal ones keep their order. */
  public WeightedValues sorted() {
    return at(order());
  }

  /** Places from the smallest to the largest value; equal ones keep their order. */
  public int[] order() {
    return IntStream.range(0, size())
        .boxed()
        .sorted((a, b) -> Double.compare(values[a], values[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
