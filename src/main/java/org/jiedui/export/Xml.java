package org.jiedui.export;

/** Text for XML and HTML that cannot become markup. */
public final class Xml {
  private Xml() {}

  /** What XML 1.0 does not allow becomes U+FFFD. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> safe.append(escaped(c)));
    return safe.toString();
  }

  static boolean allows(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0x7E
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static String escaped(int c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&#34;";
      case '\'' -> "&#39;";
      default -> allows(c) ? Character.toString(c) : "\uFFFD";
    };
  }
}
