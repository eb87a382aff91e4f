package org.jiedui.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Did pairs of values change? Two-sided tests of differences, later less earlier.
 *
 * <p>{@link #t}: mean over its standard error against t with n − 1 degrees of freedom. {@link
 * #signedRank}: zeros dropped, mid-ranks of absolute differences, V the sum of ranks of positive
 * ones; normal approximation with corrections for ties and continuity, poor below 10 pairs. Empty
 * without two pairs, without variation (t), or without a difference (V). Sources: Student, 1908,
 * Biometrika 6, 1–25; F. Wilcoxon, 1945, Biometrics Bulletin 1, 80–83.
 */
public record PairedTest(int pairs, double statistic, double p) {

  public static Optional<PairedTest> t(double[] before, double[] after) {
    double[] d = differences(before, after);
    int n = d.length;
    if (n < 2) {
      return Optional.empty();
    }
    double mean = CompensatedSum.of(d) / n;
    double squares =
        CompensatedSum.of(Arrays.stream(d).map(x -> (x - mean) * (x - mean)).toArray());
    if (squares == 0) {
      return Optional.empty();
    }
    double t = mean / Math.sqrt(squares / (n - 1) / n);
    return Optional.of(new PairedTest(n, t, Covariance.twoSided(t, n - 1.0)));
  }

  public static Optional<PairedTest> signedRank(double[] before, double[] after) {
    double[] d = Arrays.stream(differences(before, after)).filter(x -> x != 0).toArray();
    int n = d.length;
    if (n == 0) {
      return Optional.empty();
    }
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(d[i])));
    double v = 0;
    double ties = 0;
    for (int from = 0; from < n; ) {
      int to = from;
      while (to < n && Math.abs(d[order[to]]) == Math.abs(d[order[from]])) {
        to++;
      }
      double size = to - from;
      ties += size * size * size - size;
      for (int i = from; i < to; i++) {
        v += d[order[i]] > 0 ? (from + 1 + to) / 2.0 : 0;
      }
      from = to;
    }
    return Optional.of(new PairedTest(n, v, normal(v, n, ties)));
  }

  private static double normal(double v, double n, double ties) {
    double off = v - n * (n + 1) / 4;
    double sigma = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
    if (sigma == 0) {
      return 1;
    }
    double z = (off - Math.signum(off) * 0.5) / sigma;
    return Math.min(1, 2 * ReferenceDistribution.normalTail(Math.abs(z)));
  }

  private static double[] differences(double[] before, double[] after) {
    return IntStream.range(0, before.length).mapToDouble(i -> after[i] - before[i]).toArray();
  }
}
