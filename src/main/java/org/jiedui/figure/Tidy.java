package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Type;

/** The numbers behind a figure as a tidy table: one row an observation, columns as published. */
final class Tidy {
  private final List<PaperTable.Column> columns = new ArrayList<>();
  private final List<PaperTable.Row> rows = new ArrayList<>();

  Tidy column(String id, String zh, String en) {
    columns.add(PaperTable.Column.of(id, zh, en));
    return this;
  }

  void row(Cell... cells) {
    rows.add(PaperTable.Row.of(List.of(cells)));
  }

  int size() {
    return rows.size();
  }

  PaperTable table(String id, Text caption) {
    return new PaperTable(id, caption, columns, rows, List.of());
  }

  /** These fields of a published table, rows as they stand. */
  static PaperTable of(String id, Text caption, Frame frame, List<Field> fields) {
    Tidy tidy = new Tidy();
    fields.forEach(f -> tidy.column(f.column(), f.label().zh(), f.label().en()));
    for (int i = 0; i < frame.size(); i++) {
      int row = i;
      tidy.row(fields.stream().map(f -> cell(f, frame.value(row, f))).toArray(Cell[]::new));
    }
    return tidy.table(id, caption);
  }

  private static Cell cell(Field field, Object value) {
    if (value == null) {
      return field.type() == Type.TEXT ? Cell.words("") : new Cell.Absent(null);
    }
    return switch (field.type()) {
      case TEXT, DATE -> Cell.words(value.toString());
      case YEAR -> new Cell.Year((Integer) value);
      case INT -> new Cell.Count((Integer) value);
      case LONG -> new Cell.Count((Long) value);
      case DOUBLE -> number((Double) value);
    };
  }

  /** Full precision for programs; four significant places for the eye. */
  static Cell number(Double value) {
    if (value == null) {
      return new Cell.Absent(null);
    }
    double size = Math.abs(value);
    return new Cell.Estimate(value, size >= 1000 ? 0 : size >= 10 ? 2 : 4);
  }
}
