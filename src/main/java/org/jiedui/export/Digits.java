package org.jiedui.export;

/**
 * A printed number taken apart: what stands before it, its plain ASCII digits, what stands after.
 *
 * @param groups whether thousands are set apart
 */
public record Digits(String before, String plain, String after, boolean groups) {
  static Digits grouped(String plain) {
    return new Digits("", plain, "", true);
  }

  /** For years and codes. */
  static Digits plain(String plain) {
    return new Digits("", plain, "", false);
  }

  Digits between(String left, String right) {
    return new Digits(left, plain, right, groups);
  }

  /** With an ASCII comma between thousands. */
  String shown() {
    return before + (groups ? Rounding.grouped(plain) : plain) + after;
  }

  int whole() {
    int point = plain.indexOf('.');
    return (point < 0 ? plain.length() : point) - (isNegative() ? 1 : 0);
  }

  int decimals() {
    int point = plain.indexOf('.');
    return point < 0 ? 0 : plain.length() - point - 1;
  }

  boolean isNegative() {
    return plain.startsWith("-");
  }
}
