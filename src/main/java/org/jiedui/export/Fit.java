package org.jiedui.export;

import java.util.List;
import org.jiedui.message.DisplayWidth;

/**
 * How wide columns become on a page, in half em: words give way, numbers do not. A column is never
 * narrower than its longest word.
 */
final class Fit {
  private static final int WIDEST_HEADING = 12;
  private static final int WIDEST_TEXT = 60;

  private final PrintedTable table;
  private final String breaksAfter;

  Fit(PrintedTable table) {
    this(table, "");
  }

  /**
   * @param breaksAfter the signs that words may be broken after; empty for none
   */
  Fit(PrintedTable table, String breaksAfter) {
    this.table = table;
    this.breaksAfter = breaksAfter;
  }

  /** What the columns want when nothing is broken into lines. */
  int[] natural() {
    int[] widths = new int[table.width()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.min(Math.max(body(i), heading(i)), WIDEST_TEXT);
    }
    return widths;
  }

  /** The same within a page: the widest column of words gives way first. */
  int[] within(int room) {
    int[] widths = natural();
    int total = java.util.stream.IntStream.of(widths).sum();
    while (total > room) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean gives = table.columns().get(i).isText() && widths[i] > least(i);
        if (gives && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return widths;
      }
      widths[widest]--;
      total--;
    }
    return widths;
  }

  /** Lines of a heading that fit into a column of that width. */
  static List<String> wrapped(List<String> heading, int width) {
    return heading.stream().flatMap(line -> Wrap.at(line, width).stream()).toList();
  }

  private int heading(int i) {
    return table.columns().get(i).heading().stream()
        .flatMap(line -> Wrap.at(line, WIDEST_HEADING).stream())
        .mapToInt(Fit::width)
        .max()
        .orElse(0);
  }

  private int body(int i) {
    PrintedColumn column = table.columns().get(i);
    int widest = column.cells().stream().mapToInt(cell -> width(cell.text())).max().orElse(0);
    return column.isNumber() ? Math.max(widest, column.before() + column.after()) : widest;
  }

  private int least(int i) {
    int least = 4;
    for (PrintedCell cell : table.columns().get(i).cells()) {
      least = Math.max(least, widest(cell.text()));
    }
    for (String line : table.columns().get(i).heading()) {
      least = Math.max(least, widest(line));
    }
    return least;
  }

  private int widest(String text) {
    return Wrap.at(parted(text), 4).stream().mapToInt(Fit::width).max().orElse(0);
  }

  private String parted(String text) {
    StringBuilder parts = new StringBuilder();
    text.codePoints()
        .forEach(c -> parts.appendCodePoint(c).append(breaksAfter.indexOf(c) < 0 ? "" : " "));
    return parts.toString();
  }

  /**
   * Half ems in a proportional serif: capitals are wide, and so are signs that Chinese fonts set.
   */
  static int width(String text) {
    double width = 0;
    for (int c : text.codePoints().toArray()) {
      boolean wide = DisplayWidth.of(c) == 2 || c >= 0x2010;
      boolean capital = c >= 'A' && c <= 'Z' || c == '_' || c == 'm' || c == 'w';
      width += wide ? 2 : capital ? 1.4 : DisplayWidth.of(c);
    }
    return (int) Math.ceil(width);
  }
}
