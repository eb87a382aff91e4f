package org.jiedui.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;

/** The printed forms of what a cell is made of. */
record CellTables(CellExplanation cell) {
  private static final int SHOWN = 30;

  /** The formula with the numbers put in. */
  Text formula() {
    BigDecimal before = cell.sum(cell.before());
    BigDecimal after = cell.sum(cell.after());
    Double ratio = cell.number(EffectRatioRow.RATIO);
    String status = cell.text(EffectRatioRow.RATIO_STATUS);
    String quotient =
        after.toPlainString()
            + " / "
            + before.toPlainString()
            + " = "
            + (ratio == null ? status : cell.isTotal() ? ratio.toString() : "…");
    String name =
        cell.text(EffectRatioRow.UNIT_NAME) + " " + cell.text(EffectRatioRow.INDICATOR) + " ";
    return cell.isTotal()
        ? Text.of(
            name + "倍数 = 后期合计 / 前期合计 = " + quotient,
            name + "ratio = total after / total before = " + quotient)
        : Text.of(
            name + "口径 " + cell.text(EffectRatioRow.CONVENTION) + ":由下列记录折算而来;合计 " + quotient,
            name
                + "convention "
                + cell.text(EffectRatioRow.CONVENTION)
                + ": computed from the records below; totals "
                + quotient);
  }

  PaperTable panel() {
    List<PaperTable.Row> rows = new ArrayList<>();
    cell.panel().entrySet().stream()
        .sorted(Comparator.comparingLong(e -> -Math.abs(e.getValue())))
        .limit(SHOWN)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            row -> {
              CellExplanation.PanelCell p = row.getKey();
              rows.add(
                  PaperTable.Row.of(
                      List.of(
                          Cell.words(p.years()),
                          Cell.words(p.unit()),
                          Cell.words(p.donor()),
                          Cell.words(p.form()),
                          Cell.words(p.direction()),
                          amount(row.getValue()))));
            });
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
        List.of(Text.of("共 " + cell.panel().size() + " 行", cell.panel().size() + " rows in all")));
  }

  private Cell amount(long minor) {
    return Cell.words(BigDecimal.valueOf(minor, cell.decimals()).toPlainString());
  }

  /** The largest records, for people. */
  PaperTable largest() {
    List<Traced> all = all();
    List<Traced> largest =
        all.stream()
            .sorted(Comparator.comparingLong((Traced t) -> -Math.abs(t.record().amount)))
            .limit(SHOWN)
            .toList();
    String count = all.size() + "";
    return records(
        largest,
        List.of(
            Text.of(
                "共 " + count + " 条记录;全部见 --format csv",
                count + " records in all; --format csv gives every one")));
  }

  /** Every record, for programs. */
  PaperTable records() {
    return records(all(), List.of());
  }

  private List<Traced> all() {
    List<Traced> all = new ArrayList<>(cell.before());
    all.addAll(cell.after());
    return all;
  }

  private PaperTable records(List<Traced> records, List<Text> notes) {
    return new PaperTable(
        "records",
        Text.of("背后的记录", "The records behind it"),
        List.of(
            PaperTable.Column.of("place", "位置", "Place"),
            PaperTable.Column.of("year", "年份", "Year"),
            PaperTable.Column.of("unit", "县代码", "County"),
            PaperTable.Column.of("amount", "数额", "Amount"),
            PaperTable.Column.of("text", "原文", "As delivered")),
        records.stream().map(this::row).toList(),
        notes);
  }

  private PaperTable.Row row(Traced t) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(t.place()),
            Cell.words(t.record().years()),
            Cell.words(t.unit()),
            amount(t.record().amount),
            Cell.words(t.text())));
  }
}
