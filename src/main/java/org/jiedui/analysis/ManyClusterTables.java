package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.jiedui.message.Text;
import org.jiedui.stats.CalinskiHarabasz;
import org.jiedui.stats.NearestSums;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** Clusters of very many regions as published tables: what can be told without pairs. */
final class ManyClusterTables {
  private ManyClusterTables() {}

  static Frame kProfile(ManyClusters.Fit fit, ClusterParams params) {
    List<Object[]> rows = new ArrayList<>();
    for (SpreadKMeans.Fit one : fit.fits()) {
      rows.add(row(one, fit, params));
    }
    for (int k = Math.max(2, fit.distinct() + 1); k <= params.last(); k++) {
      rows.add(
          ClusterKProfileTable.missing(
              k, fit.choice(), params.of(fit.year()), (int) fit.size(), fit.dimensions()));
    }
    return Frame.of("cluster_k_profile", ClusterKProfileRow.values(), rows);
  }

  private static Object[] row(SpreadKMeans.Fit one, ManyClusters.Fit fit, ClusterParams params) {
    boolean chosen = fit.choice().k() == one.k();
    Text reason = chosen ? fit.choice().reason() : Text.NONE;
    Object[] cells =
        ClusterKProfileTable.without(one.k(), reason, (int) fit.size(), fit.dimensions());
    cells[ClusterKProfileRow.YEAR.ordinal()] = fit.year();
    cells[ClusterKProfileRow.STARTS.ordinal()] = params.starts();
    cells[ClusterKProfileRow.WSS.ordinal()] = one.wss();
    cells[ClusterKProfileRow.CALINSKI_HARABASZ.ordinal()] =
        ClusterKProfileTable.orNull(
            CalinskiHarabasz.of(fit.fits().get(0).wss(), one.wss(), fit.size(), one.k()));
    cells[ClusterKProfileRow.SMALLEST_CLUSTER.ordinal()] = (int) one.smallest();
    cells[ClusterKProfileRow.CHOSEN.ordinal()] = chosen ? 1 : 0;
    cells[ClusterKProfileRow.STATUS.ordinal()] =
        (one.k() > 1 ? Status.MATRIX_TOO_LARGE : Status.OK).name();
    cells[ClusterKProfileRow.FLAGS.ordinal()] =
        one.smallest() == 1 ? Status.SINGLETON_CLUSTER.name() : "";
    return cells;
  }

  /** Empty when no k was taken. */
  static Frame profile(ManyClusters.Fit fit) {
    List<Object[]> rows = new ArrayList<>();
    if (fit.choice().status() == Status.OK) {
      SpreadGroups groups = groups(fit, fit.fits().get(fit.choice().k() - 1).centres());
      int[] order = byMean(groups);
      for (int cluster = 0; cluster < order.length; cluster++) {
        rows.addAll(profile(fit, groups, cluster, order[cluster]));
      }
    }
    return Frame.of("cluster_profile", ClusterProfileRow.values(), rows);
  }

  private static SpreadGroups groups(ManyClusters.Fit fit, double[][] centres) {
    ManyClusters.Compared compared = fit.compared();
    JavaRDD<SpreadGroups.Block> blocks =
        fit.rows()
            .map(
                block ->
                    new SpreadGroups.Block(
                        block,
                        IntStream.of(NearestSums.labels(compared.points(block), centres))
                            .map(label -> label + 1)
                            .toArray()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    SpreadGroups groups = SpreadGroups.of(blocks, centres.length, fit.variables().size());
    blocks.unpersist();
    return groups;
  }

  /** All regions first, then groups by their mean gap, then by the other means. */
  private static int[] byMean(SpreadGroups groups) {
    Comparator<Integer> order = (a, b) -> 0;
    for (int j = 0; j < groups.means()[0].length; j++) {
      int variable = j;
      order = order.thenComparingDouble(group -> groups.means()[group][variable]);
    }
    return Stream.concat(
            Stream.of(0),
            IntStream.range(1, groups.counts().length)
                .filter(group -> groups.counts()[group] > 0)
                .boxed()
                .sorted(order))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<Object[]> profile(
      ManyClusters.Fit fit, SpreadGroups groups, int cluster, int group) {
    List<RegionMatrix.Variable> variables = fit.variables();
    double[] standardised =
        IntStream.range(0, variables.size())
            .mapToDouble(j -> fit.compared().constant()[j] ? 0 : groups.standardised(group, j))
            .toArray();
    Text name =
        cluster == 0 ? ClusterNames.all() : ClusterNames.of(cluster, variables, standardised);
    return IntStream.range(0, variables.size())
        .mapToObj(
            j -> {
              boolean constant = fit.compared().constant()[j];
              return ClusterTables.cells(
                  fit.year(),
                  cluster,
                  variables.get(j),
                  name,
                  (int) groups.counts()[group],
                  groups.means()[group][j],
                  groups.counts()[group] < 2 ? null : (Double) groups.deviation(group, j),
                  groups.medians()[group][j],
                  constant ? null : (Double) standardised[j],
                  constant ? null : (Double) groups.etaSquared(j));
            })
        .toList();
  }
}
