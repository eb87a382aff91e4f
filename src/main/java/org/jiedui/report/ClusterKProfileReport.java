package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.Frame;

/** Every number of clusters with every measure of fit, and which one was taken why. */
public final class ClusterKProfileReport {
  private ClusterKProfileReport() {}

  public static PaperTable of(Frame profile) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < profile.size(); row++) {
      rows.add(PaperTable.Row.of(cells(profile, row)));
    }
    return new PaperTable(
        "cluster-k-profile",
        Text.of("类别数的选择", "Choice of the number of clusters"),
        columns(),
        rows,
        notes(profile));
  }

  private static List<PaperTable.Column> columns() {
    return List.of(
        PaperTable.Column.of("k", "k", "k"),
        PaperTable.Column.of("wss", "组内平方和", "WSS"),
        PaperTable.Column.of("silhouette_euclidean", "均值", "Mean")
            .under("轮廓(欧氏)", "Silhouette, Euclidean"),
        PaperTable.Column.of("negative_euclidean", "负值数", "Negative")
            .under("轮廓(欧氏)", "Silhouette, Euclidean"),
        PaperTable.Column.of("silhouette_squared", "均值", "Mean")
            .under("轮廓(平方)", "Silhouette, squared"),
        PaperTable.Column.of("negative_squared", "负值数", "Negative")
            .under("轮廓(平方)", "Silhouette, squared"),
        PaperTable.Column.of("calinski_harabasz", "CH", "CH"),
        PaperTable.Column.of("davies_bouldin", "DB", "DB"),
        PaperTable.Column.of("dunn", "Dunn", "Dunn"),
        PaperTable.Column.of("gap_statistic", "值", "Value").under("Gap 统计量", "Gap statistic"),
        PaperTable.Column.of("gap_error", "标准误", "Error").under("Gap 统计量", "Gap statistic"),
        PaperTable.Column.of("gap_rules", "规则", "Rules").under("Gap 统计量", "Gap statistic"),
        PaperTable.Column.of("smallest_cluster", "最小类", "Smallest"),
        PaperTable.Column.of("chosen", "采用", "Chosen"));
  }

  private static List<Cell> cells(Frame frame, int row) {
    String status = frame.text(row, ClusterKProfileRow.STATUS);
    String code = "OK".equals(status) ? null : status;
    return List.of(
        new Cell.Count((Integer) frame.value(row, ClusterKProfileRow.K)),
        number(frame, row, ClusterKProfileRow.WSS, 2, code),
        number(frame, row, ClusterKProfileRow.SILHOUETTE_EUCLIDEAN, 3, code),
        count(frame, row, ClusterKProfileRow.NEGATIVE_EUCLIDEAN, code),
        number(frame, row, ClusterKProfileRow.SILHOUETTE_SQUARED, 3, code),
        count(frame, row, ClusterKProfileRow.NEGATIVE_SQUARED, code),
        number(frame, row, ClusterKProfileRow.CALINSKI_HARABASZ, 2, code),
        number(frame, row, ClusterKProfileRow.DAVIES_BOULDIN, 3, code),
        number(frame, row, ClusterKProfileRow.DUNN, 3, code),
        number(frame, row, ClusterKProfileRow.GAP_STATISTIC, 3, code),
        number(frame, row, ClusterKProfileRow.GAP_ERROR, 3, code),
        Cell.words(frame.text(row, ClusterKProfileRow.GAP_RULES)),
        count(frame, row, ClusterKProfileRow.SMALLEST_CLUSTER, code),
        Cell.words(frame.value(row, ClusterKProfileRow.CHOSEN).equals(1) ? "✓" : ""));
  }

  private static Cell number(
      Frame frame, int row, ClusterKProfileRow field, int decimals, String code) {
    return Cell.estimate((Double) frame.value(row, field), decimals, code);
  }

  private static Cell count(Frame frame, int row, ClusterKProfileRow field, String code) {
    Integer value = (Integer) frame.value(row, field);
    return value == null ? new Cell.Absent(code) : new Cell.Count(value);
  }

  private static List<Text> notes(Frame frame) {
    List<Text> notes = new ArrayList<>();
    for (int row = 0; row < frame.size(); row++) {
      String zh = frame.text(row, ClusterKProfileRow.REASON_ZH);
      if (zh != null && !zh.isEmpty()) {
        boolean chosen = frame.value(row, ClusterKProfileRow.CHOSEN).equals(1);
        String k = "k = " + frame.value(row, ClusterKProfileRow.K);
        String en = frame.text(row, ClusterKProfileRow.REASON_EN);
        notes.add(
            chosen
                ? Text.of("采用 " + k + ":" + zh + "。", "Taken: " + k + ", " + en + ".")
                : Text.of("未能采用 " + k + ":" + zh + "。", "Not possible: " + k + ", " + en + "."));
      }
    }
    if (notes.isEmpty()) {
      notes.add(Text.of("没有采用任何 k;原因见状态代码。", "No k was taken; the status codes say why."));
    }
    IntStream.range(0, frame.size())
        .mapToObj(row -> frame.text(row, ClusterKProfileRow.GAP_METHOD))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(method -> notes.add(Text.of("Gap 统计量:" + method, "Gap statistic: " + method)));
    notes.add(
        Text.of(
            "两种轮廓系数距离不同,不可相互比较;DB 越小越好,其余越大越好。",
            "The two silhouettes use different distances and are not comparable; smaller is better"
                + " for DB, larger for the others."));
    return notes;
  }
}
