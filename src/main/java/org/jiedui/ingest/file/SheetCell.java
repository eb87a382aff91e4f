package org.jiedui.ingest.file;

/**
 * One cell of a sheet as the text that a CSV file would hold, and what the workbook says about it.
 *
 * @param text never null; numbers plain with at most 15 significant digits, dates as {@code
 *     2016-03-05}
 * @param stored the number behind a date; empty otherwise
 */
record SheetCell(Kind kind, String text, String stored) {
  static final SheetCell EMPTY = new SheetCell(Kind.EMPTY, "");

  SheetCell(Kind kind, String text) {
    this(kind, text, "");
  }

  /** What is stored, by cell type and number format, never by the text shown. */
  enum Kind {
    EMPTY,
    /** Text of a file that is no workbook: nothing is known besides. */
    PLAIN,
    TEXT,
    NUMBER,
    /** A number of more than 15 digits: the last ones are not the ones that were typed. */
    LONG_NUMBER,
    /** A number that is shown as a date. */
    DATE,
    /** A number that is shown as a percentage; its text ends in {@code %}. */
    PERCENT,
    BOOLEAN,
    /** {@code #N/A} and its like. */
    ERROR,
    /** A formula without a value, or with one that the workbook itself calls stale. */
    NO_CACHE
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** What makes the cell unreadable as a value of any kind; null when nothing does. */
  Reason broken() {
    return switch (kind) {
      case ERROR -> Reason.XLS_ERROR_CELL;
      case NO_CACHE -> Reason.XLS_NO_CACHE;
      default -> null;
    };
  }
}
