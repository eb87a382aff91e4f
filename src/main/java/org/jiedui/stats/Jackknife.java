package org.jiedui.stats;

/**
 * Standard error of a statistic from its values with one cluster left out at a time.
 *
 * <p>Formula: {@code SE² = (G − 1)/G Σ_g (θ_(−g) − mean θ_(−g))²}. Unit: that of the statistic.
 * Needs two clusters. Source: Efron (1982), The Jackknife, the Bootstrap and Other Resampling
 * Plans; Karagiannis and Kovacevic (2000), Oxford Bulletin of Economics and Statistics 62, 119–122,
 * for the Gini coefficient.
 */
public final class Jackknife {
  private Jackknife() {}

  /**
   * @param leftOut θ_(−g), one for each cluster
   */
  public static double standardError(double[] leftOut) {
    if (leftOut.length < 2) {
      throw new IllegalArgumentException("a jackknife of " + leftOut.length + " clusters");
    }
    double mean = CompensatedSum.of(leftOut) / leftOut.length;
    CompensatedSum squares = new CompensatedSum();
    for (double value : leftOut) {
      squares.add((value - mean) * (value - mean));
    }
    return Math.sqrt(squares.value() * (leftOut.length - 1) / leftOut.length);
  }
}
