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
    double[] treated = x.clone();
    while (Shape.of(treated).needsTreatment()) {
      double[] next = pulledIn(treated);
      if (changed(x, next) > most) {
        break;
      }
      treated = next;
    }
    return new Winsorise(treated, changed(x, treated));
  }

  private static double[] pulledIn(double[] x) {
    double[] sorted = Arrays.stream(x).distinct().sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double mean = CompensatedSum.of(x) / x.length;
    boolean upper = high - mean >= mean - low;
    double from = upper ? high : low;
    double to = upper ? sorted[sorted.length - 2] : sorted[1];
    return Arrays.stream(x).map(value -> value == from ? to : value).toArray();
  }

  private static int changed(double[] before, double[] after) {
    int count = 0;
    for (int i = 0; i < before.length; i++) {
      count += before[i] == after[i] ? 0 : 1;
    }
    return count;
  }
}
