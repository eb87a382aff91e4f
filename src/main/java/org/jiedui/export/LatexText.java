package org.jiedui.export;

import java.util.HashMap;
import java.util.Map;

/** Text for LaTeX that prints as it is: no command, no ligature, no optional argument. */
final class LatexText {
  private static final Map<Integer, String> WRITTEN = new HashMap<>();

  static {
    put('\\', "\\textbackslash{}");
    put('{', "\\{");
    put('}', "\\}");
    put('$', "\\$");
    put('&', "\\&");
    put('#', "\\#");
    put('^', "\\textasciicircum{}");
    put('_', "\\_");
    put('~', "\\textasciitilde{}");
    put('%', "\\%");
    put('<', "\\textless{}");
    put('>', "\\textgreater{}");
    put('"', "\\textquotedbl{}");
    put('|', "\\textbar{}");
    put('`', "\\textasciigrave{}");
    put('\'', "\\textquotesingle{}");
    put('[', "{[}");
    put(']', "{]}");
    put('*', "{*}");
    put('-', "-{}");
    put(0x00A0, "~");
    put(0x2009, "\\,");
    put(0x2212, "\\ensuremath{-}");
    put(0x2265, "\\ensuremath{\\geq}");
    put(0x2264, "\\ensuremath{\\leq}");
    put(0x00D7, "\\ensuremath{\\times}");
    put(0x00F7, "\\ensuremath{\\div}");
    put(0x00B1, "\\ensuremath{\\pm}");
    put(0x2192, "\\ensuremath{\\rightarrow}");
    put(0x2713, "\\ensuremath{\\checkmark}");
    put(0x00B2, "\\textsuperscript{2}");
    put(0x00B3, "\\textsuperscript{3}");
    put(0x03B7, "\\ensuremath{\\eta}");
    put(0x03B1, "\\ensuremath{\\alpha}");
    put(0x03B2, "\\ensuremath{\\beta}");
    put(0x03C3, "\\ensuremath{\\sigma}");
    put(0x03C7, "\\ensuremath{\\chi}");
    put(0x2014, "\\textemdash{}");
  }

  private LatexText() {}

  private static void put(int c, String written) {
    WRITTEN.put(c, written);
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> safe.append(escaped(c)));
    return safe.toString();
  }

  /** Control characters have no glyph and are left out; breaks are blanks. */
  private static String escaped(int c) {
    if (Character.isWhitespace(c)) {
      return " ";
    }
    boolean dropped = !Xml.allows(c) || Character.getType(c) == Character.FORMAT;
    return dropped ? "" : WRITTEN.getOrDefault(c, Character.toString(c));
  }
}
