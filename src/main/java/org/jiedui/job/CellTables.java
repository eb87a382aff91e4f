package org.jiedui.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.report.TableReport;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/** The printed forms of what a row is made of. */
record CellTables(CellExplanation cell) {
  private static final int SHOWN = 30;

  /** A row of the panel that goes in. */
  private record PanelCell(
      String years, String unit, String donor, String indicator, String form, String direction)
      implements Comparable<PanelCell> {
    private static PanelCell of(Traced t) {
      return new PanelCell(
          t.record().years(),
          t.unit(),
          t.donor(),
          t.record().indicator,
          t.record().form,
          t.record().direction);
    }

    @Override
    public int compareTo(PanelCell other) {
      return Comparator.comparing(PanelCell::toString).compare(this, other);
    }
  }

  /** The row itself, a line each column. */
  PaperTable row() {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (Field field : cell.row().frame().fields()) {
      Object value = cell.row().value(field);
      rows.add(
          PaperTable.Row.of(
              List.of(
                  Cell.words(field.column()),
                  new Cell.Words(field.label()),
                  Cell.words(plain(value)),
                  Cell.words(field.unit()))));
    }
    return new PaperTable(
        "row",
        Text.of("发布的行", "The published row"),
        List.of(
            PaperTable.Column.of("column", "列", "Column"),
            PaperTable.Column.of("label", "含义", "Meaning"),
            PaperTable.Column.of("value", "值", "Value"),
            PaperTable.Column.of("unit", "单位", "Unit")),
        rows,
        List.of());
  }

  private static String plain(Object value) {
    return value == null
        ? ""
        : value instanceof Double number
            ? BigDecimal.valueOf(number).toPlainString()
            : value.toString();
  }

  /** Rows of other tables that it is computed from. */
  List<PaperTable> sources() {
    return cell.lineage().sources().stream().map(CellTables::source).toList();
  }

  private static PaperTable source(Frame frame) {
    Frame some =
        Frame.view(
            frame.table(), frame.fields(), frame.rows().subList(0, Math.min(SHOWN, frame.size())));
    String rows = Integer.toString(frame.size());
    return TableReport.of(some, List.of(Text.of("共 " + rows + " 行", rows + " rows in all")));
  }

  /** Sums of the flows by unit, donor and year. */
  PaperTable panel() {
    Map<PanelCell, List<Traced>> cells =
        cell.records().stream()
            .filter(Traced::isFlow)
            .collect(Collectors.groupingBy(PanelCell::of, TreeMap::new, Collectors.toList()));
    Map<PanelCell, Long> sums = new TreeMap<>();
    cells.forEach((key, records) -> sums.put(key, cell.behind().traced().sum(records)));
    List<PaperTable.Row> rows =
        sums.entrySet().stream()
            .sorted(Comparator.comparingLong(e -> -Math.abs(e.getValue())))
            .limit(SHOWN)
            .sorted(Map.Entry.comparingByKey())
            .map(this::row)
            .toList();
    return new PaperTable(
        "panel",
        Text.of("面板中的行", "Rows of the panel"),
        List.of(
            PaperTable.Column.of("year", "年份", "Year"),
            PaperTable.Column.of("unit", "县代码", "County"),
            PaperTable.Column.of("donor", "支援省代码", "Donor"),
            PaperTable.Column.of("form", "形式", "Form"),
            PaperTable.Column.of("direction", "方向", "Direction"),
            PaperTable.Column.of("amount", "数额", "Amount")),
        rows,
        List.of(Text.of("共 " + sums.size() + " 行", sums.size() + " rows in all")));
  }

  private PaperTable.Row row(Map.Entry<PanelCell, Long> panel) {
    PanelCell p = panel.getKey();
    return PaperTable.Row.of(
        List.of(
            Cell.words(p.years()),
            Cell.words(p.unit()),
            Cell.words(p.donor()),
            Cell.words(p.form()),
            Cell.words(p.direction()),
            amount(panel.getValue(), p.indicator())));
  }

  private Cell amount(long minor, String indicator) {
    return Cell.words(BigDecimal.valueOf(minor, cell.behind().decimals(indicator)).toPlainString());
  }

  /** The largest records of flows, the first ones of levels, for people. */
  PaperTable largest() {
    List<Traced> largest =
        cell.records().stream()
            .sorted(
                Comparator.comparingLong(
                    (Traced t) -> t.isFlow() ? -Math.abs(t.record().amount) : 0))
            .limit(SHOWN)
            .toList();
    String count = Integer.toString(cell.records().size());
    return records(
        largest,
        List.of(
            Text.of(
                "共 " + count + " 条记录;全部见 --format csv",
                count + " records in all; --format csv gives every one")));
  }

  /** Every record, for programs. */
  PaperTable records() {
    return records(cell.records(), List.of());
  }

  private PaperTable records(List<Traced> records, List<Text> notes) {
    return new PaperTable(
        "records",
        Text.of("背后的记录", "The records behind it"),
        List.of(
            PaperTable.Column.of("place", "位置", "Place"),
            PaperTable.Column.of("year", "年份", "Year"),
            PaperTable.Column.of("unit", "单元代码", "Unit"),
            PaperTable.Column.of("amount", "数额", "Amount"),
            PaperTable.Column.of("indicator", "指标", "Indicator"),
            PaperTable.Column.of("share", "份额", "Share"),
            PaperTable.Column.of("mended", "更正", "Mended by"),
            PaperTable.Column.of("text", "原文", "As delivered")),
        cell.withText(records).stream().map(this::row).toList(),
        notes);
  }

  /** A record of a divided unit stands with its whole amount, and with the share that counts. */
  private PaperTable.Row row(Traced t) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(t.place()),
            Cell.words(t.record().years()),
            Cell.words(t.unit()),
            amount(t.record().amount, t.record().indicator),
            Cell.words(t.record().indicator),
            Cell.words(t.share() == 1 ? "" : Double.toString(t.share())),
            Cell.words(t.mended()),
            Cell.words(t.text())));
  }
}
