package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;

/** What the clusters look like: one panel a cluster, one line a variable in its own unit. */
public final class ClusterReport {
  /** The variable that stands first, because it orders the clusters. */
  private static final String GAP = "gap";

  private static final int MOST_NAMED = 10;

  private ClusterReport() {}

  public static PaperTable of(Frame profile) {
    List<PaperTable.Row> rows = new ArrayList<>();
    IntStream.range(0, profile.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer row) -> cluster(profile, row))
                .thenComparing(row -> !GAP.equals(profile.text(row, ClusterProfileRow.VARIABLE))))
        .forEach(row -> rows.add(row(profile, row)));
    return new PaperTable(
        "cluster-profile",
        profile.size() == 0
            ? Text.of("地区聚类:没有可分类的地区", "Clusters of regions: nothing was classified")
            : Text.of(
                profile.value(0, ClusterProfileRow.YEAR) + " 年地区聚类概况",
                "Clusters of regions in " + profile.value(0, ClusterProfileRow.YEAR)),
        List.of(
            PaperTable.Column.of("variable", "变量", "Variable"),
            PaperTable.Column.of("unit", "单位", "Unit"),
            PaperTable.Column.of("mean", "均值", "Mean"),
            PaperTable.Column.of("sd", "标准差", "SD"),
            PaperTable.Column.of("median", "中位数", "Median"),
            PaperTable.Column.of("z_mean", "标准化均值", "Standardised"),
            PaperTable.Column.of("eta_squared", "η²", "η²")),
        rows,
        List.of(
            Text.of(
                "类按平均发展差距由小到大编号;名称取与全部地区相差半个标准差以上、相差最大的两个变量。" + "η² 为组间变异占比;类由同一数据得出,故不列 p 值。",
                "Clusters are numbered by mean gap, smallest first; a name takes the two variables"
                    + " that differ most, by at least half a standard deviation, from all regions."
                    + " η² is the share of variation between clusters; no p-value, because the"
                    + " clusters were found on the same data.")));
  }

  /** The same, with a note on regions that are in no cluster. */
  public static PaperTable of(Frame profile, Frame membership) {
    return of(profile).noted(unclassified(membership).stream().toList());
  }

  /** How many regions stand in no cluster, and which; empty when all are classified. */
  static Optional<Text> unclassified(Frame membership) {
    List<Integer> rows =
        IntStream.range(0, membership.size())
            .filter(row -> membership.value(row, ClusterMembershipRow.CLUSTER) == null)
            .boxed()
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String codes = joined(membership, rows, ClusterMembershipRow.STATUS);
    List<Integer> named = rows.subList(0, Math.min(MOST_NAMED, rows.size()));
    String names = joined(membership, named, ClusterMembershipRow.UNIT_NAME);
    boolean more = rows.size() > MOST_NAMED;
    return Optional.of(
        Text.of(
            rows.size() + " 个地区未分类(" + codes + "):" + names + (more ? " 等。" : "。"),
            rows.size()
                + " regions are not classified ("
                + codes
                + "): "
                + names
                + (more ? ", …" : ".")));
  }

  private static String joined(Frame frame, List<Integer> rows, ClusterMembershipRow field) {
    return rows.stream()
        .map(row -> frame.text(row, field))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static int cluster(Frame profile, int row) {
    return (Integer) profile.value(row, ClusterProfileRow.CLUSTER);
  }

  private static PaperTable.Row row(Frame profile, int row) {
    int regions = (Integer) profile.value(row, ClusterProfileRow.N);
    String status = profile.text(row, ClusterProfileRow.STATUS);
    return new PaperTable.Row(
        Text.of(
            profile.text(row, ClusterProfileRow.CLUSTER_NAME_ZH) + "(" + regions + " 个地区)",
            profile.text(row, ClusterProfileRow.CLUSTER_NAME_EN) + " (" + regions + " regions)"),
        List.of(
            Cell.words(
                profile.text(row, ClusterProfileRow.LABEL_ZH),
                profile.text(row, ClusterProfileRow.LABEL_EN)),
            Cell.words(
                profile.text(row, ClusterProfileRow.UNIT_ZH),
                profile.text(row, ClusterProfileRow.UNIT_EN)),
            number(profile, row, ClusterProfileRow.MEAN, 3, status),
            number(profile, row, ClusterProfileRow.SD, 3, "SINGLETON_CLUSTER"),
            number(profile, row, ClusterProfileRow.MEDIAN, 3, status),
            number(profile, row, ClusterProfileRow.Z_MEAN, 2, status),
            number(profile, row, ClusterProfileRow.ETA_SQUARED, 3, status)));
  }

  private static Cell number(
      Frame frame, int row, ClusterProfileRow field, int decimals, String code) {
    return Cell.estimate((Double) frame.value(row, field), decimals, code);
  }
}
