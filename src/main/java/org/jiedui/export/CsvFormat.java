package org.jiedui.export;

import java.util.ArrayList;
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
      List<Object> values = new ArrayList<>();
      row.cells().forEach(cell -> values.add(cell.raw()));
      csv.append(line(values, CsvStyle.Guard.APOSTROPHE));
    }
    return csv.toString();
  }

  /** One line of values: text, numbers, or null for what does not exist. */
  static String line(List<Object> values, CsvStyle.Guard guard) {
    return joined(values.stream().map(value -> field(value, guard)).toList());
  }

  private static String joined(List<String> fields) {
    return fields.stream().collect(Collectors.joining(",", "", "\n"));
  }

  private static String field(Object raw, CsvStyle.Guard guard) {
    if (raw == null) {
      return "";
    }
    if (raw instanceof String text) {
      return quoted(guard == CsvStyle.Guard.RAW ? text : guarded(text));
    }
    return Plain.number(raw);
  }

  /** Blanks, no-break ones too, hide a formula from the eye and not from a spreadsheet. */
  private static String guarded(String text) {
    String start = text.replaceFirst("^[\\s\\u00a0\\u3000\\ufeff\\p{Cc}\\p{Cf}]+", "");
    boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    boolean control = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula || control ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
