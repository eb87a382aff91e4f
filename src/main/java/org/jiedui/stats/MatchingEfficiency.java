package org.jiedui.stats;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * Are strong donors matched with weak recipients? The links there are, held against all ways of
 * giving the same donors' places to the same recipients.
 *
 * <p>Association: Kendall's τ_b and Spearman's ρ of donor strength and recipient need over links.
 * Null: recipients permuted over the places, which keeps every degree; all permutations up to 8
 * links, else draws of {@link SeedSequence} purpose {@code match}. p two-sided, the share (of
 * draws: (1 + r)/(B + 1)) of |τ| at or above the actual one, a tie within 1e-10. Efficiency: {@code
 * (mean random cost − actual) / (mean random − optimal)}, optimal by {@link Assignment}; empty
 * (DEGENERATE_NULL) where they are equal. Unit: none. Source: Kendall (1945), Biometrika 33,
 * 239–251.
 */
public final class MatchingEfficiency {
  private static final int ENUMERATED = 8;
  private static final double TIE = 1e-10;

  private MatchingEfficiency() {}

  /** Kendall's τ_b: concordant less discordant pairs over the geometric mean of untied pairs. */
  public static Optional<Double> tauB(double[] x, double[] y) {
    long score = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        int a = Double.compare(x[i], x[j]);
        int b = Double.compare(y[i], y[j]);
        score += (long) Integer.signum(a) * Integer.signum(b);
        untiedX += a == 0 ? 0 : 1;
        untiedY += b == 0 ? 0 : 1;
      }
    }
    return untiedX == 0 || untiedY == 0
        ? Optional.empty()
        : Optional.of(score / Math.sqrt((double) untiedX * untiedY));
  }

  /** Spearman's ρ: the correlation of mid-ranks; empty for fewer than two links or equal values. */
  public static Optional<Double> spearman(double[] x, double[] y) {
    if (Arrays.stream(x).distinct().count() < 2 || Arrays.stream(y).distinct().count() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new PearsonsCorrelation()
            .correlation(RankUncertainty.midRanks(x), RankUncertainty.midRanks(y)));
  }

  /**
   * Mismatch of every link's donor (rows) with every link's recipient (columns): the distance of
   * the rank by strength from the rank by need, mid-ranks over links.
   */
  public static double[][] rankDistances(double[] strength, double[] need) {
    double[] given = RankUncertainty.midRanks(strength);
    double[] wanted = RankUncertainty.midRanks(need);
    double[][] costs = new double[given.length][wanted.length];
    for (int i = 0; i < given.length; i++) {
      for (int j = 0; j < wanted.length; j++) {
        costs[i][j] = Math.abs(given[i] - wanted[j]);
      }
    }
    return costs;
  }

  /** p of τ_b when recipients are permuted over the links. */
  public static Optional<Double> p(double[] strength, double[] need, long seed, int draws) {
    Optional<Double> actual = tauB(strength, need);
    if (actual.isEmpty()) {
      return Optional.empty();
    }
    double bar = Math.abs(actual.get()) - TIE;
    if (need.length <= ENUMERATED) {
      long[] counts = new long[2];
      permute(need.clone(), 0, strength, bar, counts);
      return Optional.of(counts[0] / (double) counts[1]);
    }
    SeedSequence seeds = new SeedSequence(seed, "match");
    long beyond = 0;
    for (int r = 0; r < draws; r++) {
      double[] mixed = shuffled(need, seeds.generator(r));
      beyond += Math.abs(tauB(strength, mixed).orElseThrow()) >= bar ? 1 : 0;
    }
    return Optional.of((1.0 + beyond) / (draws + 1));
  }

  /**
   * @param costs mismatch of every link's place (rows) with every recipient (columns); the links
   *     there are lie on the diagonal
   */
  public static Optional<Double> efficiency(double[][] costs) {
    int n = costs.length;
    CompensatedSum all = new CompensatedSum();
    CompensatedSum actual = new CompensatedSum();
    for (int i = 0; i < n; i++) {
      actual.add(costs[i][i]);
      for (double cost : costs[i]) {
        all.add(cost);
      }
    }
    double random = n == 0 ? 0 : all.value() / n;
    double optimal = Assignment.cheapest(costs).cost();
    double room = random - optimal;
    return room <= TIE * Math.max(1, Math.abs(random))
        ? Optional.empty()
        : Optional.of((random - actual.value()) / room);
  }

  private static void permute(
      double[] need, int from, double[] strength, double bar, long[] counts) {
    if (from == need.length) {
      counts[1]++;
      counts[0] += Math.abs(tauB(strength, need).orElseThrow()) >= bar ? 1 : 0;
      return;
    }
    for (int i = from; i < need.length; i++) {
      swap(need, from, i);
      permute(need, from + 1, strength, bar, counts);
      swap(need, from, i);
    }
  }

  private static double[] shuffled(double[] values, SplitMix64 random) {
    double[] mixed = values.clone();
    for (int i = mixed.length - 1; i > 0; i--) {
      swap(mixed, i, random.nextIndex(i + 1));
    }
    return mixed;
  }

  private static void swap(double[] values, int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
