package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How much do ranks depend on choices that could have been made otherwise: weights within ±25 %,
 * normalisation, aggregation, one indicator dropped?
 *
 * <p>Each draw ranks all units by its own index, rank 1 the smallest index (the largest gap); ties
 * get the mean rank. Geometric means raise values below the declared floor to it, or below .01
 * where none is declared. A unit keeps its missing indicators under the declared policy; one that a
 * draw cannot place has no rank in it. Draw r has the generator {@link SeedSequence}(seed,
 * "rank")(r). Unit: ranks. Source: Saisana, Saltelli and Tarantola (2005), Journal of the Royal
 * Statistical Society A 168, 307–323; OECD/JRC (2008), section 7.
 *
 * @param nominal rank under the declared choices; NaN for a unit without an index
 * @param draws what was drawn
 * @param ranks one row for each draw, NaN where it places a unit not at all
 */
public record RankUncertainty(double[] nominal, List<IndexDraw> draws, double[][] ranks) {
  private static final double FLOOR = .01;

  /**
   * @param x raw values in key order, NaN where missing
   * @param scales goalposts and polarity of each indicator
   * @param weights declared, 0 for an indicator that is not to count
   */
  public static RankUncertainty of(
      double[][] x, MinMax[] scales, double[] weights, IndexMethod method, long seed, int count) {
    return of(x, scales, weights, method, draws(weights, seed, count));
  }

  /** What is drawn around the declared weights. */
  public static List<IndexDraw> draws(double[] weights, long seed, int count) {
    SeedSequence seeds = new SeedSequence(seed, "rank");
    return IntStream.range(0, count)
        .mapToObj(r -> IndexDraw.of(weights, seeds.generator(r)))
        .toList();
  }

  /** Index of every unit under each draw, NaN where there is none. */
  public static double[][] indices(
      double[][] x, MinMax[] scales, List<IndexDraw> draws, IndexMethod method) {
    double[][][] z = normalised(x, scales);
    double floor = method.floor() > 0 ? method.floor() : FLOOR;
    return draws.parallelStream()
        .map(draw -> indices(z, draw, new IndexMethod(method.missing(), draw.aggregation(), floor)))
        .toArray(double[][]::new);
  }

  /** The declared choices with one indicator left out: a draw for each that has a weight. */
  public static RankUncertainty leavingOut(
      double[][] x, MinMax[] scales, double[] weights, IndexMethod method) {
    return of(
        x,
        scales,
        weights,
        method,
        IntStream.range(0, weights.length)
            .filter(j -> weights[j] > 0 && weights[j] < 1)
            .mapToObj(j -> IndexDraw.without(weights, j, method.aggregation()))
            .toList());
  }

  private static RankUncertainty of(
      double[][] x, MinMax[] scales, double[] weights, IndexMethod method, List<IndexDraw> draws) {
    var declared =
        new IndexDraw(weights, IndexDraw.Normalisation.MIN_MAX, method.aggregation(), -1);
    return new RankUncertainty(
        midRanks(indices(normalised(x, scales), declared, method)),
        draws,
        Arrays.stream(indices(x, scales, draws, method))
            .parallel()
            .map(RankUncertainty::midRanks)
            .toArray(double[][]::new));
  }

  private static double[][][] normalised(double[][] x, MinMax[] scales) {
    double[][][] z = new double[IndexDraw.Normalisation.values().length][][];
    for (IndexDraw.Normalisation way : IndexDraw.Normalisation.values()) {
      z[way.ordinal()] = normalised(x, scales, way);
    }
    return z;
  }

  /** Ranks of one unit over the draws that place it. */
  public double[] of(int unit) {
    return Arrays.stream(ranks)
        .mapToDouble(draw -> draw[unit])
        .filter(rank -> !Double.isNaN(rank))
        .toArray();
  }

  /** Mean absolute change of rank in one draw, over units that have both; empty without any. */
  public OptionalDouble meanShift(int draw) {
    return shifts(draw).average();
  }

  /** The same of the unit that moves most. */
  public OptionalDouble largestShift(int draw) {
    return shifts(draw).max();
  }

  private DoubleStream shifts(int draw) {
    return IntStream.of(placed(draw)).mapToDouble(i -> Math.abs(ranks[draw][i] - nominal[i]));
  }

  /** Spearman's correlation of one draw's ranks with the nominal ones; empty where all are tied. */
  public OptionalDouble spearman(int draw) {
    int[] both = placed(draw);
    double[] declared = IntStream.of(both).mapToDouble(i -> nominal[i]).toArray();
    double[] drawn = IntStream.of(both).mapToDouble(i -> ranks[draw][i]).toArray();
    boolean tied = both.length < 2 || Standardise.allEqual(declared) || Standardise.allEqual(drawn);
    return tied
        ? OptionalDouble.empty()
        : OptionalDouble.of(new SpearmansCorrelation().correlation(declared, drawn));
  }

  /** Units that have a rank nominally and in this draw. */
  public int[] placed(int draw) {
    return IntStream.range(0, nominal.length)
        .filter(i -> !Double.isNaN(nominal[i]) && !Double.isNaN(ranks[draw][i]))
        .toArray();
  }

  /** Index of every unit under one draw; NaN where there is none. */
  private static double[] indices(double[][][] z, IndexDraw draw, IndexMethod method) {
    return Arrays.stream(z[draw.normalisation().ordinal()])
        .mapToDouble(
            row ->
                CompositeIndex.of(row, draw.weights(), method)
                    .map(CompositeIndex::value)
                    .orElse(Double.NaN))
        .toArray();
  }

  /** From 1 for the smallest; equal values share the mean of their ranks; NaN keeps none. */
  static double[] midRanks(double[] values) {
    // + 0.0 makes a negative zero equal to zero.
    double[] sorted = Arrays.stream(present(values)).map(v -> v + 0.0).sorted().toArray();
    double[] rank = new double[sorted.length];
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to + 1 < sorted.length && sorted[to + 1] == sorted[from]) {
        to++;
      }
      Arrays.fill(rank, from, to + 1, (from + to) / 2.0 + 1);
      from = to + 1;
    }
    return Arrays.stream(values)
        .map(v -> Double.isNaN(v) ? v : rank[Arrays.binarySearch(sorted, v + 0.0)])
        .toArray();
  }

  private static double[][] normalised(double[][] x, MinMax[] scales, IndexDraw.Normalisation way) {
    double[][] z = new double[x.length][scales.length];
    for (int j = 0; j < scales.length; j++) {
      double[] column = normalised(Standardise.column(x, j), scales[j], way);
      for (int i = 0; i < x.length; i++) {
        z[i][j] = column[i];
      }
    }
    return z;
  }

  private static double[] normalised(double[] x, MinMax scale, IndexDraw.Normalisation way) {
    return switch (way) {
      case MIN_MAX -> Arrays.stream(x).map(v -> Double.isNaN(v) ? v : scale.of(v)).toArray();
      case Z_SCORE -> zScores(x, scale);
      case RANK -> relativeRanks(x, scale);
      case LEADER -> toLeader(x, scale);
    };
  }

  private static double[] zScores(double[] x, MinMax scale) {
    double[] present = present(x);
    double mean = CompensatedSum.of(present) / present.length;
    double deviation =
        present.length < 2 || Standardise.allEqual(present)
            ? 0
            : Standardise.deviation(present, mean);
    double sign = scale.polarity() == Polarity.BENEFIT ? 1 : -1;
    return Arrays.stream(x)
        .map(v -> Double.isNaN(v) ? v : deviation == 0 ? 0 : sign * (v - mean) / deviation)
        .toArray();
  }

  private static double[] relativeRanks(double[] x, MinMax scale) {
    double sign = scale.polarity() == Polarity.BENEFIT ? 1 : -1;
    double[] ranks = midRanks(Arrays.stream(x).map(v -> sign * v).toArray());
    double span = Math.max(1, present(x).length - 1);
    return Arrays.stream(ranks).map(rank -> (rank - 1) / span).toArray();
  }

  private static double[] toLeader(double[] x, MinMax scale) {
    double[] z = normalised(x, scale, IndexDraw.Normalisation.MIN_MAX);
    double leader = Arrays.stream(present(z)).max().orElse(0);
    return Arrays.stream(z).map(v -> Double.isNaN(v) || leader == 0 ? v : v / leader).toArray();
  }

  private static double[] present(double[] x) {
    return Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
  }
}
