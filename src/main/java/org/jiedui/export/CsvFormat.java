package org.jiedui.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for programs: header of column ids, values at full precision, no thousands separators.
 *
 * <p>A text cell that a spreadsheet would take for a formula gets a leading apostrophe.
 */
public final class CsvFormat {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvFormat() {}

  public static String of(PaperTable table) {
    return joined(table.columns().stream().map(c -> quoted(c.id())).toList()) + rows(table);
  }

  /** The rows alone, for a file that is written piece by piece. */
  public static String rows(PaperTable table) {
    StringBuilder csv = new StringBuilder();
    for (PaperTable.Row row : table.rows()) {
      csv.append(joined(row.cells().stream().map(CsvFormat::field).toList()));
    }
    return csv.toString();
  }

  private static String joined(List<String> fields) {
    return fields.stream().collect(Collectors.joining(",", "", "\n"));
  }

  private static String field(Cell cell) {
    Object raw = cell.raw();
    if (raw == null) {
      return "";
    }
    return raw instanceof String text ? quoted(guarded(text)) : Plain.number(raw);
  }

  private static String guarded(String text) {
    String start = text.strip().replace("\u00a0", "");
    boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    boolean control = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula || control ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
