package org.jiedui.reference;

import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** One row of a {@link CsvFile}; what is wrong with a cell is added to the list of problems. */
record CsvRow(
    Path file, long line, List<String> header, List<String> cells, List<Problem> problems) {

  /** Words for how well a fact is known. */
  static final List<String> CONFIDENCE = List.of("high", "medium", "low", "unsure");

  String text(String column) {
    return cells.get(header.indexOf(column)).strip();
  }

  /** The text; a problem when it is empty. */
  String required(String column) {
    if (text(column).isEmpty()) {
      wrong(column, "不可为空", "a value");
    }
    return text(column);
  }

  /** A 6-digit code; a problem and the text itself otherwise. */
  String code(String column) {
    String code = text(column);
    if (!isCode(code)) {
      wrong(column, "6 位数字代码,如 520423", "a code of 6 digits, such as 520423");
    }
    return code;
  }

  /** A calendar year between 1949 and 2100; a problem and 0 otherwise. */
  int year(String column) {
    String text = text(column);
    int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
    if (year < 1949 || year > 2100) {
      wrong(column, "1949 至 2100 的年份", "a year from 1949 to 2100");
      return 0;
    }
    return year;
  }

  /** One of a list of words; a problem with the nearest one otherwise. */
  String word(String column, List<String> known) {
    String word = text(column);
    if (!known.contains(word)) {
      problems.add(
          FactProblems.unknownWord(word, known, "列 " + column, "column " + column)
              .at(place(column))
              .showing(String.join(",", cells)));
    }
    return word;
  }

  void wrong(String column, String expectedZh, String expectedEn) {
    problems.add(
        problem(
                column,
                Text.of(
                    "列 " + column + " 的值\u201c" + text(column) + "\u201d不可用",
                    "value '" + text(column) + "' of column " + column + " cannot be used"))
            .expected(expectedZh, expectedEn));
  }

  Problem problem(String column, Text summary) {
    return Problem.error("REF_VALUE", summary).at(place(column)).showing(String.join(",", cells));
  }

  /** File, line and number of the cell. */
  String place(String column) {
    return file + ":" + line + ":" + (header.indexOf(column) + 1);
  }

  static boolean isCode(String text) {
    return text.length() == 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
