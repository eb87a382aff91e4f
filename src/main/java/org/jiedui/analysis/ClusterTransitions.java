package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.table.ClusterTransitionRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * From which clusters did regions come? Their earlier values, on the scale of the published year,
 * stand in the cluster of the nearest published centre.
 */
final class ClusterTransitions {
  private ClusterTransitions() {}

  static Frame of(Clusters.Fit fit, ClusterContext context, ClusterParams params) {
    List<Object[]> rows = new ArrayList<>();
    if (fit.labels() != null) {
      context
          .earlier()
          .forEach((period, matrix) -> add(period, former(fit, matrix), fit, params, rows));
    }
    return Frame.of("cluster_transition", ClusterTransitionRow.values(), rows);
  }

  /** Cluster 1…k of each region that has every variable then. */
  static Map<String, Integer> former(Clusters.Fit fit, RegionMatrix earlier) {
    Map<String, Integer> former = new HashMap<>();
    for (int row = 0; row < earlier.codes().size(); row++) {
      if (earlier.isComplete(row)) {
        former.put(earlier.codes().get(row), fit.nearest(earlier.compared()[row]));
      }
    }
    return former;
  }

  private static void add(
      String period,
      Map<String, Integer> former,
      Clusters.Fit fit,
      ClusterParams params,
      List<Object[]> rows) {
    int k = fit.clusters().k();
    int[][] counts = new int[k + 1][k + 1];
    int same = 0;
    for (int i = 0; i < fit.labels().length; i++) {
      Integer then = former.get(fit.matrix().codes().get(i));
      if (then != null) {
        int now = fit.labels()[i];
        counts[then][now]++;
        counts[then][0]++;
        counts[0][0]++;
        same += then == now ? 1 : 0;
      }
    }
    int all = counts[0][0];
    Double changed = all == 0 ? null : (Double) (1 - same / (double) all);
    rows.add(row(period, 0, 0, all, null, changed, all == 0, params));
    for (int then = 1; then <= k; then++) {
      for (int now = 1; now <= k; now++) {
        int of = counts[then][0];
        Double share = of == 0 ? null : (Double) (counts[then][now] / (double) of);
        rows.add(row(period, then, now, counts[then][now], share, null, of == 0, params));
      }
    }
  }

  private static Object[] row(
      String period,
      int then,
      int now,
      int regions,
      Double share,
      Double changed,
      boolean empty,
      ClusterParams params) {
    Status none = then == 0 ? Status.NO_DATA : Status.EMPTY_CLASS;
    return new Object[] {
      params.year(), period, then, now, regions, share, changed, (empty ? none : Status.OK).name()
    };
  }
}
