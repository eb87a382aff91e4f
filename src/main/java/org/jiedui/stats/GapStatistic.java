package org.jiedui.stats;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;

/**
 * Drop of ln WSS below what structureless data of the same extent would show, for k = 1…K.
 *
 * <p>Formula: {@code gap(k) = mean_b ln W*_b(k) - ln W(k)}, {@code s(k) = sd_b(ln W*_b(k)) sqrt(1 +
 * 1/B)}, W = within-cluster sum of squared distances to the centres, references uniform over the
 * box of the data. Unit: natural logarithm. Undefined where W = 0. Source: Tibshirani, Walther and
 * Hastie (2001), JRSS-B 63, 411–423. R's {@code clusGap} needs {@code d.power = 2} for this W.
 *
 * @param logWss ln W(k); index 0 is k = 1
 * @param expected mean of ln W*(k)
 * @param standardError s(k)
 */
public record GapStatistic(double[] logWss, double[] expected, double[] standardError) {

  /** How k is read off the curve; the two can differ. Named as in R's {@code cluster::maxSE}. */
  public enum Rule {
    /** Smallest k within one s of the first local maximum. */
    FIRST_SE_MAX("firstSEmax"),
    /** Smallest k with gap(k) ≥ gap(k + 1) − s(k + 1). */
    TIBS_2001("Tibs2001SEmax");

    private final String word;

    Rule(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Points as many as the data, uniform over the data's box; column after column. */
  public static Points reference(Points data, DoubleSupplier uniform) {
    double[][] rows = new double[data.size()][data.dimensions()];
    for (int j = 0; j < data.dimensions(); j++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < rows.length; i++) {
        low = Math.min(low, data.value(i, j));
        high = Math.max(high, data.value(i, j));
      }
      for (double[] row : rows) {
        row[j] = low + (high - low) * uniform.getAsDouble();
      }
    }
    return Points.of(rows);
  }

  /** ln WSS for k = 1…K, given the fit for each k. */
  public static double[] logWss(int most, IntFunction<KMeans> fit) {
    double[] logs = new double[most];
    for (int k = 1; k <= most; k++) {
      logs[k - 1] = StrictMath.log(fit.apply(k).wss());
    }
    return logs;
  }

  /** One array of ln W* per reference, in the order of the replicates; at least two. */
  public static GapStatistic of(double[] logWss, List<double[]> references) {
    int most = logWss.length;
    int b = references.size();
    double[] expected = new double[most];
    double[] error = new double[most];
    for (int k = 0; k < most; k++) {
      int column = k;
      double[] logs = references.stream().mapToDouble(r -> r[column]).toArray();
      expected[k] = CompensatedSum.of(logs) / b;
      error[k] = Standardise.deviation(logs, expected[k]) * Math.sqrt(1 + 1.0 / b);
    }
    return new GapStatistic(logWss, expected, error);
  }

  public double gap(int k) {
    return expected[k - 1] - logWss[k - 1];
  }

  public double standardError(int k) {
    return standardError[k - 1];
  }

  /** The k a rule takes, between 1 and K. */
  public int choose(Rule rule) {
    int last = rule == Rule.FIRST_SE_MAX ? firstMaximum() : logWss.length;
    for (int k = 1; k < last; k++) {
      int other = rule == Rule.FIRST_SE_MAX ? last : k + 1;
      if (gap(k) >= gap(other) - standardError(other)) {
        return k;
      }
    }
    return last;
  }

  private int firstMaximum() {
    int k = 1;
    while (k < logWss.length && gap(k + 1) >= gap(k)) {
      k++;
    }
    return k;
  }
}
