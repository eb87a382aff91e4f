package org.jiedui.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Agreement of two partitions of the same objects, corrected for chance.
 *
 * <p>Formula: {@code (S - E) / (M - E)} with S the pairs together in both, E = A B / pairs, M = (A
 * + B) / 2, where A and B count the pairs together in each. Unit: none; 1 means equal, about 0 is
 * chance. Where M = E (everything in one cluster, or everything alone, in both) the partitions are
 * equal and the value is 1. Source: Hubert and Arabie (1985), Comparing partitions, Journal of
 * Classification 2, 193–218.
 */
public final class AdjustedRandIndex {
  private AdjustedRandIndex() {}

  public static double of(int[] first, int[] second) {
    Map<Integer, Long> inFirst = new HashMap<>();
    Map<Integer, Long> inSecond = new HashMap<>();
    Map<List<Integer>, Long> inBoth = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      inFirst.merge(first[i], 1L, Long::sum);
      inSecond.merge(second[i], 1L, Long::sum);
      inBoth.merge(List.of(first[i], second[i]), 1L, Long::sum);
    }
    double a = pairs(inFirst);
    double b = pairs(inSecond);
    double all = first.length * (first.length - 1L) / 2;
    double expected = all == 0 ? 0 : a * b / all;
    double most = (a + b) / 2;
    return most == expected ? 1 : (pairs(inBoth) - expected) / (most - expected);
  }

  private static long pairs(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
