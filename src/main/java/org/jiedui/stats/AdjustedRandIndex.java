package org.jiedui.stats;

import java.util.stream.IntStream;

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

  /** Labels are not negative. */
  public static double of(int[] first, int[] second) {
    long[][] both = new long[1 + largest(first)][1 + largest(second)];
    for (int i = 0; i < first.length; i++) {
      both[first[i]][second[i]]++;
    }
    long[] inSecond = new long[both[0].length];
    double a = 0;
    double together = 0;
    for (long[] row : both) {
      long inFirst = 0;
      for (int j = 0; j < row.length; j++) {
        inFirst += row[j];
        inSecond[j] += row[j];
        together += pairs(row[j]);
      }
      a += pairs(inFirst);
    }
    double b = 0;
    for (long count : inSecond) {
      b += pairs(count);
    }
    double all = pairs(first.length);
    double expected = all == 0 ? 0 : a * b / all;
    double most = (a + b) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static int largest(int[] labels) {
    return IntStream.of(labels).max().orElse(0);
  }

  private static double pairs(long n) {
    return n * (n - 1) / 2;
  }
}
