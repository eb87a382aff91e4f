package org.jiedui.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Concentration and diversity of a total over parts.
 *
 * <p>Formula, s the shares: HHI {@code Σ s²}, effective number {@code 1 / Σ s²}; entropy {@code H =
 * −Σ s ln s} with 0·ln 0 = 0, evenness {@code H / ln m}, m the number of parts, those of 0 counted.
 * Unit: none. All empty (ZERO_MEAN) where the total is 0; evenness empty (SINGLE_GROUP) for one
 * part. Source: Herfindahl (1950); Hirschman (1964), American Economic Review 54, 761; Shannon
 * (1948); Pielou (1966).
 *
 * @param parts not negative
 */
public record Shares(double[] parts) {

  private double total() {
    return CompensatedSum.of(parts);
  }

  public OptionalDouble herfindahl() {
    double total = total();
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            CompensatedSum.of(Arrays.stream(parts).map(p -> p / total * (p / total)).toArray()));
  }

  public OptionalDouble effectiveNumber() {
    OptionalDouble index = herfindahl();
    return index.isEmpty() ? index : OptionalDouble.of(1 / index.getAsDouble());
  }

  public OptionalDouble entropy() {
    double total = total();
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            CompensatedSum.of(Arrays.stream(parts).map(p -> surprise(p / total)).toArray()));
  }

  public OptionalDouble evenness() {
    OptionalDouble entropy = entropy();
    return entropy.isEmpty() || parts.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(entropy.getAsDouble() / StrictMath.log(parts.length));
  }

  private static double surprise(double share) {
    return share == 0 ? 0 : -share * StrictMath.log(share);
  }
}
