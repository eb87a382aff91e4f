package org.jiedui.ingest.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Text;

/**
 * The likely reading of a cell that is not read: it helps the one who mends it, and is never used.
 */
final class Suggestion {
  /** Digits with points and commas that follow no rule. */
  static final Pattern AMBIGUOUS = Pattern.compile("[+-]?[0-9]++(?:[.,][0-9]++)++");

  private static final Pattern DIGITS = Pattern.compile("[0-9][0-9, ]*+(?:\\.[0-9]++)?|\\.[0-9]++");
  private static final String NUMERALS = "零一二三四五六七八九";

  private Suggestion() {}

  /** {@code 1.234,5} as 1234.5. */
  static String lastIsDecimal(String text) {
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    return text.substring(0, last).replaceAll("[.,]", "") + "." + text.substring(last + 1);
  }

  /** {@code 1.234,5} as 1.2345; {@code 1.234.567} as 1234567. */
  static String commasGroup(String text) {
    String withoutCommas = text.replace(",", "");
    return withoutCommas.indexOf('.') == withoutCommas.lastIndexOf('.')
        ? withoutCommas
        : withoutCommas.replace(".", "");
  }

  static Text approximately(String number) {
    return Text.of("约 " + number + ",末位已丢失", "about " + number + "; its last digits are gone");
  }

  /** The only number in a text, in digits or in Chinese numerals; none when there are several. */
  static Text likely(String text) {
    if (text.length() > 100) {
      return Text.NONE;
    }
    Matcher digits = DIGITS.matcher(text);
    if (digits.find()) {
      String number = digits.group().replaceAll("[, ]", "");
      boolean negative = digits.start() > 0 && text.charAt(digits.start() - 1) == '-';
      String whole = (negative ? "-" : "") + (number.startsWith(".") ? "0" : "") + number;
      return digits.find() ? Text.NONE : Text.same(whole);
    }
    long numeral = numeral(text.replace("元", "").replace("人", ""));
    return numeral < 0 ? Text.NONE : Text.same(Long.toString(numeral));
  }

  /** Value of {@code 一千二百}; -1 when it is not written so. */
  static long numeral(String text) {
    long total = 0;
    long section = 0;
    long digit = 0;
    for (char c : text.replace('两', '二').toCharArray()) {
      if (NUMERALS.indexOf(c) >= 0) {
        digit = NUMERALS.indexOf(c);
      } else if (c == '十' || c == '百' || c == '千') {
        section += (digit == 0 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
        digit = 0;
      } else if (c == '万' || c == '亿') {
        total = (total + section + digit) * (c == '万' ? 10_000L : 100_000_000L);
        section = 0;
        digit = 0;
      } else {
        return -1;
      }
    }
    return text.isEmpty() ? -1 : total + section + digit;
  }
}
