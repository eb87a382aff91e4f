package org.jiedui.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Interrupted time series: level and slope before and after a break.
 *
 * <p>E[y] or ln E[y] = β0 + β1 (t − t0) + β2 post + β3 post (t − t0), t0 the first later time: β2
 * is the change of level at t0, β3 that of the slope, per unit of time. Undefined, TOO_SHORT, with
 * fewer than 3 times on a side, a change of slope with fewer than 4. Source: J. L. Bernal, S.
 * Cummins and A. Gasparrini, 2017, Interrupted time series regression, International Journal of
 * Epidemiology 46, 348–355.
 */
public final class SegmentedSeries {
  public static final String POST = "post";
  public static final String TREND = "trend";
  public static final String SLOPE_CHANGE = "post:trend";

  private static final int LEAST = 3;
  private static final int LEAST_FOR_SLOPE = 4;

  /** What is allowed for besides the change of level. */
  public enum Shape {
    LEVEL,
    TREND,
    SLOPE_CHANGE
  }

  private final double[] times;
  private final int from;

  /** Times of the rows, in the order of time within each series. */
  public SegmentedSeries(double[] times, int from) {
    this.times = times;
    this.from = from;
  }

  /** Adds the terms of a shape to a design of the same rows. */
  public Design terms(Design design, Shape shape) {
    long before = Arrays.stream(times).distinct().filter(t -> t < from).count();
    long after = Arrays.stream(times).distinct().filter(t -> t >= from).count();
    int least = shape == Shape.SLOPE_CHANGE ? LEAST_FOR_SLOPE : LEAST;
    if (Math.min(before, after) < least) {
      throw new NotEstimable(NotEstimable.Reason.TOO_SHORT);
    }
    Design with = design.regressor(POST, column(t -> t >= from ? 1 : 0));
    if (shape != Shape.LEVEL) {
      with = with.regressor(TREND, column(t -> t - from));
    }
    return shape == Shape.SLOPE_CHANGE
        ? with.regressor(SLOPE_CHANGE, column(t -> t >= from ? t - from : 0))
        : with;
  }

  /** Adds sine and cosine pairs of a period, in units of time. */
  public Design harmonics(Design design, double period, int pairs) {
    Design with = design;
    for (int k = 1; k <= pairs; k++) {
      double turn = 2 * Math.PI * k / period;
      with = with.regressor("sin" + k, column(t -> StrictMath.sin(turn * t)));
      with = with.regressor("cos" + k, column(t -> StrictMath.cos(turn * t)));
    }
    return with;
  }

  private double[] column(java.util.function.DoubleUnaryOperator term) {
    return IntStream.range(0, times.length)
        .mapToDouble(i -> term.applyAsDouble(times[i]))
        .toArray();
  }
}
