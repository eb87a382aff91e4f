package org.jiedui.stats;

import java.util.Arrays;

/**
 * Pulls the most extreme values in to the nearest other one, one after the other, until skewness
 * and kurtosis are acceptable or the allowed number is used up.
 *
 * <p>Each step moves the values at the end that lies farther from the mean to the next value. Unit:
 * that of the values. Source: OECD/JRC (2008), section 5.1; Becker et al. (2022), Journal of Open
 * Source Software 7(78), 4567.
 *
 * @param values after treatment, in the order given
 * @param moved how many values were changed
 */
public record Winsorise(double[] values, int moved) {

  /**
   * @param most how many values may be changed
   */
  public static Winsorise of(double[] x, int most) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    int low = 0;
    int high = x.length - 1;
    while (Shape.of(sorted).needsTreatment()) {
      double mean = CompensatedSum.of(sorted) / x.length;
      boolean upper = sorted[high] - mean >= mean - sorted[low];
      int nextLow = upper ? low : firstAbove(sorted, low);
      int nextHigh = upper ? lastBelow(sorted, high) : high;
      if (nextLow + x.length - 1 - nextHigh > most) {
        break;
      }
      low = nextLow;
      high = nextHigh;
      Arrays.fill(sorted, 0, low, sorted[low]);
      Arrays.fill(sorted, high + 1, x.length, sorted[high]);
    }
    return pulledIn(x, sorted, low + x.length - 1 - high);
  }

  private static Winsorise pulledIn(double[] x, double[] sorted, int moved) {
    if (moved == 0) {
      return new Winsorise(x.clone(), 0);
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return new Winsorise(
        Arrays.stream(x).map(v -> Math.max(low, Math.min(high, v))).toArray(), moved);
  }

  private static int firstAbove(double[] sorted, int low) {
    int next = low;
    while (sorted[next] == sorted[low]) {
      next++;
    }
    return next;
  }

  private static int lastBelow(double[] sorted, int high) {
    int next = high;
    while (sorted[next] == sorted[high]) {
      next--;
    }
    return next;
  }
}
