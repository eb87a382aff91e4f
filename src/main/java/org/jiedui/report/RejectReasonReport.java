package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.RejectReasonRow;

/** Why rows did not count: rows by file and reason as a printed table. */
public final class RejectReasonReport {
  private RejectReasonReport() {}

  public static PaperTable of(Frame reasons) {
    Map<String, Long> totals = new TreeMap<>();
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.text(i, RejectReasonRow.MEASURE).equals(LedgerRow.ROWS)) {
        String code = reasons.text(i, RejectReasonRow.CODE);
        long count = (Long) reasons.value(i, RejectReasonRow.AMOUNT);
        totals.merge(code, count, Long::sum);
        rows.add(row(Cell.words(reasons.text(i, RejectReasonRow.FILE)), code, count));
      }
    }
    totals.forEach((code, n) -> rows.add(row(Cell.words("(合计)", LedgerRow.TOTAL), code, n)));
    return new PaperTable(
        "reject-reason",
        Text.of("未采用的行,按原因", "Rows that did not count, by reason"),
        List.of(
            PaperTable.Column.of("file", "文件", "File"),
            PaperTable.Column.of("code", "原因代码", "Reason code"),
            PaperTable.Column.of("rows", "行", "Rows")),
        rows,
        List.of(
            Text.of(
                "一行有几个原因时只计第一个;含义见 jiedui explain。金额见 reject_reason 表。",
                "A row with several reasons counts under its first; jiedui explain tells what they"
                    + " mean. Amounts are in table reject_reason.")));
  }

  private static PaperTable.Row row(Cell file, String code, long count) {
    return PaperTable.Row.of(List.of(file, Cell.words(code), new Cell.Count(count)));
  }
}
