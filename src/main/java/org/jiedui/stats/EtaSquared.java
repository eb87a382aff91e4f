package org.jiedui.stats;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Share of a variable's variation that lies between clusters.
 *
 * <p>Formula: {@code SS_between / SS_total}. Unit: none, in [0, 1]. No p-value goes with it: the
 * clusters were chosen on the same data. Undefined for a variable without variation.
 */
public final class EtaSquared {
  private EtaSquared() {}

  /** Values in key order; labels are any integers. */
  public static OptionalDouble of(double[] values, int[] labels) {
    double mean = CompensatedSum.of(values) / values.length;
    double total = squares(values, mean);
    if (!(total > 0)) {
      return OptionalDouble.empty();
    }
    double[] between =
        IntStream.of(labels)
            .distinct()
            .sorted()
            .mapToDouble(
                label -> {
                  double[] members = CanonicalLabels.members(labels, values, label);
                  double shift = CompensatedSum.of(members) / members.length - mean;
                  return members.length * shift * shift;
                })
            .toArray();
    return OptionalDouble.of(CompensatedSum.of(between) / total);
  }

  private static double squares(double[] values, double mean) {
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return CompensatedSum.of(squares);
  }
}
