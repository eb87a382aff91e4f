package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.Columns;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/**
 * Tables drawn in a test: {@code a | b} lines, the first with column names. A line {@code with:
 * indicator=fiscal, form=none} above them fills columns that are the same in every row. An empty
 * cell or {@code null} is null, {@code ""} the empty text.
 */
public final class Drawn {
  private Drawn() {}

  /** The drawn rows as a Dataset with all columns of the fields; columns not drawn are null. */
  public static Dataset<Row> table(SparkSession spark, Field[] fields, String drawn) {
    List<Object[]> rows = rows(fields, drawn);
    List<Row> external = rows.stream().map(org.apache.spark.sql.RowFactory::create).toList();
    return spark.createDataFrame(external, Columns.schema(fields));
  }

  public static Frame frame(String table, Field[] fields, String drawn) {
    return Frame.of(table, fields, rows(fields, drawn));
  }

  /**
   * Compares the drawn columns, row by row in key order. A drawn number is compared after rounding
   * to the decimals drawn.
   */
  public static void assertTable(Frame actual, String drawn) {
    List<String> header = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    Map<String, String> constant = parse(drawn, header, expected);
    List<String> shown = new ArrayList<>();
    for (int row = 0; row < actual.size(); row++) {
      List<String> like = row < expected.size() ? expected.get(row) : List.of();
      shown.add(line(actual, row, header, like, constant));
    }
    List<String> wanted =
        expected.stream().map(cells -> String.join(" | ", cells) + tail(constant)).toList();
    assertThat(String.join("\n", shown)).isEqualTo(String.join("\n", wanted));
  }

  private static String line(
      Frame frame, int row, List<String> header, List<String> like, Map<String, String> constant) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      Object value = frame.value(row, field(frame, header.get(i)));
      cells.add(shown(value, i < like.size() ? like.get(i) : ""));
    }
    Map<String, String> found = new LinkedHashMap<>();
    constant.forEach(
        (name, text) -> found.put(name, shown(frame.value(row, field(frame, name)), text)));
    return String.join(" | ", cells) + tail(found);
  }

  private static String tail(Map<String, String> constant) {
    return constant.isEmpty() ? "" : "   with: " + constant;
  }

  private static Field field(Frame frame, String column) {
    return frame.fields().stream()
        .filter(f -> f.column().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
  }

  private static String shown(Object value, String like) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number) {
      int point = like.indexOf('.');
      boolean plain = like.matches("-?[0-9]+(\\.[0-9]+)?");
      int decimals = point < 0 ? 0 : like.length() - point - 1;
      return plain
          ? BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
          : number.toString();
    }
    return value.equals("") ? "\"\"" : value.toString();
  }

  private static List<Object[]> rows(Field[] fields, String drawn) {
    List<String> header = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    Map<String, String> constant = parse(drawn, header, lines);
    List<String> known = Arrays.stream(fields).map(Field::column).toList();
    assertThat(known).containsAll(header).containsAll(constant.keySet());
    List<Object[]> rows = new ArrayList<>();
    for (List<String> cells : lines) {
      Object[] row = new Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        int at = header.indexOf(fields[i].column());
        String text = at >= 0 ? cells.get(at) : constant.get(fields[i].column());
        row[i] = typed(fields[i], text);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object typed(Field field, String text) {
    if (text == null || text.equals("null")) {
      return null;
    }
    return switch (field.type()) {
      case TEXT -> text.equals("\"\"") ? "" : text;
      case INT, YEAR -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case DATE -> LocalDate.parse(text);
    };
  }

  private static Map<String, String> parse(
      String drawn, List<String> header, List<List<String>> lines) {
    Map<String, String> constant = new LinkedHashMap<>();
    for (String line : drawn.strip().split("\n")) {
      if (line.strip().startsWith("with:")) {
        for (String pair : line.strip().substring(5).split(",")) {
          constant.put(pair.split("=", 2)[0].strip(), pair.split("=", 2)[1].strip());
        }
      } else if (header.isEmpty()) {
        header.addAll(cells(line));
      } else {
        lines.add(cells(line));
      }
    }
    return constant;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .map(cell -> cell.isEmpty() ? "null" : cell)
        .collect(Collectors.toList());
  }
}
