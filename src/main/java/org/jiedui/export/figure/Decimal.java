package org.jiedui.export.figure;

import java.util.Locale;

/** Coordinates as text: two decimals, the same in every language of the machine. */
final class Decimal {
  private Decimal() {}

  static String of(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    if (text.charAt(end - 1) == '.') {
      end--;
    }
    String plain = text.substring(0, end);
    return plain.equals("-0") ? "0" : plain;
  }
}
