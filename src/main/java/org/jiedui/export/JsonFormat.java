package org.jiedui.export;

import java.util.List;
import java.util.stream.Collectors;

/** A table for programs as a JSON array of objects; absent values are null. */
public final class JsonFormat {
  private JsonFormat() {}

  public static String of(PaperTable table) {
    return table.rows().stream()
        .map(row -> object(table.columns(), row.cells()))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String object(List<PaperTable.Column> columns, List<Cell> cells) {
    StringBuilder json = new StringBuilder("  {");
    for (int i = 0; i < columns.size(); i++) {
      json.append(i == 0 ? "" : ", ").append(string(columns.get(i).id())).append(": ");
      Object raw = cells.get(i).raw();
      json.append(
          raw == null ? "null" : raw instanceof String text ? string(text) : Plain.number(raw));
    }
    return json.append('}').toString();
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> json.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
