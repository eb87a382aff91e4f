package org.jiedui.table;

import java.util.Locale;
import org.jiedui.message.Text;

/** One column of a table. A table is an enum of its fields, so a column's name is written once. */
public interface Field {
  /** The constant's name, as every enum has it. */
  String name();

  Spec spec();

  /** Name in files: lower case with underscores, at most 32 characters. */
  default String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  default Type type() {
    return spec().type();
  }

  default boolean isKey() {
    return spec().isKey();
  }

  default String unit() {
    return spec().unit();
  }

  default Text label() {
    return spec().label();
  }

  /** Values it can have, see {@link Spec}; empty for any. */
  default String domain() {
    return spec().domain();
  }

  /** How it is computed, see {@link Spec}; empty where nothing has to be said. */
  default String formula() {
    return spec().formula();
  }

  /** The version of the program that published the column first. */
  default String since() {
    return "0.1.0";
  }
}
