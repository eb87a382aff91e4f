package org.jiedui.report;

import static org.jiedui.table.DescriptiveRow.INDICATOR;
import static org.jiedui.table.DescriptiveRow.MAXIMUM;
import static org.jiedui.table.DescriptiveRow.MEAN;
import static org.jiedui.table.DescriptiveRow.MEDIAN;
import static org.jiedui.table.DescriptiveRow.MINIMUM;
import static org.jiedui.table.DescriptiveRow.N;
import static org.jiedui.table.DescriptiveRow.REGIONS;
import static org.jiedui.table.DescriptiveRow.SD;
import static org.jiedui.table.DescriptiveRow.STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.table.DescriptiveRow;
import org.jiedui.table.Frame;

/** Descriptive statistics of the indicators of regions, one line each in its own unit. */
public final class DescriptiveReport {
  private DescriptiveReport() {}

  /**
   * @param labels names of indicators
   * @param units their units
   */
  public static PaperTable of(Frame frame, Map<String, Text> labels, Map<String, Text> units) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < frame.size(); i++) {
      rows.add(PaperTable.Row.of(cells(frame, i, labels, units)));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("indicator", "指标", "Indicator"));
    columns.add(Column.of("unit", "单位", "Unit"));
    Stream.of(N, REGIONS, MEAN, SD, MINIMUM, MEDIAN, MAXIMUM).forEach(f -> columns.add(column(f)));
    return new PaperTable(
        "descriptive",
        Text.of("描述性统计", "Descriptive statistics"),
        columns,
        rows,
        List.of(note(frame)));
  }

  private static Column column(DescriptiveRow field) {
    return new Column(field.column(), field.label(), Text.NONE, Text.NONE);
  }

  private static List<Cell> cells(
      Frame frame, int i, Map<String, Text> labels, Map<String, Text> units) {
    String id = frame.text(i, INDICATOR);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Words(labels.getOrDefault(id, Text.same(id))));
    cells.add(new Cell.Words(units.getOrDefault(id, Text.NONE)));
    cells.add(new Cell.Count((Integer) frame.value(i, N)));
    cells.add(new Cell.Count((Integer) frame.value(i, REGIONS)));
    Stream.of(MEAN, SD, MINIMUM, MEDIAN, MAXIMUM)
        .map(field -> Cell.estimate((Double) frame.value(i, field), 2, frame.text(i, STATUS)))
        .forEach(cells::add);
    return cells;
  }

  private static Text note(Frame frame) {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = 0; i < frame.size(); i++) {
      first = Math.min(first, (Integer) frame.value(i, DescriptiveRow.FIRST_YEAR));
      last = Math.max(last, (Integer) frame.value(i, DescriptiveRow.LAST_YEAR));
    }
    String years = frame.size() == 0 ? "" : first + "–" + last;
    return Text.of(
        "每个地区每年为一个观测（" + years + "），不加权；标准差除数为 n − 1。",
        "One observation a region and year ("
            + years
            + "), unweighted; standard deviation with divisor n − 1.");
  }
}
