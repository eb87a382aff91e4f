package org.jiedui.stats;

import java.util.Arrays;

/**
 * How unusual is the actual change among those at cut-off years where nothing happened?
 *
 * <p>p = (1 + #{|ln R(c)| ≥ |ln R|})/(1 + #cuts), a tie within 1e-10 counts; the rank of the actual
 * change is that numerator. It is no sampling test. TOO_SHORT below 5 cuts.
 */
public record PlaceboCuts(int cuts, int rank) {
  public static final int LEAST_CUTS = 5;

  /** Years needed on either side of a cut. */
  public static final int LEAST_YEARS = 5;

  private static final double TIE = 1e-10;

  public static PlaceboCuts of(double actualLog, double[] placeboLogs) {
    if (placeboLogs.length < LEAST_CUTS) {
      throw new NotEstimable(NotEstimable.Reason.TOO_SHORT);
    }
    double least = Math.abs(actualLog) * (1 - TIE);
    long beyond = Arrays.stream(placeboLogs).filter(log -> Math.abs(log) >= least).count();
    return new PlaceboCuts(placeboLogs.length, (int) beyond + 1);
  }

  public double p() {
    return rank / (1.0 + cuts);
  }
}
