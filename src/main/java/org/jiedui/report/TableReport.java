package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Type;

/** Any published table as it is: every row, every column, every digit. */
public final class TableReport {
  private TableReport() {}

  public static PaperTable of(Frame frame, List<Text> notes) {
    List<PaperTable.Column> columns = frame.fields().stream().map(TableReport::column).toList();
    List<PaperTable.Row> rows = new ArrayList<>();
    for (Object[] row : frame.rows()) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        cells.add(cell(frame.fields().get(i), row[i]));
      }
      rows.add(PaperTable.Row.of(cells));
    }
    return new PaperTable(
        frame.table().replace('_', '-'), Text.same(frame.table()), columns, rows, notes);
  }

  private static PaperTable.Column column(Field field) {
    return PaperTable.Column.of(field.column(), field.column(), field.column());
  }

  private static Cell cell(Field field, Object value) {
    if (value == null) {
      return field.type() == Type.TEXT ? Cell.words("") : new Cell.Absent(null);
    }
    return switch (field.type()) {
      case TEXT -> Cell.words((String) value);
      case DATE -> Cell.words(value.toString());
      case YEAR -> new Cell.Year((Integer) value);
      case INT -> new Cell.Count((Integer) value);
      case LONG -> new Cell.Count((Long) value);
      case DOUBLE -> new Cell.Estimate((Double) value, 6);
    };
  }
}
