package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** A rejected row as a message: place, line with a caret, expectation and way out. */
public final class RejectProblem {
  private RejectProblem() {}

  /**
   * @param count rows of the file with the same code
   * @param separator of the file: it places the caret
   */
  public static Problem of(Reject reject, long count, char separator) {
    Reason reason = reject.codes().get(0);
    Problem problem =
        new Problem(
            reason.level(),
            reason.name(),
            reason.summary(),
            place(reject),
            excerpt(reject, separator),
            reject.expected(),
            why(reject, reason),
            Text.NONE);
    Text fix = fix(reject, reason);
    Text others = others(reject, count);
    return problem.fix(fix.zh() + others.zh(), fix.en() + others.en());
  }

  private static String place(Reject reject) {
    if (!reject.sheet().isEmpty()) {
      return sheet(reject);
    }
    String row = reject.file() + ":" + reject.row();
    return reject.columnNumber() == 0
        ? row
        : row + ":" + reject.columnNumber() + " (" + Excerpt.printable(reject.column()) + ")";
  }

  private static String sheet(Reject reject) {
    String sheet = reject.file() + ", sheet " + Excerpt.printable(reject.sheet());
    return reject.columnNumber() == 0
        ? sheet + ", row " + reject.row()
        : sheet
            + ", cell "
            + SheetPlan.cell(reject.columnNumber(), reject.row())
            + " ("
            + Excerpt.printable(reject.column())
            + ")";
  }

  private static List<String> excerpt(Reject reject, char separator) {
    String line = reject.rawLine();
    if (reject.columnNumber() == 0) {
      return List.of(Excerpt.line(reject.row(), shown(line)));
    }
    int at = reject.value().isEmpty() ? -1 : start(reject, separator);
    if (at < 0) {
      return List.of(Excerpt.line(reject.row(), shown(line)));
    }
    int from = shown(line.substring(0, at)).length();
    return Excerpt.caret(reject.row(), shown(line), from, from + reject.value().length());
  }

  /** Tabs between cells as people draw them. */
  private static String shown(String line) {
    return line.replace("\t", " | ");
  }

  /** Where the cell stands in the raw line: the value's occurrence that follows its separators. */
  private static int start(Reject reject, char separator) {
    String line = reject.rawLine();
    int from = 0;
    boolean open = false;
    int cell = 1;
    for (int i = 0; i < line.length() && cell < reject.columnNumber(); i++) {
      char c = line.charAt(i);
      open ^= c == '"';
      if (!open && c == separator) {
        cell++;
        from = i + 1;
      }
    }
    return line.indexOf(reject.value(), from);
  }

  private static Text why(Reject reject, Reason reason) {
    List<String> others = new ArrayList<>(reject.codes().stream().skip(1).map(Enum::name).toList());
    Text found =
        reject.value().isEmpty()
            ? reason.explain()
            : Text.of(
                "读到“" + Excerpt.printable(reject.value()) + "”;" + reason.explain().zh(),
                "found `" + Excerpt.printable(reject.value()) + "`; " + reason.explain().en());
    return others.isEmpty()
        ? found
        : Text.of(
            found.zh() + "(另有 " + String.join(", ", others) + ")",
            found.en() + " (also " + String.join(", ", others) + ")");
  }

  private static Text fix(Reject reject, Reason reason) {
    Text hint = reject.suggestion();
    if (reason.scope() == Reason.Scope.SET && !hint.isEmpty()) {
      return hint;
    }
    return switch (reason) {
      case CODE_SCI ->
          Text.of(
              "在原工作簿中把该列设为“文本”后重新导出" + (hint.isEmpty() ? "" : ";" + hint.zh()),
              "set the column to Text in the original workbook and export again"
                  + (hint.isEmpty() ? "" : "; " + hint.en()));
      case CODE_NAME_ONLY ->
          Text.of(
              "补上代码,或运行 " + hint.zh() + ",填写其中的 decision,再把 code_map.csv 列入研究的 inputs",
              "add the code, or run "
                  + hint.en()
                  + ", fill in its column decision and name code_map.csv among the inputs of the study");
      case NUM_AMBIGUOUS ->
          Text.of(
              "写成 " + hint.zh() + ";含逗号的单元格要加引号",
              "write " + hint.en() + "; quote a cell that holds a comma");
      default ->
          hint.isEmpty()
              ? Text.of("更正该单元格", "correct the cell")
              : Text.of("更正该单元格:" + hint.zh(), "correct the cell: " + hint.en());
    };
  }

  private static Text others(Reject reject, long count) {
    return count < 2
        ? Text.NONE
        : Text.of(";本文件共 " + count + " 行受影响", "; " + count + " rows of this file are affected");
  }
}
