package org.jiedui.stats;

import java.util.stream.IntStream;

/**
 * Significance of spatial autocorrelation by permuting the values over the units, as a whole and
 * for each unit with its own value held.
 *
 * <p>Local: {@code I_i = z_i Σ_j w_ij z_j / (Σ z² / n)}. Two-sided p: twice the smaller tail,
 * {@code min(1, 2 (r + 1) / (B + 1))}, r the number of permutations at or beyond the value on that
 * side; a tie counts within 1e-10. Draws: {@link SeedSequence} of purpose {@code moran} (global,
 * replicate r) and {@code lisa} (local, one generator a unit). Source: Anselin (1995), Geographical
 * Analysis 27, 93–115.
 */
public final class MoranPermutation {
  private static final double TIE = 1e-10;

  private MoranPermutation() {}

  /** Global p of the whole. */
  public static double global(double[] x, SpatialWeights weights, long seed, int draws) {
    double[] z = MoransI.deviations(x);
    double actual = MoransI.cross(z, weights);
    SeedSequence seeds = new SeedSequence(seed, "moran");
    double[] permuted =
        IntStream.range(0, draws)
            .parallel()
            .mapToDouble(r -> MoransI.cross(shuffled(z, seeds.generator(r)), weights))
            .toArray();
    return twoSided(actual, permuted);
  }

  /** Local I_i of every unit. */
  public static double[] local(double[] x, SpatialWeights weights) {
    double[] z = MoransI.deviations(x);
    double scale = MoransI.power(z, 2) / z.length;
    double[] local = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      local[i] = weights.isIsland(i) ? 0 : z[i] * weights.lag(z, i) / scale;
    }
    return local;
  }

  /** Conditional p of unit i: its neighbours are drawn from all others. */
  public static double conditional(
      double[] x, SpatialWeights weights, int unit, long seed, int draws) {
    double[] z = MoransI.deviations(x);
    double actual = z[unit] * weights.lag(z, unit);
    SplitMix64 random = new SeedSequence(seed, "lisa").generator(unit);
    double[] others = new double[z.length - 1];
    System.arraycopy(z, 0, others, 0, unit);
    System.arraycopy(z, unit + 1, others, unit, others.length - unit);
    int wanted = weights.neighbours()[unit].length;
    double[] permuted = new double[draws];
    for (int r = 0; r < draws; r++) {
      permuted[r] = z[unit] * drawnMean(others, wanted, random);
    }
    return twoSided(actual, permuted);
  }

  private static double drawnMean(double[] others, int wanted, SplitMix64 random) {
    CompensatedSum sum = new CompensatedSum();
    for (int m = 0; m < wanted; m++) {
      int at = m + random.nextIndex(others.length - m);
      double drawn = others[at];
      others[at] = others[m];
      others[m] = drawn;
      sum.add(drawn);
    }
    return sum.value() / wanted;
  }

  private static double[] shuffled(double[] z, SplitMix64 random) {
    double[] mixed = z.clone();
    for (int i = mixed.length - 1; i > 0; i--) {
      int at = random.nextIndex(i + 1);
      double value = mixed[at];
      mixed[at] = mixed[i];
      mixed[i] = value;
    }
    return mixed;
  }

  private static double twoSided(double actual, double[] permuted) {
    double slack = TIE * Math.max(1, Math.abs(actual));
    int above = 0;
    int below = 0;
    for (double value : permuted) {
      above += value >= actual - slack ? 1 : 0;
      below += value <= actual + slack ? 1 : 0;
    }
    return Math.min(1, 2.0 * (Math.min(above, below) + 1) / (permuted.length + 1));
  }
}
