package org.jiedui.export;

import java.math.BigDecimal;

/**
 * Numbers for programs: shortest digits that read back to the same value, never in exponent form.
 */
final class Plain {
  private Plain() {}

  static String number(Object raw) {
    if (raw instanceof Double value) {
      String plain = new BigDecimal(value.toString()).toPlainString();
      return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
    return raw.toString();
  }
}
