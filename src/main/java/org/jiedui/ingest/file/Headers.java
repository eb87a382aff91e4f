package org.jiedui.ingest.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of headers and cells in the form they are compared in: NFKC, no blanks, lower case.
 *
 * @param name the header without its unit
 * @param unit the word in brackets at its end; empty for none
 */
record Headers(String name, String unit) {
  private static final Pattern BRACKETS = Pattern.compile("(.+)\\(([^()]+)\\)");

  /** NFKC, every blank removed, lower case. */
  static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var word = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0xFEFF)
        .forEach(word::appendCodePoint);
    return word.toString().toLowerCase(Locale.ROOT);
  }

  /** Splits {@code 资金（万元）} into name and unit. */
  static Headers of(String header) {
    String word = normal(header);
    Matcher brackets = BRACKETS.matcher(word);
    return brackets.matches()
        ? new Headers(brackets.group(1), brackets.group(2))
        : new Headers(word, "");
  }
}
