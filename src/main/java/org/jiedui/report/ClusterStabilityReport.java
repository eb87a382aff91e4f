package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.Frame;

/** How well the clusters are found again in resamples, and without each variable. */
public final class ClusterStabilityReport {
  private static final String BOOTSTRAP = "bootstrap";
  private static final String WITHOUT = "without:";
  private static final Map<String, Text> DISTURBANCES =
      Map.of(
          BOOTSTRAP,
          Text.of("自助重抽", "Bootstrap"),
          "index_draws",
          Text.of("其他指数构造", "Other ways of making the index"));
  private static final Map<String, Text> VERDICTS =
      Map.of(
          "stable", Text.of("稳定", "stable"),
          "doubtful", Text.of("存疑", "doubtful"),
          "not_to_be_interpreted", Text.of("不宜解释", "not to be interpreted"),
          "no_more_than_uniform", Text.of("与均匀点云无异", "no more than uniform clouds"));

  private ClusterStabilityReport() {}

  /** The same where indicators have no other name than their id. */
  public static PaperTable of(Frame stability) {
    return of(stability, Map.of());
  }

  /**
   * Every cluster under resampling; of the other disturbances the partition as a whole.
   *
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame stability, Map<String, Text> labels) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < stability.size(); row++) {
      boolean whole = stability.value(row, ClusterStabilityRow.CLUSTER).equals(0);
      if (whole || BOOTSTRAP.equals(stability.text(row, ClusterStabilityRow.DISTURBANCE))) {
        rows.add(row(stability, row, whole, labels));
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
                "杰卡德均值 0.75 以上为稳定,0.6 以下不宜解释;与同样大小的均匀点云不可区分时不称稳定。",
                "A mean Jaccard similarity of .75 or more is stable, below .6 not to be interpreted;"
                    + " nothing is called stable that uniform clouds of the same size show as well.")));
  }

  private static PaperTable.Row row(Frame frame, int row, boolean whole, Map<String, Text> labels) {
    String status = frame.text(row, ClusterStabilityRow.STATUS);
    String code = "OK".equals(status) ? null : status;
    return PaperTable.Row.of(
        List.of(
            new Cell.Words(disturbance(frame.text(row, ClusterStabilityRow.DISTURBANCE), labels)),
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
            new Cell.Words(verdict(frame.text(row, ClusterStabilityRow.VERDICT)))));
  }

  private static Text disturbance(String word, Map<String, Text> labels) {
    if (!word.startsWith(WITHOUT)) {
      return DISTURBANCES.getOrDefault(word, Text.same(word));
    }
    String id = word.substring(WITHOUT.length());
    Text gap = Text.of("发展差距", "Development gap");
    Text variable = id.equals("gap") ? gap : labels.getOrDefault(id, Text.same(id));
    return Text.of("去掉 " + variable.zh(), "Without " + variable.en());
  }

  private static Text verdict(String word) {
    return word == null ? Text.NONE : VERDICTS.getOrDefault(word, Text.same(word));
  }

  private static Cell number(Frame frame, int row, ClusterStabilityRow field, String code) {
    return Cell.estimate((Double) frame.value(row, field), 3, code);
  }
}
