package org.jiedui.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A ratio of totals split into continuing, leaving and entering units: R = R_C · κ_exit · κ_entry.
 *
 * <p>R_C = post_C/pre_C of units with something on both sides, κ_exit = pre_C/pre at most 1,
 * κ_entry = post/post_C at least 1 (for totals without negative values); their logarithms add up.
 * Unit: none. Empty, status NO_CONTINUING_UNITS, when no unit has both.
 */
public record EntryExit(
    int continuing, int entering, int leaving, double ratio, double exit, double entry) {

  public static Optional<EntryExit> of(double[] before, double[] after) {
    CompensatedSum[] sums = new CompensatedSum[4];
    java.util.Arrays.setAll(sums, i -> new CompensatedSum());
    int[] counts = new int[3];
    for (int i = 0; i < before.length; i++) {
      boolean stays = before[i] > 0 && after[i] > 0;
      counts[0] += stays ? 1 : 0;
      counts[1] += before[i] == 0 && after[i] > 0 ? 1 : 0;
      counts[2] += before[i] > 0 && after[i] == 0 ? 1 : 0;
      sums[0].add(before[i]);
      sums[1].add(after[i]);
      sums[2].add(stays ? before[i] : 0);
      sums[3].add(stays ? after[i] : 0);
    }
    double preC = sums[2].value();
    double postC = sums[3].value();
    return counts[0] == 0
        ? Optional.empty()
        : Optional.of(
            new EntryExit(
                counts[0],
                counts[1],
                counts[2],
                postC / preC,
                preC / sums[0].value(),
                sums[1].value() / postC));
  }

  /** R of everybody. */
  public double total() {
    return ratio * exit * entry;
  }

  /**
   * What a group adds to R − 1: s_p (R_p − 1) = (post_p − pre_p)/pre, for a group without an
   * earlier total too. Empty for an earlier total of 0 of everybody.
   */
  public static OptionalDouble contribution(double before, double after, double totalBefore) {
    return totalBefore > 0
        ? OptionalDouble.of((after - before) / totalBefore)
        : OptionalDouble.empty();
  }
}
