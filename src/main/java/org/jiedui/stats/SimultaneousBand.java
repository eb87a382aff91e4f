package org.jiedui.stats;

import java.util.Arrays;

/**
 * A band that holds a whole curve with a declared probability: sup-t.
 *
 * <p>Formula: {@code θ_q ± c SE_q}, SE the jackknife's, c the quantile of {@code max_q |Z_q|/SE_q},
 * Z normal with the jackknife covariance, drawn as {@code √((G−1)/G) Σ_g z_g (θ_(−g) − mean)} with
 * independent standard normal z_g; points with SE 0 do not count. Unit: that of the curve. Needs
 * two clusters. Source: Montiel Olea and Plagborg-Møller (2019), Journal of Applied Econometrics
 * 34, 1–17.
 */
public record SimultaneousBand(double[] low, double[] high, double critical) {

  /**
   * @param curve θ at each point
   * @param leftOut the same without each cluster
   */
  public static SimultaneousBand of(
      double[] curve, double[][] leftOut, double level, SeedSequence seeds, int draws) {
    double[] errors = new double[curve.length];
    double[][] off = new double[leftOut.length][curve.length];
    for (int q = 0; q < curve.length; q++) {
      int point = q;
      double[] values = Arrays.stream(leftOut).mapToDouble(one -> one[point]).toArray();
      errors[q] = Jackknife.standardError(values);
      double mean = CompensatedSum.of(values) / values.length;
      for (int g = 0; g < values.length; g++) {
        off[g][q] = (values[g] - mean) * Math.sqrt((values.length - 1.0) / values.length);
      }
    }
    double[] largest = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      largest[draw] = largest(off, errors, seeds.generator(draw));
    }
    double c = Quantile.of(largest, level);
    double[] low = new double[curve.length];
    double[] high = new double[curve.length];
    for (int q = 0; q < curve.length; q++) {
      low[q] = curve[q] - c * errors[q];
      high[q] = curve[q] + c * errors[q];
    }
    return new SimultaneousBand(low, high, c);
  }

  private static double largest(double[][] off, double[] errors, SplitMix64 random) {
    double[] drawn = new double[errors.length];
    for (double[] cluster : off) {
      double z = ReferenceDistribution.NORMAL.quantile(random.nextUniform() + 0x1.0p-54, 1);
      for (int q = 0; q < drawn.length; q++) {
        drawn[q] += z * cluster[q];
      }
    }
    double largest = 0;
    for (int q = 0; q < drawn.length; q++) {
      largest = errors[q] > 0 ? Math.max(largest, Math.abs(drawn[q]) / errors[q]) : largest;
    }
    return largest;
  }
}
