package org.jiedui.job;

import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/** One row of a published table. Fields are found by their column, whichever table names them. */
record TableRow(Frame frame, Object[] values) {
  boolean has(Field field) {
    return frame.fields().stream().anyMatch(f -> f.column().equals(field.column()));
  }

  Object value(Field field) {
    return values[frame.index(field)];
  }

  String text(Field field) {
    return (String) value(field);
  }

  /** The text, or other words where the table has no such column. */
  String text(Field field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  Double number(Field field) {
    return (Double) value(field);
  }

  int year(Field field) {
    return (Integer) value(field);
  }

  /** The value as text, or where there is none the status that says why. */
  String told(Field field, Field status) {
    Object value = value(field);
    return String.valueOf(value == null ? value(status) : value);
  }

  /** Its key, as a reader would write it down. */
  String name() {
    return frame.table()
        + " "
        + frame.fields().stream()
            .filter(Field::isKey)
            .map(f -> String.valueOf(value(f)))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
  }

  /** The row as a table of its own. */
  Frame alone() {
    return Frame.view(frame.table(), frame.fields(), List.<Object[]>of(values));
  }
}
