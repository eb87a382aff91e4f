package org.jiedui.export.figure;

/** Text that cannot become markup; what XML 1.0 does not allow becomes U+FFFD. */
public final class Markup {
  private Markup() {}

  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> safe.append(escaped(c)));
    return safe.toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&#34;";
      case '\'' -> "&#39;";
      default -> allowed(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  private static boolean allowed(int c) {
    return c == 9
        || c == 10
        || c == 13
        || c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
