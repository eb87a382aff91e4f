package org.jiedui.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as they are printed, the same digits in every format.
 *
 * <p>The exact binary value is first taken to 15 significant digits (half to even) and then to the
 * shown decimals (half up), so that 0.285 prints as 0.29 and no digit depends on the Java version.
 */
public final class Rounding {
  private static final MathContext SIGNIFICANT = new MathContext(15, RoundingMode.HALF_EVEN);

  private Rounding() {}

  /** Plain digits with an ASCII point and sign; never minus zero. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a printed number must be finite");
    }
    BigDecimal exact = new BigDecimal(value).round(SIGNIFICANT);
    return shown(exact, decimals);
  }

  /** Exact decimals: minor units over a power of ten. */
  public static String fixed(BigDecimal value, int decimals) {
    return shown(value, decimals);
  }

  /** The same digits with a comma between thousands. */
  public static String grouped(String digits) {
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String rest = point < 0 ? "" : digits.substring(point);
    String sign = whole.startsWith("-") ? "-" : "";
    StringBuilder grouped = new StringBuilder(whole.substring(sign.length()));
    for (int i = grouped.length() - 3; i > 0; i -= 3) {
      grouped.insert(i, ',');
    }
    return sign + grouped + rest;
  }

  private static String shown(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }
}
