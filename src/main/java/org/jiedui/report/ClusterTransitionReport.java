package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterTransitionRow;
import org.jiedui.table.Frame;

/** From which clusters regions came: one panel an earlier period, rows then, columns now. */
public final class ClusterTransitionReport {
  private ClusterTransitionReport() {}

  public static PaperTable of(Frame transition) {
    int k = 0;
    for (int row = 0; row < transition.size(); row++) {
      k = Math.max(k, integer(transition, row, ClusterTransitionRow.TO_CLUSTER));
    }
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("from_cluster", "原类别", "Cluster then"));
    for (int now = 1; now <= k; now++) {
      columns.add(
          PaperTable.Column.of("to_" + now, "第" + now + "类", "Cluster " + now)
              .under("现类别", "Cluster now"));
    }
    return new PaperTable(
        "cluster-transition",
        Text.of("类别的变动", "Transition of membership"),
        columns,
        rows(transition, k),
        List.of(
            Text.of(
                "较早时段的数值按公布年份的尺度归入最近的类中心;计地区数。",
                "Earlier values are put to the nearest published centre on the scale of the"
                    + " published year; counts of regions.")));
  }

  private static List<PaperTable.Row> rows(Frame transition, int k) {
    Map<String, Text> panels = new TreeMap<>();
    Map<String, Cell[]> cells = new TreeMap<>();
    for (int row = 0; row < transition.size(); row++) {
      String period = transition.text(row, ClusterTransitionRow.PERIOD);
      int from = integer(transition, row, ClusterTransitionRow.FROM_CLUSTER);
      int regions = integer(transition, row, ClusterTransitionRow.REGIONS);
      if (from == 0) {
        panels.put(period, panel(period, regions, transition, row));
      } else {
        int to = integer(transition, row, ClusterTransitionRow.TO_CLUSTER);
        cells.computeIfAbsent("%s %04d".formatted(period, from), key -> new Cell[k])[to - 1] =
            new Cell.Count(regions);
      }
    }
    List<PaperTable.Row> rows = new ArrayList<>();
    cells.forEach(
        (key, counts) -> {
          List<Cell> row = new ArrayList<>();
          int from = Integer.parseInt(key.substring(key.length() - 4));
          row.add(Cell.words("第" + from + "类", "Cluster " + from));
          row.addAll(List.of(counts));
          rows.add(new PaperTable.Row(panels.get(key.substring(0, key.length() - 5)), row));
        });
    return rows;
  }

  private static Text panel(String period, int regions, Frame frame, int row) {
    Double changed = (Double) frame.value(row, ClusterTransitionRow.CHANGED_SHARE);
    Text name = Wording.of(period);
    if (changed == null) {
      return Text.of(name.zh() + ":没有完整数据", name.en() + ": nothing complete");
    }
    long percent = Math.round(100 * changed);
    return Text.of(
        name.zh() + ":" + regions + " 个地区," + percent + "% 变动",
        name.en() + ": " + regions + " regions, " + percent + " % changed");
  }

  private static int integer(Frame frame, int row, ClusterTransitionRow field) {
    return (Integer) frame.value(row, field);
  }
}
