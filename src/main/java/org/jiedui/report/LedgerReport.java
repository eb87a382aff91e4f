package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;

/** Where every row of every file went: the ledger of rows as a printed table. */
public final class LedgerReport {
  private static final List<LedgerRow> COUNTS =
      List.of(
          LedgerRow.READ,
          LedgerRow.ACCEPTED,
          LedgerRow.REJECTED,
          LedgerRow.DUPLICATE,
          LedgerRow.SUPERSEDED,
          LedgerRow.OUT_OF_SCOPE,
          LedgerRow.CONTROL_TOTAL,
          LedgerRow.BLANK,
          LedgerRow.CARRIED);

  private LedgerReport() {}

  public static PaperTable of(Frame ledger) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(column(LedgerRow.FILE));
    COUNTS.forEach(count -> columns.add(column(count)));
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.text(i, LedgerRow.MEASURE).equals(LedgerRow.ROWS)) {
        rows.add(row(ledger, i));
      }
    }
    return new PaperTable(
        "ledger",
        Text.of("台账:每个文件的行去了哪里(行数)", "Ledger: where the rows of each file went (rows)"),
        columns,
        rows,
        List.of(
            Text.of(
                "读入 = 采用 + 拒收 + 重复 + 被替换 + 范围外 + 合计行 + 空行 + 往年已计;左边由解析器计,右边从落地文件重数。金额同样相等,见 ledger 表。",
                "Read = accepted + rejected + duplicate + superseded + out of scope + control total +"
                    + " blank + counted in earlier years; the left side is counted by the parser, the right side from the landed"
                    + " files. The same holds for amounts, see table ledger.")));
  }

  /** The same of every measure, in its own unit: a data appendix. */
  public static PaperTable amounts(Frame ledger) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(column(LedgerRow.FILE));
    COUNTS.stream().filter(c -> c != LedgerRow.BLANK).forEach(c -> columns.add(column(c)));
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (!ledger.text(i, LedgerRow.MEASURE).equals(LedgerRow.ROWS)) {
        rows.add(amounts(ledger, i));
      }
    }
    rows.sort(Comparator.comparing(r -> r.panel().zh()));
    return new PaperTable(
        "ledger-amounts",
        Text.of("台账:每个文件的金额去了哪里", "Ledger: where the amounts of each file went"),
        columns,
        rows,
        List.of(
            Text.of(
                "读入 = 采用 + 拒收 + 重复 + 被替换 + 范围外 + 合计行,精确到最小单位。",
                "Read = accepted + rejected + duplicate + superseded + out of scope + control total,"
                    + " exact to the minor unit.")));
  }

  private static PaperTable.Row amounts(Frame ledger, int i) {
    String measure = ledger.text(i, LedgerRow.MEASURE);
    MinorUnit unit = MinorUnit.of(ledger.text(i, LedgerRow.UNIT));
    List<Cell> cells = new ArrayList<>();
    cells.add(file(ledger, i));
    COUNTS.stream()
        .filter(c -> c != LedgerRow.BLANK)
        .map(c -> unit.cell((Long) ledger.value(i, c)))
        .forEach(cells::add);
    return new PaperTable.Row(Text.same(measure + " (" + unit.name() + ")"), cells);
  }

  private static PaperTable.Column column(Field field) {
    return new PaperTable.Column(field.column(), field.label(), Text.NONE, Text.NONE);
  }

  private static PaperTable.Row row(Frame ledger, int i) {
    List<Cell> cells = new ArrayList<>();
    cells.add(file(ledger, i));
    COUNTS.forEach(count -> cells.add(new Cell.Count((Long) ledger.value(i, count))));
    return PaperTable.Row.of(cells);
  }

  private static Cell file(Frame ledger, int i) {
    String file = ledger.text(i, LedgerRow.FILE);
    return file.equals(LedgerRow.TOTAL) ? Cell.words("(合计)", LedgerRow.TOTAL) : Cell.words(file);
  }
}
