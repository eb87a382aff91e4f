package org.jiedui.report;

import static org.jiedui.table.ClusterMembershipRow.BORDERLINE;
import static org.jiedui.table.ClusterMembershipRow.CLUSTER;
import static org.jiedui.table.ClusterMembershipRow.CLUSTER_NAME_EN;
import static org.jiedui.table.ClusterMembershipRow.CLUSTER_NAME_ZH;
import static org.jiedui.table.ClusterMembershipRow.DISTANCE;
import static org.jiedui.table.ClusterMembershipRow.SECOND_DISTANCE;
import static org.jiedui.table.ClusterMembershipRow.SILHOUETTE;
import static org.jiedui.table.ClusterMembershipRow.STATUS;
import static org.jiedui.table.ClusterMembershipRow.UNIT_CODE;
import static org.jiedui.table.ClusterMembershipRow.UNIT_NAME;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.Frame;

/** Which cluster each region belongs to, and how near it stands to it: one panel a cluster. */
public final class ClusterMembershipReport {
  private static final Text NONE = Text.of("未分类", "Not classified");

  private ClusterMembershipReport() {}

  public static PaperTable of(Frame members) {
    return new PaperTable(
        "cluster-membership",
        Text.of("各类所含地区", "Regions of each cluster"),
        List.of(
            Column.of("unit_code", "代码", "Code"),
            Column.of("unit_name", "地区", "Region"),
            Column.of("distance", "本类", "Own").under("与类中心距离", "Distance to centre"),
            Column.of("second_distance", "次近类", "Next").under("与类中心距离", "Distance to centre"),
            Column.of("silhouette", "轮廓系数", "Silhouette"),
            Column.of("borderline", "边界", "Borderline")),
        IntStream.range(0, members.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> cluster(members, i)))
            .map(i -> row(members, i))
            .toList(),
        List.of(
            Text.of(
                "距离以标准差计；“是”表示该地区与次近的类同样接近。类按所有的条件命名，不是评价。",
                "Distances in standard deviations; a borderline region is as near to the next cluster."
                    + " Clusters are named by what they have and judge nothing.")));
  }

  private static int cluster(Frame members, int i) {
    Integer cluster = (Integer) members.value(i, CLUSTER);
    return cluster == null ? Integer.MAX_VALUE : cluster;
  }

  private static PaperTable.Row row(Frame members, int i) {
    boolean classified = members.value(i, CLUSTER) != null;
    boolean borderline = Integer.valueOf(1).equals(members.value(i, BORDERLINE));
    return new PaperTable.Row(
        classified
            ? Text.of(members.text(i, CLUSTER_NAME_ZH), members.text(i, CLUSTER_NAME_EN))
            : NONE,
        List.of(
            Cell.words(members.text(i, UNIT_CODE)),
            Cell.words(members.text(i, UNIT_NAME)),
            number(members, i, DISTANCE),
            number(members, i, SECOND_DISTANCE),
            number(members, i, SILHOUETTE),
            borderline ? Cell.YES : Cell.words("")));
  }

  private static Cell number(Frame members, int i, ClusterMembershipRow field) {
    return Cell.estimate((Double) members.value(i, field), 3, members.text(i, STATUS));
  }
}
