package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.Rounding;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.StatementRow;

/** Published sentences that are no multiples, with definition and outcome, and conflicts. */
public final class StatementReport {
  private StatementReport() {}

  public static PaperTable of(Frame statements) {
    List<PaperTable.Row> rows = new ArrayList<>();
    List<Text> notes = new ArrayList<>();
    for (int row = 0; row < statements.size(); row++) {
      String outcome = statements.text(row, StatementRow.OUTCOME);
      rows.add(
          PaperTable.Row.of(
              List.of(
                  Cell.words(statements.text(row, StatementRow.CLAIM_ID)),
                  Cell.words(statements.text(row, StatementRow.PART)),
                  optional(statements, row),
                  found(statements, row),
                  Cell.words(outcome))));
      notes.add(note(statements, row));
    }
    return new PaperTable(
        "statement",
        Text.of("其他论断", "Other sentences"),
        List.of(
            PaperTable.Column.of("claim_id", "论断", "Claim"),
            PaperTable.Column.of("part", "部分", "Part"),
            PaperTable.Column.of("published", "公布值", "As printed"),
            PaperTable.Column.of("computed", "复算值", "Recomputed"),
            PaperTable.Column.of("outcome", "结果", "Outcome")),
        rows,
        notes.stream().distinct().toList());
  }

  private static Cell optional(Frame frame, int row) {
    Double value = (Double) frame.value(row, StatementRow.PUBLISHED);
    return value == null ? Cell.words("") : new Cell.Estimate(value, 2);
  }

  private static Cell found(Frame frame, int row) {
    Double floor = (Double) frame.value(row, StatementRow.FLOOR);
    return floor == null
        ? Cell.estimate(
            (Double) frame.value(row, StatementRow.COMPUTED),
            3,
            frame.text(row, StatementRow.OUTCOME))
        : Cell.words("≥ " + Rounding.fixed(floor, 2));
  }

  private static Text note(Frame f, int row) {
    String id = f.text(row, StatementRow.CLAIM_ID);
    String name = (id + " " + f.text(row, StatementRow.PART)).strip();
    String source = f.text(row, StatementRow.SOURCE);
    return Text.of(
        name
            + ":"
            + f.text(row, StatementRow.DEFINITION_ZH)
            + "("
            + source
            + ");"
            + f.text(row, StatementRow.REASON_ZH)
            + "。",
        name
            + ": "
            + f.text(row, StatementRow.DEFINITION_EN)
            + " ("
            + source
            + "); "
            + f.text(row, StatementRow.REASON_EN)
            + ".");
  }
}
