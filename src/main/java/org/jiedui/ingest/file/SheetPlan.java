package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.List;

/**
 * Where the rows of a layout stand when its file is no text.
 *
 * @param format {@code XLSX}, {@code XLS} or {@code Parquet}; empty for text
 * @param index 0-based sheet of the workbook
 * @param name sheet; empty where there are none
 * @param base what is added to a row's number so that every row of the file has its own
 * @param dataRow 1-based row of the first data
 * @param header texts of the header
 * @param merged ranges of merged cells, as in {@link SheetFacts}
 */
record SheetPlan(
    String format,
    int index,
    String name,
    long base,
    int dataRow,
    List<String> header,
    Book book,
    List<int[]> merged)
    implements Serializable {

  /** More rows than any sheet has: it tells the sheets of a file apart. */
  static final long ROWS = 10_000_000;

  static final SheetPlan NONE =
      new SheetPlan("", 0, "", 0, 0, List.of(), new Book(false, false, false), List.of());

  /** What holds for the whole workbook. */
  record Book(boolean epoch1904, boolean stale, boolean skipsHidden) implements Serializable {}

  SheetPlan {
    header = List.copyOf(header);
    merged = List.copyOf(merged);
  }

  boolean isText() {
    return format.isEmpty();
  }

  /** The row as the sheet numbers it. */
  long row(long line) {
    return line - base;
  }

  /** Address of a cell such as {@code D18}. */
  static String cell(int column, long row) {
    var letters = new StringBuilder();
    for (int c = column; c > 0; c = (c - 1) / 26) {
      letters.insert(0, (char) ('A' + (c - 1) % 26));
    }
    return letters.toString() + row;
  }
}
