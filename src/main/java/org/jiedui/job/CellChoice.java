package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Type;

/** The row of a table that some words mean: codes, names, or words of its other columns. */
final class CellChoice {
  private static final int SHOWN = 20;

  private final Frame frame;
  private final Map<String, Text> labels;

  /**
   * @param labels names by the codes and ids that stand in the table
   */
  CellChoice(Frame frame, Map<String, Text> labels) {
    this.frame = frame;
    this.labels = labels;
  }

  /** The only row; otherwise one question back, which lists what there is. */
  Object[] row(List<String> words) {
    List<Object[]> rows = frame.rows();
    for (String word : words) {
      List<Object[]> fitting = rows.stream().filter(r -> says(r, word)).toList();
      if (fitting.isEmpty()) {
        throw refused(
            "CELL_UNKNOWN", Text.of("没有与“" + word + "”相符的行", "no row is meant by " + word), rows);
      }
      rows = fitting;
    }
    rows = plain(rows);
    if (rows.size() > 1) {
      throw refused(
          "CELL_AMBIGUOUS",
          Text.of("有 " + rows.size() + " 行相符,指哪一行?", rows.size() + " rows fit; which one?"),
          rows);
    }
    return rows.get(0);
  }

  /** Where nobody names a convention the plain total is meant. */
  private List<Object[]> plain(List<Object[]> rows) {
    boolean has = frame.fields().stream().anyMatch(f -> f.column().equals("convention"));
    if (!has || rows.size() < 2) {
      return rows;
    }
    int convention = frame.index(EffectRatioRow.CONVENTION);
    List<Object[]> totals = rows.stream().filter(r -> "total".equals(r[convention])).toList();
    return totals.isEmpty() ? rows : totals;
  }

  private boolean says(Object[] row, String word) {
    for (Field field : frame.fields()) {
      Object value = row[frame.index(field)];
      boolean named = field.isKey() || field.type() == Type.TEXT;
      if (named && value != null && means(field, value.toString(), word)) {
        return true;
      }
    }
    return false;
  }

  private boolean means(Field field, String value, String word) {
    Text label = labels.get(value);
    return value.equals(word)
        || word.equals(field.column() + "=" + value)
        || label != null && (label.zh().equals(word) || label.en().equalsIgnoreCase(word));
  }

  private InputException refused(String code, Text what, List<Object[]> rows) {
    List<String> choices = new ArrayList<>();
    List<Field> telling = telling(rows);
    String first =
        rows.isEmpty()
            ? "level=county"
            : telling.get(0).column() + "=" + rows.get(0)[frame.index(telling.get(0))];
    for (Object[] row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      choices.add(
          telling.stream()
              .map(f -> f.column() + "=" + row[frame.index(f)])
              .collect(Collectors.joining("  ")));
    }
    return new InputException(
        ExitCode.USAGE,
        Problem.error(code, what)
            .showing(choices.toArray(String[]::new))
            .fix("加上其中一列的值,如 " + first, "add the value of one of these, as " + first));
  }

  /** Key columns in which the rows differ; all of them where there is only one row. */
  private List<Field> telling(List<Object[]> rows) {
    List<Field> keys = frame.fields().stream().filter(Field::isKey).toList();
    List<Field> telling =
        keys.stream()
            .filter(f -> rows.stream().map(r -> r[frame.index(f)]).distinct().count() > 1)
            .toList();
    return telling.isEmpty() ? keys : telling;
  }
}
