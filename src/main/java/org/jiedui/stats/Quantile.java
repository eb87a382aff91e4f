package org.jiedui.stats;

import java.util.Arrays;

/**
 * Sample quantile by linear interpolation of order statistics (R type 7).
 *
 * <p>Formula: with the values sorted and h = (n − 1)p + 1, x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋ + 1] − x[⌊h⌋]).
 * Unit: that of the values. Undefined for no value and for p outside 0…1. Source: R. J. Hyndman and
 * Y. Fan, 1996, Sample quantiles in statistical packages, American Statistician 50, 361–365,
 * definition 7.
 */
public final class Quantile {
  private Quantile() {}

  /** Sorts a copy of the values. */
  public static double of(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  public static double ofSorted(double[] sorted, double p) {
    if (sorted.length == 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("quantile " + p + " of " + sorted.length + " values");
    }
    double h = (sorted.length - 1) * p;
    int low = (int) Math.floor(h);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (h - low) * (sorted[high] - sorted[low]);
  }

  /** The middle value, or the mean of the two middle ones. */
  public static double median(double[] values) {
    return of(values, 0.5);
  }
}
