package org.jiedui.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.Points;
import org.jiedui.stats.Standardise;
import org.jiedui.table.Frame;

/**
 * Which of very many regions resemble each other? k-means of a panel that stays with Spark.
 *
 * <p>For every k the best of many starts on a sample of at most {@value #SAMPLE} regions is the one
 * start on all of them. What needs all pairs of regions is refused with MATRIX_TOO_LARGE. Source:
 * Bradley and Fayyad (1998), Refining initial points for k-means clustering, ICML 15, 91–99.
 */
public final class ManyClusters {
  private static final int SAMPLE = 5000;

  private ManyClusters() {}

  /**
   * The tables {@code cluster_k_profile} and {@code cluster_profile}.
   *
   * @param classified regions of the last year
   * @param unclassified regions of the last year that lack an indicator
   */
  public record Result(Frame kProfile, Frame profile, long classified, long unclassified) {
    public List<Frame> tables() {
      return List.of(kProfile, profile);
    }
  }

  /**
   * What was clustered and how.
   *
   * @param rows gap and indicators in their own units
   * @param compared null without a single row
   * @param distinct different regions, counted no further than needed
   * @param fits for k = 1…
   */
  record Fit(
      ManyRegions regions,
      JavaRDD<double[][]> rows,
      Compared compared,
      int distinct,
      List<SpreadKMeans.Fit> fits,
      ClusterChoice choice) {
    long size() {
      return fits.isEmpty() ? 0 : fits.get(0).counts()[0];
    }

    int year() {
      return regions.year();
    }

    int dimensions() {
      return fits.isEmpty() ? 0 : fits.get(0).centres()[0].length;
    }

    List<RegionMatrix.Variable> variables() {
      return Stream.concat(
              Stream.of(RegionMatrix.Variable.gap()),
              regions.indicators().stream().map(RegionMatrix.Variable::of))
          .toList();
    }
  }

  /** Values by region, year and indicator, at least one and none null. */
  public static Result of(Dataset<Row> values, Set<String> costs, ClusterParams params) {
    Fit fit = fit(ManyRegions.of(values, costs), params);
    return new Result(
        ManyClusterTables.kProfile(fit, params),
        ManyClusterTables.profile(fit),
        fit.size(),
        fit.regions().size() - fit.size());
  }

  private static Fit fit(ManyRegions regions, ClusterParams params) {
    JavaRDD<double[][]> rows = regions.rows();
    if (rows.isEmpty()) {
      return new Fit(regions, rows, null, 0, List.of(), ClusterChoice.withoutPairs(0, params));
    }
    Compared compared = Compared.of(rows, regions, params);
    JavaRDD<Points> points = rows.map(compared::points).persist(StorageLevel.MEMORY_AND_DISK());
    List<double[]> different = different(points, params.last());
    Points sample =
        compared.points(regions.sample(Math.min(SAMPLE, params.mostRegions()), params.seed()));
    List<SpreadKMeans.Fit> fits = SpreadKMeans.of(points, starts(sample, different, params));
    points.unpersist();
    return new Fit(
        regions,
        rows,
        compared,
        different.size(),
        fits,
        ClusterChoice.withoutPairs(different.size(), params));
  }

  /** The first of the different points by their coordinates. */
  private static List<double[]> different(JavaRDD<Points> points, int most) {
    return points
        .map(block -> first(IntStream.range(0, block.size()).mapToObj(block::row), most))
        .fold(
            List.of(),
            (some, others) -> first(Stream.of(some, others).flatMap(List::stream), most));
  }

  private static List<double[]> first(Stream<double[]> rows, int most) {
    TreeSet<double[]> first = new TreeSet<>(Arrays::compare);
    rows.forEach(
        row -> {
          first.add(row);
          if (first.size() > most) {
            first.pollLast();
          }
        });
    return new ArrayList<>(first);
  }

  /** Different points stand beside the sample so that it has enough of them for every k. */
  private static List<double[][]> starts(
      Points sample, List<double[]> different, ClusterParams params) {
    Points from =
        Points.of(
            Stream.concat(
                    IntStream.range(0, sample.size()).mapToObj(sample::row), different.stream())
                .toArray(double[][]::new));
    return ClusterKProfile.fits(from, different.size(), params, Replicates.onDriver()).stream()
        .map(KMeans::centres)
        .toList();
  }

  /**
   * How rows become points: varying variables only, z-scored when asked for.
   *
   * @param scale null where they stand as they are
   */
  record Compared(ManyRegions.Scales goalposts, Standardise scale, boolean[] constant)
      implements Serializable {
    static Compared of(JavaRDD<double[][]> rows, ManyRegions regions, ClusterParams params) {
      ManyRegions.Scales goalposts = regions.scales();
      int variables = 1 + regions.indicators().size();
      Standardise scale =
          SpreadGroups.scale(
              rows.map(block -> Stream.of(block).map(goalposts::compared).toArray(double[][]::new)),
              variables);
      boolean[] constant = new boolean[variables];
      for (int j = 0; j < variables; j++) {
        constant[j] = scale.isConstant(j);
      }
      return new Compared(
          goalposts, params.scale() == ClusterParams.Scale.Z ? scale : null, constant);
    }

    Points points(double[][] rows) {
      return Points.of(
          Stream.of(rows)
              .map(row -> Clusters.projected(goalposts.compared(row), scale, constant))
              .toArray(double[][]::new));
    }
  }
}
