package org.jiedui.ingest.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Text;

/** Reads an administrative code: 6 digits, as text. Whether it exists is asked elsewhere. */
final class CodeGrammar {
  private static final Pattern EXACT = Pattern.compile("'?([0-9]{6})");
  private static final Pattern TWELVE = Pattern.compile("([0-9]{6})000000");
  private static final Pattern FLOAT = Pattern.compile("([0-9]{6})\\.0+");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[0-9]++(?:\\.[0-9]*+)?[eE]\\+?[0-9]++");
  private static final Pattern SHORT = Pattern.compile("[0-9]{1,5}");

  private CodeGrammar() {}

  static Num read(String cell) {
    Num plain = cell.length() == 6 ? plain(cell) : null;
    return plain != null ? plain : full(NumberGrammar.fold(cell));
  }

  private static Num plain(String cell) {
    int code = 0;
    for (int i = 0; i < 6; i++) {
      int digit = cell.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      code = code * 10 + digit;
    }
    return first(code, null);
  }

  private static Num full(String text) {
    Matcher exact = EXACT.matcher(text);
    if (exact.matches()) {
      return first(Integer.parseInt(exact.group(1)), null);
    }
    Matcher twelve = TWELVE.matcher(text);
    if (twelve.matches()) {
      return first(Integer.parseInt(twelve.group(1)), Reason.CODE_12DIGIT);
    }
    Matcher floating = FLOAT.matcher(text);
    if (floating.matches()) {
      return first(Integer.parseInt(floating.group(1)), Reason.CODE_FLOAT);
    }
    return SCIENTIFIC.matcher(text).matches()
        ? Num.refused(Reason.CODE_SCI)
        : Num.refused(Reason.CODE_SYNTAX, hint(text));
  }

  /** No code begins with 0: province codes start at 11. */
  private static Num first(int code, Reason flag) {
    return code < 100_000
        ? Num.refused(
            Reason.CODE_SYNTAX,
            Text.of("代码不以 0 开头,多半缺了一位", "no code begins with 0; a digit is probably lost"))
        : Num.flagged(code, flag);
  }

  private static Text hint(String text) {
    if (!SHORT.matcher(text).matches()) {
      return Text.NONE;
    }
    String padded = (text + "000000").substring(0, 6);
    return Text.of(
        "只有 " + text.length() + " 位,多半丢了 0(如 " + padded + "),请查原表",
        "only "
            + text.length()
            + " digits: a zero is probably lost (as in "
            + padded
            + "); look in the original");
  }
}
