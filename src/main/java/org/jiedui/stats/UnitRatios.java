package org.jiedui.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ratios of units that have something on both sides: what the typical unit did.
 *
 * <p>Mean, median and geometric mean exp(mean ln R_i) of R_i = post_i/pre_i, and the share above 1.
 * They answer another question than the ratio of totals, which weighs units by what they had
 * before. Unit: none. Empty when no unit has both sides above 0.
 */
public record UnitRatios(
    int units,
    double mean,
    double median,
    double geometricMean,
    double low,
    double high,
    double shareAbove) {

  /** Units in key order. */
  public static Optional<UnitRatios> of(double[] before, double[] after) {
    double[] ratios =
        IntStream.range(0, before.length)
            .filter(i -> before[i] > 0 && after[i] > 0)
            .mapToDouble(i -> after[i] / before[i])
            .toArray();
    if (ratios.length == 0) {
      return Optional.empty();
    }
    int n = ratios.length;
    double[] logs = Arrays.stream(ratios).map(StrictMath::log).toArray();
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    return Optional.of(
        new UnitRatios(
            n,
            CompensatedSum.of(ratios) / n,
            Quantile.ofSorted(sorted, 0.5),
            StrictMath.exp(CompensatedSum.of(logs) / n),
            sorted[0],
            sorted[n - 1],
            (double) Arrays.stream(ratios).filter(r -> r > 1).count() / n));
  }
}
