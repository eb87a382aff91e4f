package org.jiedui.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.stats.AdjustedRandIndex;
import org.jiedui.stats.ClusterStability;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.GapStatistic;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.Points;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SplitMix64;

/**
 * How well are published clusters found again in disturbed data?
 *
 * <p>A replicate clusters its own data into as many clusters from {@value #STARTS} starts and is
 * held against the published labels of the regions it holds. Source: Hennig (2007), Computational
 * Statistics and Data Analysis 52, 258–271; Hubert and Arabie (1985), Journal of Classification 2,
 * 193–218.
 *
 * @param jaccard mean over replicates, one for each cluster
 * @param dissolved share of replicates in which the cluster's similarity is .5 or less
 * @param randIndex mean over replicates
 * @param sameLabel for each region, the share of replicates holding it in which its cluster is the
 *     one most like its published one; NaN where none held it
 * @param replicates that had enough different regions
 */
record ClusterResampling(
    double[] jaccard, double[] dissolved, double randIndex, double[] sameLabel, int replicates) {
  static final int STARTS = 5;
  static final int REFERENCES = 19;
  private static final int RESAMPLES_OF_A_CLOUD = 20;

  /**
   * Is the partition found again better than one of data without groups would be? Mean adjusted
   * Rand index of {@value #REFERENCES} uniform clouds of the same box, size and k, each clustered
   * and resampled the same way; k-means cuts a square into stable quarters too.
   *
   * @return (1 + clouds at or above the actual index) / (1 + clouds)
   */
  static double p(
      ClusterResampling actual, Points points, int k, long seed, Replicates replicates) {
    List<Double> clouds = replicates.run(REFERENCES, r -> cloud(points, k, seed, r));
    long above = clouds.stream().filter(index -> index >= actual.randIndex).count();
    return (1.0 + above) / (1 + clouds.size());
  }

  private static double cloud(Points points, int k, long seed, int r) {
    SplitMix64 random = new SeedSequence(seed, "cluster.uniform").generator(r);
    Points uniform = GapStatistic.reference(points, random::nextUniform);
    int[] labels = best(uniform, k, random).labels();
    List<Found> found =
        IntStream.range(0, RESAMPLES_OF_A_CLOUD)
            .mapToObj(b -> resampled(uniform, labels, k, random))
            .toList();
    return of(found, k, points.size()).randIndex;
  }

  private static Found resampled(Points points, int[] labels, int k, SplitMix64 random) {
    int n = points.size();
    int[] drawn = IntStream.generate(() -> random.nextIndex(n)).limit(n).sorted().toArray();
    return found(points.rows(drawn), drawn, labels, k, random);
  }

  private static KMeans best(Points data, int k, SplitMix64 random) {
    return KMeans.best(
        IntStream.range(0, STARTS)
            .mapToObj(s -> KMeans.start(data, k, random::nextUniform))
            .toList());
  }

  /** What one replicate found. */
  private record Found(int[] units, double[] jaccard, double rand, boolean[] same)
      implements Serializable {}

  /** Regions drawn with replacement; those drawn twice count twice in the clustering. */
  static ClusterResampling bootstrap(
      Points points, int[] labels, int k, long seed, int count, Replicates replicates) {
    List<Found> found =
        replicates.run(
            count,
            r ->
                resampled(
                    points, labels, k, new SeedSequence(seed, "cluster.bootstrap").generator(r)));
    return of(found, k, points.size());
  }

  /** All regions, by one variable fewer. */
  static ClusterResampling without(Points points, int column, int[] labels, int k, long seed) {
    SplitMix64 random = new SeedSequence(seed, "cluster.without").generator(column);
    int[] all = IntStream.range(0, points.size()).toArray();
    return of(List.of(found(points.without(column), all, labels, k, random)), k, points.size());
  }

  /** All regions, in clusters that were found elsewhere; a cluster keeps its number. */
  static ClusterResampling of(List<int[]> others, int[] labels, int k) {
    int[] all = IntStream.range(0, labels.length).toArray();
    return of(
        others.stream().map(other -> found(other, all, labels, k)).toList(), k, labels.length);
  }

  private static Found found(Points data, int[] units, int[] labels, int k, SplitMix64 random) {
    return data.distinct() < k
        ? new Found(new int[0], new double[0], 0, new boolean[0])
        : found(best(data, k, random).labels(), units, labels, k);
  }

  private static Found found(int[] fit, int[] units, int[] labels, int k) {
    int[] first = firstOf(units);
    int[] reference = IntStream.of(first).map(i -> labels[units[i]]).toArray();
    int[] other = IntStream.of(first).map(i -> fit[i]).toArray();
    return new Found(
        IntStream.of(first).map(i -> units[i]).toArray(),
        ClusterStability.jaccard(reference, k, other),
        AdjustedRandIndex.of(reference, other),
        same(reference, other, k));
  }

  /** Places of the first copy of every region; units are sorted. */
  private static int[] firstOf(int[] units) {
    return IntStream.range(0, units.length)
        .filter(i -> i == 0 || units[i] != units[i - 1])
        .toArray();
  }

  /** Mean over regions of the share of replicates in which a region changes its cluster. */
  double changed() {
    return 1 - mean(Arrays.stream(sameLabel).filter(share -> !Double.isNaN(share)).toArray());
  }

  /** Whether each region's new cluster is the one most like its published cluster. */
  private static boolean[] same(int[] reference, int[] other, int k) {
    int[] match = ClusterStability.counterparts(reference, k, other);
    boolean[] same = new boolean[reference.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = match[reference[i]] == other[i];
    }
    return same;
  }

  private static ClusterResampling of(List<Found> all, int k, int regions) {
    List<Found> used = all.stream().filter(f -> f.units.length > 0).toList();
    double[] jaccard = new double[k];
    double[] dissolved = new double[k];
    for (int cluster = 0; cluster < k; cluster++) {
      int c = cluster;
      double[] values =
          used.stream().mapToDouble(f -> f.jaccard[c]).filter(v -> !Double.isNaN(v)).toArray();
      jaccard[c] = mean(values);
      dissolved[c] =
          mean(Arrays.stream(values).map(v -> v <= ClusterStability.DISSOLVED ? 1 : 0).toArray());
    }
    double rand = mean(used.stream().mapToDouble(Found::rand).toArray());
    return new ClusterResampling(jaccard, dissolved, rand, shares(used, regions), used.size());
  }

  private static double[] shares(List<Found> used, int regions) {
    int[] held = new int[regions];
    int[] same = new int[regions];
    for (Found f : used) {
      for (int i = 0; i < f.units.length; i++) {
        held[f.units[i]]++;
        same[f.units[i]] += f.same[i] ? 1 : 0;
      }
    }
    return IntStream.range(0, regions)
        .mapToDouble(i -> held[i] == 0 ? Double.NaN : same[i] / (double) held[i])
        .toArray();
  }

  private static double mean(double[] values) {
    return values.length == 0 ? Double.NaN : CompensatedSum.of(values) / values.length;
  }
}
