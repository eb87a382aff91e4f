package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.LedgerStageRow;

/** The sum of every indicator from stage to stage, as a printed table. */
public final class LedgerStageReport {
  private static final List<LedgerStageRow> SUMS =
      List.of(
          LedgerStageRow.LANDING,
          LedgerStageRow.RECORDS,
          LedgerStageRow.GEOGRAPHY,
          LedgerStageRow.PANEL);

  private LedgerStageReport() {}

  public static PaperTable of(Frame stages) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(
        new PaperTable.Column(
            LedgerStageRow.MEASURE.column(), LedgerStageRow.MEASURE.label(), Text.NONE, Text.NONE));
    SUMS.forEach(
        s -> columns.add(new PaperTable.Column(s.column(), s.label(), Text.NONE, Text.NONE)));
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      if (stages.text(i, LedgerStageRow.FILE).equals(LedgerRow.TOTAL)) {
        rows.add(PaperTable.Row.of(cells(stages, i)));
      }
    }
    return new PaperTable(
        "ledger-stages",
        Text.of("台账:各阶段的合计", "Ledger: sums at every stage"),
        columns,
        rows,
        List.of(
            Text.of(
                "前两列相等,后两列相等;两者之差是台账中未采用的部分。社会经济水平值不相加,故无后两列。各文件见表 ledger_stage。",
                "The first two columns are equal, and so are the last two; between them lies what the"
                    + " ledger lists as not used. Levels are not added up and have no last columns."
                    + " Table ledger_stage has each file.")));
  }

  private static List<Cell> cells(Frame stages, int i) {
    MinorUnit unit = MinorUnit.of(stages.text(i, LedgerStageRow.UNIT));
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(stages.text(i, LedgerStageRow.MEASURE) + " (" + unit.name() + ")"));
    for (LedgerStageRow sum : SUMS) {
      Long value = (Long) stages.value(i, sum);
      cells.add(value == null ? Cell.words("") : unit.cell(value));
    }
    return cells;
  }
}
