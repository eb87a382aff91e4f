package org.jiedui.export;

import java.util.Optional;
import org.jiedui.message.Lang;

/**
 * A cell in the words and digits of one style; a format only escapes and aligns it.
 *
 * @param text all of it, minus as ASCII hyphen, thousands set apart
 * @param digits the number taken apart, marks included in what stands after it
 * @param tabular whether it is made of numbers: digits, or an interval
 * @param over rows that it stands over: more than one for words said once, 0 where they stand above
 */
record PrintedCell(String text, Optional<Digits> digits, boolean tabular, Cell cell, int over) {
  static final String MINUS = "\u2212";

  static PrintedCell of(Cell cell, Style style) {
    Lang lang = style.lang();
    Cell plain = plain(cell);
    String marks = marks(cell, style);
    boolean interval = plain instanceof Cell.Interval;
    Optional<Digits> digits = plain.number().map(d -> d.between(d.before(), d.after() + marks));
    String shown = digits.map(Digits::shown).orElseGet(() -> plain.shown(lang) + marks);
    boolean tabular = interval || digits.isPresent();
    return new PrintedCell(
        tabular ? apart(shown, interval, style) : shown, digits, tabular, plain, 1);
  }

  PrintedCell over(int rows) {
    return new PrintedCell(text, digits, tabular, cell, rows);
  }

  static Cell plain(Cell cell) {
    return cell instanceof Cell.Marked marked ? marked.cell() : cell;
  }

  boolean isAbsent() {
    return cell instanceof Cell.Absent;
  }

  /** What of a number stands before its point. */
  String before() {
    return text.substring(0, point());
  }

  /** What of a number stands from its point on. */
  String after() {
    return text.substring(point());
  }

  private int point() {
    int point = text.indexOf('.');
    return point < 0 ? text.length() - digits.orElseThrow().after().length() : point;
  }

  /** With the true minus sign, for formats that typeset Unicode. */
  String typeset() {
    return tabular ? text.replace("-", MINUS) : text;
  }

  /** The comma between the ends of an interval is followed by a blank and stays. */
  private static String apart(String shown, boolean interval, Style style) {
    return interval
        ? shown.replaceAll(",(?=\\d)", style.thousands().mark())
        : shown.replace(",", style.thousands().mark());
  }

  private static String marks(Cell cell, Style style) {
    if (!(cell instanceof Cell.Marked marked)) {
      return "";
    }
    String stars = style.stars() == Style.Stars.ON ? "*".repeat(marked.stars()) : "";
    return stars + String.join(",", marked.marks());
  }
}
