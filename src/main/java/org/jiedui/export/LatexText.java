package org.jiedui.export;

import java.util.HashMap;
import java.util.Map;

/** Text for LaTeX that prints as it is: no command, no ligature, no optional argument. */
final class LatexText {
  /** Names, codes and lists of them are long words: they may be broken here. */
  static final String BREAKS_AFTER = "_|";

  private static final Map<Integer, String> WRITTEN = new HashMap<>();

  static {
    put('\\', "\\textbackslash{}");
    put('{', "\\{");
    put('}', "\\}");
    put('$', "\\$");
    put('&', "\\&");
    put('#', "\\#");
    put('^', "\\textasciicircum{}");
    put('_', "\\_\\allowbreak{}");
    put('~', "\\textasciitilde{}");
    put('%', "\\%");
    put('<', "\\textless{}");
    put('>', "\\textgreater{}");
    put('"', "\\textquotedbl{}");
    put('|', "\\textbar{}\\allowbreak{}");
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
    put(0x2248, "\\ensuremath{\\approx}");
    put(0x2260, "\\ensuremath{\\neq}");
    put(0x2190, "\\ensuremath{\\leftarrow}");
    put(0x2192, "\\ensuremath{\\rightarrow}");
    put(0x2713, "\\ensuremath{\\checkmark}");
    put(0x00B2, "\\textsuperscript{2}");
    put(0x00B3, "\\textsuperscript{3}");
    put(0x2014, "\\textemdash{}");
    greek('α', "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi");
    greek('π', "pi rho varsigma sigma tau upsilon varphi chi psi omega");
    String capitals = "ΓΔΘΛΞΠΣΥΦΨΩ";
    String[] names = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(" ");
    for (int i = 0; i < names.length; i++) {
      put(capitals.charAt(i), "\\ensuremath{\\" + names[i] + "}");
    }
  }

  /** Letters that follow one another; the roman fonts of LaTeX have none of them. */
  private static void greek(char first, String names) {
    String[] all = names.split(" ");
    for (int i = 0; i < all.length; i++) {
      put(first + i, "\\ensuremath{\\" + all[i] + "}");
    }
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
