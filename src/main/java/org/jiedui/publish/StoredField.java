package org.jiedui.publish;

import java.util.Locale;
import org.jiedui.table.Field;
import org.jiedui.table.Spec;

/** One column of a table that was read from a file: name, type, unit and labels of its footer. */
record StoredField(String column, Spec spec) implements Field {
  @Override
  public String name() {
    return column.toUpperCase(Locale.ROOT);
  }
}
