package org.jiedui.stats;

/** Lower and upper limit of a confidence interval. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("no interval: " + low + " to " + high);
    }
  }
}
