package org.jiedui.ingest.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Text;

/**
 * Reads the number of a cell into whole minor units, exactly, or says why it cannot.
 *
 * <pre>
 * number  = ["¥"] [sign] digits ["." digit+] [scale] [unit]  |  "(" number ")"  : negative
 * digits  = digit+ | digit{1,3} (sep digit{3})+   sep: , blank U+00A0 U+2009 U+202F, one throughout
 * scale   = 千 | 万 | 百万 | 亿     unit = 元 | 人
 * </pre>
 *
 * Digits, sign, point, comma, brackets and ￥ may be full width.
 */
final class NumberGrammar {
  /** Longer ones cannot fit in 64 bits, and would cost time to find that out. */
  private static final int MOST_DIGITS = 60;

  private static final int LARGEST_EXPONENT = 30;
  private static final int LONGEST = 200;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<yen>¥)?(?<sign>[+-])?"
              + "(?<digits>[0-9]++|[0-9]{1,3}(?:(?<sep>[, \u00A0\u2009\u202F])[0-9]{3}(?:\\k<sep>[0-9]{3})*+))"
              + "(?:\\.(?<fraction>[0-9]++))?(?<scale>千|百万|万|亿)?(?<unit>元|人)?");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]++(?:\\.[0-9]*+)?[eE](?<exponent>[+-]?[0-9]++)");

  private final Measure measure;
  private final int pow10;

  /**
   * @param pow10 power of ten from one file unit to minor units
   */
  NumberGrammar(Measure measure, int pow10) {
    this.measure = measure;
    this.pow10 = pow10;
  }

  boolean isFor(Measure other, int otherPow10) {
    return measure == other && pow10 == otherPow10;
  }

  Num read(String cell) {
    Num plain = plain(cell);
    if (plain != null) {
      return plain;
    }
    String text = fold(cell);
    return text.length() <= LONGEST ? full(text) : tooLong(text);
  }

  /** Digits and a point only, short enough for a long: most cells. Null: not of that shape. */
  private Num plain(String cell) {
    int length = cell.length();
    if (length == 0 || length > 15) {
      return null;
    }
    long value = 0;
    int decimals = -1;
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
      } else if (c == '.' && decimals < 0 && i > 0) {
        decimals = 0;
      } else {
        return null;
      }
    }
    int shift = pow10 - Math.max(decimals, 0);
    if (decimals == 0 || shift < 0 || shift + length > 18) {
      return null;
    }
    for (int i = 0; i < shift; i++) {
      value *= 10;
    }
    return Num.of(value);
  }

  private static Num tooLong(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return Num.refused(digits ? Reason.NUM_OVERFLOW : Reason.NUM_SYNTAX);
  }

  private Num full(String text) {
    boolean bracketed = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
    String inner = bracketed ? text.substring(1, text.length() - 1) : text;
    Matcher number = NUMBER.matcher(inner);
    if (number.matches()) {
      if (bracketed && number.group("sign") != null) {
        return ambiguous(
            inner, inner.replaceFirst("[+-]", "-".equals(number.group("sign")) ? "" : "-"));
      }
      return value(number, bracketed);
    }
    Matcher scientific = SCIENTIFIC.matcher(text);
    return scientific.matches() ? scientific(text, scientific) : refused(text);
  }

  private Num value(Matcher number, boolean bracketed) {
    if (contradictsUnit(number)) {
      return Num.refused(
          Reason.UNIT_CONFLICT,
          Text.of(
              "去掉单元格中的单位,按该列的单位填写",
              "leave the unit out and write the number in the unit of the column"));
    }
    String digits = number.group("digits").replaceAll("[^0-9]", "");
    String fraction = number.group("fraction") == null ? "" : number.group("fraction");
    if (digits.length() > MOST_DIGITS) {
      return Num.refused(Reason.NUM_OVERFLOW);
    }
    if (fraction.length() > MOST_DIGITS) {
      return Num.refused(Reason.NUM_SYNTAX);
    }
    var unscaled = new BigInteger(digits + fraction);
    var value = new BigDecimal(unscaled, fraction.length());
    boolean negative = bracketed || "-".equals(number.group("sign"));
    return minorUnits((negative ? value.negate() : value).scaleByPowerOfTen(power(number)));
  }

  /** A suffix speaks of plain yuan or persons: under another unit of the column it contradicts. */
  private boolean contradictsUnit(Matcher number) {
    boolean money = number.group("yen") != null || "元".equals(number.group("unit"));
    boolean people = "人".equals(number.group("unit"));
    if (!money && !people && number.group("scale") == null) {
      return false;
    }
    boolean plainUnit = pow10 == measure.decimals();
    boolean wantsMoney =
        measure.kind() == Measure.Kind.MONEY
            || measure.kind() == Measure.Kind.REAL && measure.unit().equals("元");
    boolean wantsPeople = measure.kind() == Measure.Kind.COUNT;
    return !plainUnit || money && !wantsMoney || people && !wantsPeople;
  }

  private static int power(Matcher number) {
    String scale = number.group("scale");
    if (scale == null) {
      return 0;
    }
    return switch (scale) {
      case "千" -> 3;
      case "万" -> 4;
      case "百万" -> 6;
      default -> 8;
    };
  }

  private Num minorUnits(BigDecimal value) {
    BigDecimal exact = value.scaleByPowerOfTen(pow10);
    BigDecimal rounded = exact.setScale(0, RoundingMode.HALF_UP);
    if (rounded.unscaledValue().bitLength() > 63) {
      return Num.refused(Reason.NUM_OVERFLOW);
    }
    if (rounded.compareTo(exact) == 0) {
      return Num.of(rounded.longValueExact());
    }
    return measure.kind() == Measure.Kind.COUNT
        ? Num.refused(Reason.NUM_FRACTION)
        : Num.rounded(rounded.longValueExact(), exact.subtract(rounded).stripTrailingZeros());
  }

  private Num scientific(String text, Matcher number) {
    String exponent = number.group("exponent");
    if (exponent.length() > 4
        || Math.abs(Integer.parseInt(exponent)) > LARGEST_EXPONENT
        || text.length() > MOST_DIGITS) {
      return Num.refused(Reason.NUM_SYNTAX);
    }
    var value = new BigDecimal(text.replaceFirst("\\.[eE]", "E"));
    return measure.kind() == Measure.Kind.REAL
        ? minorUnits(value)
        : Num.refused(Reason.NUM_SCI, Suggestion.approximately(value.toPlainString()));
  }

  private Num refused(String text) {
    if (Suggestion.AMBIGUOUS.matcher(text).matches()) {
      return ambiguous(Suggestion.lastIsDecimal(text), Suggestion.commasGroup(text));
    }
    if (text.endsWith("人次") && measure.kind() == Measure.Kind.COUNT) {
      return Num.refused(Reason.MEASURE_CONFLICT);
    }
    return Num.refused(Reason.NUM_SYNTAX, Suggestion.likely(text));
  }

  private static Num ambiguous(String one, String other) {
    return Num.refused(Reason.NUM_AMBIGUOUS, Text.of(one + " 或 " + other, one + " or " + other));
  }

  /** NFKC of the characters of the grammar only, outer blanks removed; U+2212 is a minus. */
  static String fold(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    var folded = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      folded.append(fold(cell.charAt(i)));
    }
    return folded.toString();
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static char fold(char c) {
    if (c >= '０' && c <= '９') {
      return (char) (c - '０' + '0');
    }
    return switch (c) {
      case '＋' -> '+';
      case '－', '\u2212' -> '-';
      case '．' -> '.';
      case '，' -> ',';
      case '（' -> '(';
      case '）' -> ')';
      case '￥' -> '¥';
      default -> c;
    };
  }
}
