package org.jiedui.ingest.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of a sheet.
 *
 * @param number 1-based, as the sheet shows it
 * @param hidden true when it is not seen: hidden, filtered out, or on a hidden sheet
 * @param cells from the first column on, without gaps; the last ones may be absent
 */
record SheetRow(int number, boolean hidden, List<SheetCell> cells) {

  boolean isBlank() {
    return cells.stream().allMatch(SheetCell::isBlank);
  }

  SheetCell cell(int column) {
    return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
  }

  List<String> texts(int columns) {
    return java.util.stream.IntStream.range(0, columns).mapToObj(c -> cell(c).text()).toList();
  }

  /**
   * The row as a line of text with tabs, its cells quoted where they must be: so many columns, or
   * more where more of them hold anything.
   */
  String line(int columns) {
    int last = cells.size();
    while (last > columns && cell(last - 1).isBlank()) {
      last--;
    }
    return texts(Math.max(columns, last)).stream()
        .map(SheetRow::quoted)
        .collect(Collectors.joining("\t"));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == '\t' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
