package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.stats.CalinskiHarabasz;
import org.jiedui.stats.DaviesBouldin;
import org.jiedui.stats.Distances;
import org.jiedui.stats.Dunn;
import org.jiedui.stats.GapStatistic;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.PlusPlus;
import org.jiedui.stats.Points;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.Silhouette;
import org.jiedui.stats.Silhouette.Distance;

/** Best fit and measures of fit for every number of clusters. */
final class ClusterKProfile {
  static final int REFERENCE_STARTS = 5;
  private static final int MOST_STARTS_ABOVE_BUDGET = 5;
  private static final int ROUNDS_ABOVE_BUDGET = 50;

  /** Measures that need all pairs are null above the budget, and for k = 1. */
  record Row(
      KMeans fit,
      Silhouette euclidean,
      Silhouette squared,
      OptionalDouble calinskiHarabasz,
      OptionalDouble daviesBouldin,
      OptionalDouble dunn) {
    int k() {
      return fit.k();
    }

    int smallest() {
      return IntStream.range(0, k())
          .map(c -> (int) IntStream.of(fit.labels()).filter(label -> label == c).count())
          .min()
          .orElse(0);
    }
  }

  private final List<Row> rows;
  private final GapStatistic gap;
  private final int distinct;
  private final int starts;

  private ClusterKProfile(List<Row> rows, GapStatistic gap, int distinct, int starts) {
    this.rows = rows;
    this.gap = gap;
    this.distinct = distinct;
    this.starts = starts;
  }

  /** Rows for k = 1…; as far as asked for, and no further than there are distinct points. */
  List<Row> rows() {
    return rows;
  }

  /** Null when it was not asked for, or nothing is left to compare. */
  GapStatistic gap() {
    return gap;
  }

  int distinct() {
    return distinct;
  }

  /** Starts that were really made for each k. */
  int starts() {
    return starts;
  }

  /** All measures; starts and references are spread over the replicates. */
  static ClusterKProfile of(Points points, ClusterParams params, Replicates replicates) {
    int distinct = points.distinct();
    int last = Math.min(params.last(), distinct);
    Distances distances = Distances.of(points);
    List<Row> rows = new ArrayList<>();
    for (KMeans fit : fits(points, last, params, replicates)) {
      rows.add(measured(points, distances, fit));
    }
    return new ClusterKProfile(
        rows, gap(points, rows, params, replicates), distinct, params.starts());
  }

  /** Above the budget: MLlib alone, few starts, WSS only. */
  static ClusterKProfile wssOnly(SparkSession spark, Points points, ClusterParams params) {
    int distinct = points.distinct();
    int first = params.k().orElse(2);
    int last = Math.min(params.k().orElse(params.most()), distinct);
    int starts = Math.min(MOST_STARTS_ABOVE_BUDGET, params.starts());
    List<Row> rows = new ArrayList<>();
    for (int k = first; k <= last; k++) {
      SeedSequence seeds = seeds(params.seed(), k);
      int clusters = k;
      List<KMeans> fits =
          IntStream.range(0, starts)
              .mapToObj(s -> PlusPlus.centres(points, clusters, seeds.generator(s)::nextUniform))
              .map(centres -> byMllib(spark, points, centres))
              .toList();
      rows.add(bare(KMeans.best(fits)));
    }
    return new ClusterKProfile(rows, null, distinct, starts);
  }

  /** Where MLlib leaves a cluster empty, the plain iteration fills it. */
  private static KMeans byMllib(SparkSession spark, Points points, double[][] centres) {
    int[] labels = PublishedFit.labels(spark, points, centres, ROUNDS_ABOVE_BUDGET);
    boolean full = IntStream.of(labels).distinct().count() == centres.length;
    return full ? KMeans.of(points, labels, centres.length) : KMeans.from(points, centres);
  }

  private static SeedSequence seeds(long seed, int k) {
    return new SeedSequence(seed, "kmeans.k" + k);
  }

  /** The best start for k = 1…last. */
  static List<KMeans> fits(Points points, int last, ClusterParams params, Replicates replicates) {
    int starts = params.starts();
    long seed = params.seed();
    List<KMeans> all =
        replicates.run(
            last * starts,
            i -> {
              int k = 1 + i / starts;
              return KMeans.start(points, k, seeds(seed, k).generator(i % starts)::nextUniform);
            });
    return IntStream.range(0, last)
        .mapToObj(k -> KMeans.best(all.subList(k * starts, (k + 1) * starts)))
        .toList();
  }

  private static Row bare(KMeans fit) {
    OptionalDouble none = OptionalDouble.empty();
    return new Row(fit, null, null, none, none, none);
  }

  private static Row measured(Points points, Distances distances, KMeans fit) {
    if (fit.k() < 2) {
      return bare(fit);
    }
    return new Row(
        fit,
        Silhouette.of(distances, fit.labels(), fit.k(), Distance.EUCLIDEAN),
        Silhouette.of(distances, fit.labels(), fit.k(), Distance.SQUARED),
        CalinskiHarabasz.of(points, fit),
        DaviesBouldin.of(points, fit),
        Dunn.of(distances, fit.labels()));
  }

  /** Only as far as something is left within the clusters: ln 0 does not exist. */
  private static GapStatistic gap(
      Points points, List<Row> rows, ClusterParams params, Replicates replicates) {
    int last = (int) rows.stream().filter(row -> row.fit().wss() > 0).count();
    if (params.references() == 0 || last < 2) {
      return null;
    }
    double[] logs = GapStatistic.logWss(last, k -> rows.get(k - 1).fit());
    long seed = params.seed();
    return GapStatistic.of(
        logs, replicates.run(params.references(), b -> reference(points, last, seed, b)));
  }

  private static double[] reference(Points points, int last, long seed, int b) {
    SeedSequence data = new SeedSequence(seed, "gap.reference");
    Points uniform = GapStatistic.reference(points, data.generator(b)::nextUniform);
    return GapStatistic.logWss(
        last,
        k -> {
          SeedSequence seeds = new SeedSequence(seed, "gap.kmeans.k" + k);
          return KMeans.best(
              IntStream.range(0, REFERENCE_STARTS)
                  .mapToObj(s -> seeds.generator((long) b * REFERENCE_STARTS + s))
                  .map(generator -> KMeans.start(uniform, k, generator::nextUniform))
                  .toList());
        });
  }
}
