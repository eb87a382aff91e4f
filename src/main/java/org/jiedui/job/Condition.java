package org.jiedui.job;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Type;

/**
 * One condition on a row, as written on the command line: {@code year>=2016}, {@code level=nation}.
 */
final class Condition {
  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*(!=|<=|>=|=|<|>)(.*)");

  private Condition() {}

  /** Rows that pass; an unknown column or a value of another type is refused. */
  static Predicate<Object[]> of(String written, Frame frame) {
    Matcher parts = FORM.matcher(written);
    if (!parts.matches()) {
      throw refused(written, "列名 与 = != < <= > >= 与 值", "a column, one of = != < <= > >=, a value");
    }
    Field field = field(parts.group(1), frame);
    String operator = parts.group(2);
    String wanted = parts.group(3).strip();
    int column = frame.index(field);
    if (field.type() == Type.TEXT || field.type() == Type.DATE) {
      return row -> holds(operator, text(row[column]).compareTo(wanted));
    }
    double number = number(written, wanted);
    return row ->
        row[column] != null
            && holds(operator, Double.compare(((Number) row[column]).doubleValue(), number));
  }

  /** The column of that name, or an error with the nearest one. */
  static Field field(String name, Frame frame) {
    List<String> known = frame.fields().stream().map(Field::column).toList();
    return frame.fields().stream()
        .filter(f -> f.column().equals(name))
        .findFirst()
        .orElseThrow(() -> new InputException(ExitCode.USAGE, unknown(name, frame, known)));
  }

  private static Problem unknown(String name, Frame frame, List<String> known) {
    Problem problem =
        Problem.error(
                "COLUMN_UNKNOWN",
                Text.of(
                    "表 " + frame.table() + " 没有列 " + name,
                    "table " + frame.table() + " has no column " + name))
            .expected(String.join("、", known), String.join(", ", known));
    return Closest.to(name, known)
        .map(near -> problem.fix("是否指 " + near, "did you mean " + near))
        .orElse(problem);
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static double number(String written, String wanted) {
    try {
      return Double.parseDouble(wanted);
    } catch (NumberFormatException e) {
      throw refused(written, "数值", "a number");
    }
  }

  private static InputException refused(String written, String zh, String en) {
    return new InputException(
        ExitCode.USAGE,
        Problem.error(
                "CONDITION", Text.of("条件无法理解:" + written, "condition not understood: " + written))
            .expected(zh, en));
  }
}
