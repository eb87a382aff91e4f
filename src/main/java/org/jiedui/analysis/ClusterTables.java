package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.message.Text;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.EtaSquared;
import org.jiedui.stats.Quantile;
import org.jiedui.stats.Standardise;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** Who stands in which cluster, and what the clusters look like. */
final class ClusterTables {
  private static final double NEAR = .1;
  private static final double FAITHFUL = .8;

  private ClusterTables() {}

  static Frame membership(
      RegionMatrix all, Clusters.Fit fit, ClusterContext context, ClusterParams params) {
    List<Text> names = names(fit);
    int[] place = IntStream.generate(() -> -1).limit(all.codes().size()).toArray();
    for (int i = 0; i < fit.rows().length; i++) {
      place[fit.rows()[i]] = i;
    }
    Map<String, Integer> former =
        fit.labels() != null && context.earlier().containsKey(ClusterContext.BEFORE)
            ? ClusterTransitions.former(fit, context.earlier().get(ClusterContext.BEFORE))
            : Map.of();
    int[] spatial =
        fit.labels() == null || fit.spatial() == null
            ? new int[fit.rows().length]
            : fit.spatial().labels(fit.clusters().k(), fit.ordering());
    List<Object[]> rows = new ArrayList<>();
    for (int row = 0; row < place.length; row++) {
      boolean classified = place[row] >= 0 && fit.labels() != null;
      Object[] cells =
          classified
              ? member(fit, place[row], names, spatial[place[row]], params.year())
              : outside(place[row] >= 0 ? fit.choice().status() : Status.MISSING_INDICATOR);
      cells[0] = all.codes().get(row);
      cells[1] = params.year();
      cells[2] = all.names().get(row);
      cells[ClusterMembershipRow.FORMER_CLUSTER.ordinal()] = former.get(all.codes().get(row));
      rows.add(cells);
    }
    return Frame.of("cluster_membership", ClusterMembershipRow.values(), rows);
  }

  private static Object[] outside(Status status) {
    Object[] cells = new Object[ClusterMembershipRow.values().length];
    cells[ClusterMembershipRow.STATUS.ordinal()] = status.name();
    cells[ClusterMembershipRow.FLAGS.ordinal()] = "";
    return cells;
  }

  private static Object[] member(Clusters.Fit fit, int i, List<Text> names, int spatial, int year) {
    int label = fit.labels()[i];
    double own = distance(fit, i, label - 1);
    double second =
        IntStream.range(0, fit.clusters().k())
            .filter(c -> c != label - 1)
            .mapToDouble(c -> distance(fit, i, c))
            .min()
            .orElse(Double.NaN);
    Double next = Double.isNaN(second) ? null : (Double) second;
    Double width = fit.silhouette() == null ? null : (Double) fit.silhouette().width()[i];
    Double same = sameLabel(fit, i);
    boolean alone = IntStream.of(fit.labels()).filter(other -> other == label).count() == 1;
    return new Object[] {
      null,
      year,
      null,
      label,
      names.get(label).zh(),
      names.get(label).en(),
      own,
      next,
      width,
      same,
      borderline(own, second, width, same) ? 1 : 0,
      null,
      spatial == 0 ? null : (Integer) spatial,
      Status.OK.name(),
      String.join(
          ";",
          Stream.of(
                  alone ? Status.SINGLETON_CLUSTER.name() : "",
                  fit.spatial() != null && spatial == 0 ? Status.ISLAND.name() : "")
              .filter(flag -> !flag.isEmpty())
              .toList())
    };
  }

  private static Double sameLabel(Clusters.Fit fit, int i) {
    double share = fit.bootstrap() == null ? Double.NaN : fit.bootstrap().sameLabel()[i];
    return Double.isNaN(share) ? null : (Double) share;
  }

  /** Nearly as near to the next centre, nearer to another cluster, or often found in one. */
  private static boolean borderline(double own, double second, Double width, Double same) {
    return second - own < NEAR * second
        || second == 0
        || width != null && width < 0
        || same != null && same < FAITHFUL;
  }

  private static double distance(Clusters.Fit fit, int i, int cluster) {
    double[] centre = fit.clusters().centres()[cluster];
    double sum = 0;
    for (int j = 0; j < centre.length; j++) {
      double difference = fit.points().value(i, j) - centre[j];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  static Frame profile(Clusters.Fit fit, ClusterParams params) {
    List<Object[]> rows = new ArrayList<>();
    if (fit.labels() != null) {
      List<Text> names = names(fit);
      for (int cluster = 0; cluster <= fit.clusters().k(); cluster++) {
        for (int j = 0; j < fit.matrix().variables().size(); j++) {
          rows.add(profileRow(fit, cluster, names.get(cluster), j, params.year()));
        }
      }
    }
    return Frame.of("cluster_profile", ClusterProfileRow.values(), rows);
  }

  private static Object[] profileRow(Clusters.Fit fit, int cluster, Text name, int j, int year) {
    RegionMatrix.Variable variable = fit.matrix().variables().get(j);
    double[] all = fit.matrix().shownColumn(j);
    double[] values = members(fit, cluster, all);
    double mean = mean(values);
    var eta = EtaSquared.of(all, fit.labels());
    boolean constant = fit.constant()[j];
    return cells(
        year,
        cluster,
        variable,
        name,
        values.length,
        mean,
        values.length < 2 ? null : (Double) deviation(values),
        Quantile.median(values),
        constant ? null : (Double) standardised(fit, cluster, j),
        constant || eta.isEmpty() ? null : (Double) eta.getAsDouble());
  }

  /** One row of a profile; a variable without η² is constant. */
  static Object[] cells(
      int year,
      int cluster,
      RegionMatrix.Variable variable,
      Text name,
      int regions,
      double mean,
      Double deviation,
      double median,
      Double standardised,
      Double etaSquared) {
    return new Object[] {
      year,
      cluster,
      variable.id(),
      name.zh(),
      name.en(),
      variable.label().zh(),
      variable.label().en(),
      variable.unit().zh(),
      variable.unit().en(),
      regions,
      mean,
      deviation,
      median,
      standardised,
      etaSquared,
      (etaSquared == null ? Status.CONSTANT : Status.OK).name()
    };
  }

  /** Names by cluster number; 0 is all regions together. */
  static List<Text> names(Clusters.Fit fit) {
    List<Text> names = new ArrayList<>();
    names.add(ClusterNames.all());
    int k = fit.labels() == null ? 0 : fit.clusters().k();
    for (int cluster = 1; cluster <= k; cluster++) {
      int number = cluster;
      double[] means =
          IntStream.range(0, fit.matrix().variables().size())
              .mapToDouble(j -> fit.constant()[j] ? 0 : standardised(fit, number, j))
              .toArray();
      names.add(ClusterNames.of(number, fit.matrix().variables(), means));
    }
    return names;
  }

  private static double standardised(Clusters.Fit fit, int cluster, int j) {
    double[] all = fit.matrix().shownColumn(j);
    double deviation = deviation(all);
    return deviation == 0 ? 0 : (mean(members(fit, cluster, all)) - mean(all)) / deviation;
  }

  private static double[] members(Clusters.Fit fit, int cluster, double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> cluster == 0 || fit.labels()[i] == cluster)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static double mean(double[] values) {
    return CompensatedSum.of(values) / values.length;
  }

  private static double deviation(double[] values) {
    double[][] column = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      column[i] = new double[] {values[i]};
    }
    return Standardise.of(column).deviation()[0];
  }
}
