package org.jiedui.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.stats.CanonicalLabels;
import org.jiedui.stats.Distances;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.Points;
import org.jiedui.stats.Silhouette;
import org.jiedui.stats.Standardise;
import org.jiedui.stats.Ward;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * Which recipient regions resemble each other in their development gap and its components?
 *
 * <p>k-means on z-scored variables of one year. Starts and references run as plain Java, the
 * published fit is MLlib's from the best centres. Clusters are numbered by their mean of the first
 * variable, the gap.
 */
public final class Clusters {
  private static final int ROUNDS = 20;
  private static final long CELLS_ON_DRIVER = 10_000;

  private Clusters() {}

  /**
   * The tables {@code cluster_membership}, {@code cluster_profile}, {@code cluster_k_profile},
   * {@code cluster_stability}, {@code cluster_transition}, {@code cluster_tree}, {@code moran}.
   */
  public record Result(
      Frame membership,
      Frame profile,
      Frame kProfile,
      Frame stability,
      Frame transition,
      Frame tree,
      Frame moran) {
    public List<Frame> tables() {
      return List.of(membership, profile, kProfile, stability, transition, tree, moran);
    }
  }

  /**
   * What was clustered and how.
   *
   * @param matrix the classified regions
   * @param rows their rows in the matrix of all regions
   * @param constant variables without variation, left out
   * @param labels 1…k; null when nothing can be clustered
   * @param silhouette null above the budget
   * @param bootstrap null above the budget, and where it was not asked for
   * @param beyondUniform p of {@link ClusterResampling#p}; NaN without a bootstrap
   * @param scale of the variables, with those left out; null where they stand as they are
   * @param ward null above the budget
   * @param spatial null without a map, and above the budget
   */
  record Fit(
      RegionMatrix matrix,
      int[] rows,
      boolean[] constant,
      Points points,
      ClusterKProfile profile,
      ClusterChoice choice,
      int[] labels,
      KMeans clusters,
      Silhouette silhouette,
      ClusterResampling bootstrap,
      double beyondUniform,
      Standardise scale,
      Ward ward,
      SpatialClusters spatial) {

    /** Number 1…k of the centre that is nearest to these values, as they are compared. */
    int nearest(double[] compared) {
      double[] row = projected(compared, scale, constant);
      return 1
          + IntStream.range(0, clusters.k())
              .boxed()
              .min(Comparator.comparingDouble(c -> Distances.squared(row, clusters.centres()[c])))
              .orElseThrow();
    }

    /** Variables that order the numbers of clusters. */
    List<double[]> ordering() {
      return Clusters.ordering(matrix);
    }

    /** Labels 0…k−1, as the statistics count. */
    int[] fromZero() {
      return IntStream.of(labels).map(label -> label - 1).toArray();
    }
  }

  public static Result of(SparkSession spark, RegionMatrix all, ClusterParams params) {
    return of(spark, all, ClusterContext.none(), params);
  }

  public static Result of(
      SparkSession spark, RegionMatrix all, ClusterContext context, ClusterParams params) {
    Fit fit = fit(spark, all, context, params);
    return new Result(
        ClusterTables.membership(all, fit, context, params),
        ClusterTables.profile(fit, params),
        ClusterKProfileTable.of(fit, params),
        StabilityTable.of(fit, ClusterTables.names(fit), drawn(fit, context), params),
        ClusterTransitions.of(fit, context, params),
        ClusterTree.of(fit, params),
        MoranTable.of(fit, context, params));
  }

  /** The clusters under other ways of making the index; only where bootstraps are made too. */
  private static Optional<ClusterResampling> drawn(Fit fit, ClusterContext context) {
    return fit.bootstrap() == null
        ? Optional.empty()
        : context
            .draws()
            .map(
                draws ->
                    ClusterResampling.of(
                        draws.labels(
                            fit.matrix(),
                            fit.fromZero(),
                            fit.clusters().k(),
                            Replicates.onDriver()),
                        fit.fromZero(),
                        fit.clusters().k()));
  }

  static Fit fit(
      SparkSession spark, RegionMatrix all, ClusterContext context, ClusterParams params) {
    int[] rows = IntStream.range(0, all.codes().size()).filter(all::isComplete).toArray();
    RegionMatrix matrix = all.rows(rows);
    boolean[] constant = new boolean[all.variables().size()];
    Standardise scale = Standardise.of(matrix.compared());
    for (int j = 0; j < constant.length; j++) {
      constant[j] = rows.length < 2 || scale.isConstant(j);
    }
    scale = params.scale() == ClusterParams.Scale.Z ? scale : null;
    Points points = points(matrix, scale, constant);
    boolean small = params.allowsPairsOf(points.size());
    ClusterKProfile profile =
        small
            ? ClusterKProfile.of(points, params, replicates(spark, points))
            : ClusterKProfile.wssOnly(spark, points, params);
    ClusterChoice choice = ClusterChoice.of(profile, params);
    int[] labels =
        choice.status() == Status.OK ? labels(spark, points, matrix, profile, choice) : null;
    int k = labels == null ? 0 : IntStream.of(labels).max().orElse(0);
    int[] fromZero = labels == null ? null : IntStream.of(labels).map(l -> l - 1).toArray();
    Replicates replicates = replicates(spark, points);
    ClusterResampling bootstrap =
        labels == null || !small || params.bootstraps() == 0
            ? null
            : ClusterResampling.bootstrap(
                points, fromZero, k, params.seed(), params.bootstraps(), replicates);
    return new Fit(
        matrix,
        rows,
        constant,
        points,
        profile,
        choice,
        labels,
        labels == null ? null : KMeans.of(points, fromZero, k),
        labels == null || !small
            ? null
            : Silhouette.of(Distances.of(points), fromZero, k, Silhouette.Distance.EUCLIDEAN),
        bootstrap,
        bootstrap == null
            ? Double.NaN
            : ClusterResampling.p(bootstrap, points, k, params.seed(), replicates),
        scale,
        small && points.size() > 0 ? Ward.of(points) : null,
        small
            ? context
                .map()
                .map(map -> SpatialClusters.of(points, map.among(matrix.codes())))
                .orElse(null)
            : null);
  }

  private static Replicates replicates(SparkSession spark, Points points) {
    return (long) points.size() * points.dimensions() <= CELLS_ON_DRIVER
        ? Replicates.onDriver()
        : Replicates.onCluster(spark);
  }

  private static Points points(RegionMatrix matrix, Standardise scale, boolean[] constant) {
    return Points.of(
        Arrays.stream(matrix.compared())
            .map(row -> projected(row, scale, constant))
            .toArray(double[][]::new));
  }

  /** Varying variables only, z-scored when asked for. */
  static double[] projected(double[] row, Standardise scale, boolean[] constant) {
    double[] values = scale == null ? row : scale.apply(new double[][] {row})[0];
    return IntStream.range(0, constant.length)
        .filter(j -> !constant[j])
        .mapToDouble(j -> values[j])
        .toArray();
  }

  private static int[] labels(
      SparkSession spark,
      Points points,
      RegionMatrix matrix,
      ClusterKProfile profile,
      ClusterChoice choice) {
    KMeans best =
        profile.rows().stream().filter(row -> row.k() == choice.k()).findFirst().get().fit();
    int[] published = PublishedFit.labels(spark, points, best.centres(), ROUNDS);
    return CanonicalLabels.of(published, ordering(matrix).toArray(double[][]::new));
  }

  private static List<double[]> ordering(RegionMatrix matrix) {
    return IntStream.range(0, matrix.variables().size()).mapToObj(matrix::shownColumn).toList();
  }
}
