package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.Frame;

/** How well the clusters are found again in resamples, and without each variable. */
public final class ClusterStabilityReport {
  private static final String BOOTSTRAP = "bootstrap";

  private ClusterStabilityReport() {}

  /** Every cluster under resampling; of the other disturbances the partition as a whole. */
  public static PaperTable of(Frame stability) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < stability.size(); row++) {
      boolean whole = stability.value(row, ClusterStabilityRow.CLUSTER).equals(0);
      if (whole || BOOTSTRAP.equals(stability.text(row, ClusterStabilityRow.DISTURBANCE))) {
        rows.add(row(stability, row, whole));
      }
    }
    return new PaperTable(
        "cluster-stability",
        Text.of("类的稳定性", "Stability of the clusters"),
        List.of(
            PaperTable.Column.of("disturbance", "扰动", "Disturbance"),
            PaperTable.Column.of("cluster", "类别", "Cluster"),
            PaperTable.Column.of("jaccard", "杰卡德", "Jaccard"),
            PaperTable.Column.of("dissolved", "解体比例", "Dissolved"),
            PaperTable.Column.of("rand_index", "调整兰德", "Adjusted Rand"),
            PaperTable.Column.of("changed_share", "变动比例", "Changed"),
            PaperTable.Column.of("p_uniform", "对均匀 p", "p, uniform"),
            PaperTable.Column.of("verdict", "判断", "Verdict")),
        rows,
        List.of(
            Text.of(
                "杰卡德均值 0.75 以上为稳定,0.6 以下不宜解释;与同样大小的均匀点云不可区分时不称稳定(no_more_than_uniform)。",
                "A mean Jaccard similarity of .75 or more is stable, below .6 not to be interpreted;"
                    + " nothing is called stable that uniform clouds of the same size show as well"
                    + " (no_more_than_uniform).")));
  }

  private static PaperTable.Row row(Frame frame, int row, boolean whole) {
    String status = frame.text(row, ClusterStabilityRow.STATUS);
    String code = "OK".equals(status) ? null : status;
    return PaperTable.Row.of(
        List.of(
            Cell.words(frame.text(row, ClusterStabilityRow.DISTURBANCE)),
            Cell.words(
                frame.text(row, ClusterStabilityRow.CLUSTER_NAME_ZH),
                frame.text(row, ClusterStabilityRow.CLUSTER_NAME_EN)),
            number(frame, row, ClusterStabilityRow.JACCARD, code),
            whole ? Cell.words("") : number(frame, row, ClusterStabilityRow.DISSOLVED, code),
            whole ? number(frame, row, ClusterStabilityRow.RAND_INDEX, code) : Cell.words(""),
            whole ? number(frame, row, ClusterStabilityRow.CHANGED_SHARE, code) : Cell.words(""),
            frame.value(row, ClusterStabilityRow.P_UNIFORM) == null
                ? Cell.words("")
                : number(frame, row, ClusterStabilityRow.P_UNIFORM, code),
            Cell.words(frame.text(row, ClusterStabilityRow.VERDICT))));
  }

  private static Cell number(Frame frame, int row, ClusterStabilityRow field, String code) {
    return Cell.estimate((Double) frame.value(row, field), 3, code);
  }
}
