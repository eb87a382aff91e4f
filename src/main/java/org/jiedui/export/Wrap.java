package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.DisplayWidth;

/** Breaks a text into lines: at blanks, and between wide characters, which need none. */
final class Wrap {
  private Wrap() {}

  /** Width that a text takes when it is broken at this width. */
  static int widest(String text, int width) {
    return at(text, width).stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }

  static List<String> at(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (DisplayWidth.of(rest) > width && end(rest, width) < rest.length()) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** Closing marks stay with what they close. */
  private static boolean opensLineBadly(String text, int at) {
    return at < text.length() && "。,、;:?!)》」』”’%.,;:)".indexOf(text.charAt(at)) >= 0;
  }

  /** Where the first line ends: the last place that may break, or the width itself. */
  private static int end(String text, int width) {
    int used = 0;
    int last = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      used += DisplayWidth.of(c);
      if (used > width) {
        break;
      }
      at += Character.charCount(c);
      if (c == ' ' || DisplayWidth.of(c) == 2 && !opensLineBadly(text, at)) {
        last = at;
      }
    }
    return last > 0 ? last : word(text);
  }

  /** A word longer than the line stays whole: a path or a digest must be copied as it is. */
  private static int word(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text.length() : blank + 1;
  }
}
