package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.stats.Ward;
import org.jiedui.table.ClusterTreeRow;
import org.jiedui.table.Frame;

/** The table {@code cluster_tree}: the dendrogram of Ward's method, as data. */
final class ClusterTree {
  private ClusterTree() {}

  static Frame of(Clusters.Fit fit, ClusterParams params) {
    List<Object[]> rows = new ArrayList<>();
    Ward ward = fit.ward();
    int merges = ward == null ? 0 : ward.heights().length;
    int[] sizes = new int[merges];
    int regions = merges + 1;
    for (int m = 0; m < merges; m++) {
      sizes[m] = size(ward.left()[m], regions, sizes) + size(ward.right()[m], regions, sizes);
      rows.add(
          new Object[] {
            params.year(),
            m + 1,
            name(ward.left()[m], regions, fit),
            name(ward.right()[m], regions, fit),
            ward.heights()[m],
            sizes[m]
          });
    }
    return Frame.of("cluster_tree", ClusterTreeRow.values(), rows);
  }

  private static int size(int cluster, int regions, int[] sizes) {
    return cluster < regions ? 1 : sizes[cluster - regions];
  }

  private static String name(int cluster, int regions, Clusters.Fit fit) {
    return cluster < regions ? fit.matrix().codes().get(cluster) : "#" + (cluster - regions + 1);
  }
}
