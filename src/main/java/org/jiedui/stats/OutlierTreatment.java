package org.jiedui.stats;

import java.util.Arrays;

/**
 * What is done to the values of an indicator whose skewness and kurtosis ask for it ({@link
 * Shape#needsTreatment}): nothing, pulling in the most extreme ones, or logarithms.
 *
 * <p>Winsorising changes at most 5 % of the values, and at least one where there is an outlier.
 * Logarithms need values above 0; otherwise the indicator stays as it is ({@code LOG_REFUSED}).
 * Source: OECD/JRC (2008), section 5.1.
 *
 * @param low values below are raised to it
 * @param high values above are lowered to it
 * @param changed how many of the values looked at are changed
 */
public record OutlierTreatment(Kind kind, double low, double high, int changed) {
  private static final double MOST = .05;
  private static final OutlierTreatment NONE = new OutlierTreatment(Kind.NONE, 0);

  /** A treatment, asked for or done. */
  public enum Kind {
    NONE,
    WINSORISE,
    LOG,
    /** Logarithms were asked for, and a value or a goalpost is not above 0. */
    LOG_REFUSED
  }

  private OutlierTreatment(Kind kind, int changed) {
    this(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, changed);
  }

  /**
   * @param pool all values that are looked at, none missing
   * @param lowest the smallest number that is normalised: of the values and the goalposts
   */
  public static OutlierTreatment of(double[] pool, double lowest, Kind asked) {
    if (asked == Kind.NONE || !Shape.of(pool).needsTreatment()) {
      return NONE;
    }
    if (asked == Kind.LOG) {
      return lowest > 0
          ? new OutlierTreatment(Kind.LOG, pool.length)
          : new OutlierTreatment(Kind.LOG_REFUSED, 0);
    }
    Winsorise found = Winsorise.of(pool, Math.max(1, (int) (MOST * pool.length)));
    return new OutlierTreatment(
        Kind.WINSORISE,
        Arrays.stream(found.values()).min().orElseThrow(),
        Arrays.stream(found.values()).max().orElseThrow(),
        found.moved());
  }

  /** The value that is normalised; a missing one stays missing. */
  public double of(double x) {
    double capped = Double.isNaN(x) ? x : Math.max(low, Math.min(high, x));
    return kind == Kind.LOG ? StrictMath.log(capped) : capped;
  }
}
