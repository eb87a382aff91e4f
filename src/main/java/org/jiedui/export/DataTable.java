package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Text;

/**
 * The values behind a printed table, tidy: one value a cell at full precision, intervals as two
 * columns, panels as a column, and a status column beside each that lacks values.
 */
record DataTable(List<Column> columns, List<List<Object>> rows) {
  private static final String STATUS = "_status";
  private static final int LONGEST = 32;

  /** A column with its label and unit in both languages. */
  record Column(String id, Text label, Text unit) {}

  static DataTable of(PrintedTable printed) {
    List<Column> columns = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    printed.rows().forEach(row -> rows.add(new ArrayList<>()));
    panels(printed, columns, rows);
    for (int i = 0; i < printed.width(); i++) {
      column(printed, i, columns, rows);
    }
    return new DataTable(columns, rows);
  }

  private static void panels(PrintedTable printed, List<Column> columns, List<List<Object>> rows) {
    List<PaperTable.Row> source = printed.table().rows();
    if (source.stream().allMatch(row -> row.panel().isEmpty())) {
      return;
    }
    columns.add(new Column("panel", Text.of("分栏", "Panel"), Text.NONE));
    for (int r = 0; r < source.size(); r++) {
      rows.get(r).add(source.get(r).panel().in(printed.lang()));
    }
  }

  private static void column(
      PrintedTable printed, int i, List<Column> columns, List<List<Object>> rows) {
    PaperTable.Column head = printed.table().columns().get(i);
    List<Cell> cells = printed.rows().stream().map(row -> row.cells().get(i).cell()).toList();
    boolean interval = cells.stream().anyMatch(Cell.Interval.class::isInstance);
    if (interval) {
      ends(head, cells, columns, rows);
    } else {
      columns.add(new Column(head.id(), label(head), head.unit()));
      for (int r = 0; r < cells.size(); r++) {
        rows.get(r).add(value(cells.get(r), printed));
      }
    }
    if (cells.stream().anyMatch(DataTable::isExplained)) {
      statuses(head, cells, columns, rows);
    }
  }

  private static void ends(
      PaperTable.Column head, List<Cell> cells, List<Column> columns, List<List<Object>> rows) {
    Text label = label(head);
    columns.add(new Column(head.id() + "_low", followed(label, "下限", "low"), head.unit()));
    columns.add(new Column(head.id() + "_high", followed(label, "上限", "high"), head.unit()));
    for (int r = 0; r < cells.size(); r++) {
      boolean there = cells.get(r) instanceof Cell.Interval;
      rows.get(r).add(there ? ((Cell.Interval) cells.get(r)).low() : null);
      rows.get(r).add(there ? ((Cell.Interval) cells.get(r)).high() : null);
    }
  }

  private static void statuses(
      PaperTable.Column head, List<Cell> cells, List<Column> columns, List<List<Object>> rows) {
    String id = head.id().substring(0, Math.min(head.id().length(), LONGEST - STATUS.length()));
    columns.add(new Column(id + STATUS, followed(label(head), "状态", "status"), Text.NONE));
    for (int r = 0; r < cells.size(); r++) {
      boolean absent = isExplained(cells.get(r));
      rows.get(r).add(absent ? ((Cell.Absent) cells.get(r)).code() : "OK");
    }
  }

  private static boolean isExplained(Cell cell) {
    return cell instanceof Cell.Absent absent && absent.code() != null;
  }

  private static Object value(Cell cell, PrintedTable printed) {
    return cell instanceof Cell.Words words ? words.shown(printed.lang()) : cell.raw();
  }

  /** Headings over a column belong to its label. */
  private static Text label(PaperTable.Column head) {
    Text label = head.label();
    for (int i = head.spanners().size() - 1; i >= 0; i--) {
      Text over = head.spanners().get(i);
      label = Text.of(over.zh() + "：" + label.zh(), over.en() + ": " + label.en());
    }
    return label;
  }

  private static Text followed(Text label, String zh, String en) {
    return Text.of(label.zh() + zh, label.en() + " " + en);
  }
}
