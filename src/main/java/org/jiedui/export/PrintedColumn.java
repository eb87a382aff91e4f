package org.jiedui.export;

import java.util.List;
import java.util.function.Function;

/**
 * A column as it is printed: its heading, and the room that its digits need.
 *
 * @param whole most digits before the point
 * @param decimals most digits after the point
 * @param before most characters before the point, signs and marks of thousands included
 * @param after most characters from the point on, stars and marks included
 */
record PrintedColumn(
    String id,
    List<String> heading,
    Kind kind,
    int whole,
    int decimals,
    int before,
    int after,
    boolean hasMinus,
    boolean groups,
    List<PrintedCell> cells) {

  /** How a column is aligned. */
  enum Kind {
    /** On the point. */
    NUMBER,
    /** Centred: intervals, and columns of nothing but missing values. */
    CENTRED,
    /** On the left. */
    TEXT
  }

  static PrintedColumn of(PaperTable.Column column, List<String> heading, List<PrintedCell> cells) {
    List<Digits> digits = cells.stream().flatMap(cell -> cell.digits().stream()).toList();
    return new PrintedColumn(
        column.id(),
        heading,
        kind(cells, digits.size()),
        digits.stream().mapToInt(Digits::whole).max().orElse(0),
        digits.stream().mapToInt(Digits::decimals).max().orElse(0),
        most(cells, PrintedCell::before),
        most(cells, PrintedCell::after),
        digits.stream().anyMatch(Digits::isNegative),
        digits.stream().anyMatch(Digits::groups),
        cells);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  private static int most(List<PrintedCell> cells, Function<PrintedCell, String> part) {
    return cells.stream()
        .filter(cell -> cell.digits().isPresent())
        .mapToInt(cell -> Fit.width(part.apply(cell)))
        .max()
        .orElse(0);
  }

  /** A column with words in it is one of words, unless most of it are numbers. */
  private static Kind kind(List<PrintedCell> cells, int numbers) {
    long words =
        cells.stream()
            .filter(cell -> !cell.tabular() && !cell.isAbsent() && !cell.text().isEmpty())
            .count();
    boolean any = cells.stream().anyMatch(cell -> cell.tabular() || cell.isAbsent());
    if (words > numbers || !any) {
      return Kind.TEXT;
    }
    return numbers > 0 ? Kind.NUMBER : Kind.CENTRED;
  }
}
