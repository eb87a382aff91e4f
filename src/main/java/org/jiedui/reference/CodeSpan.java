package org.jiedui.reference;

import java.util.Set;
import java.util.TreeSet;
import org.jiedui.message.Problem;

/**
 * One row of a public table of codes: years in which a code named one place, and the base-year
 * codes that hold it.
 *
 * @param from first year
 * @param end first year in which it no longer holds; {@link #OPEN} while it does
 */
record CodeSpan(String code, String name, int from, int end, Set<String> bases, CsvRow row) {
  static final int OPEN = Integer.MAX_VALUE;

  /** Reads a row; a span without years or with wrong codes becomes a problem. */
  static CodeSpan of(CsvRow row, String basesColumn) {
    Set<String> bases = new TreeSet<>();
    for (String code : row.text(basesColumn).split(";")) {
      if (!code.isBlank()) {
        bases.add(code.strip());
      }
    }
    if (!bases.stream().allMatch(CsvRow::isCode)) {
      row.wrong(basesColumn, "以 ; 分隔的 6 位代码", "codes of 6 digits joined by ;");
    }
    int from = row.year("valid_from_year");
    int end =
        row.text("valid_to_year_exclusive").isEmpty() ? OPEN : row.year("valid_to_year_exclusive");
    if (end != 0 && end <= from) {
      row.wrong("valid_to_year_exclusive", "晚于 valid_from_year", "after valid_from_year");
    }
    return new CodeSpan(
        row.code("source_code"), row.required("source_name"), from, end, bases, row);
  }

  boolean holds(int year) {
    return from <= year && year < end;
  }

  boolean meets(CodeSpan other) {
    return from < other.end && other.from < end;
  }

  ChangeLines.Named named() {
    return new ChangeLines.Named(code, name);
  }

  Problem overlap(CodeSpan other) {
    return row.problem(
            "valid_from_year",
            org.jiedui.message.Text.of(
                "与第 " + other.row.line() + " 行同一代码的年份重叠",
                "overlaps in years with the same code in line " + other.row.line()))
        .fix("缩短其中一行的年份", "shorten the years of one of the two rows");
  }
}
