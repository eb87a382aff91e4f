package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Rounding;
import org.jiedui.message.Text;

/** Phrases and numbers that figures share. */
public final class Words {
  private Words() {}

  /** Rounded once, with commas between thousands. */
  static String number(double value, int decimals) {
    return Rounding.grouped(Rounding.fixed(value, decimals)).replace('-', '\u2212');
  }

  /** How many, with commas between thousands. */
  static String count(Number count) {
    return Rounding.grouped(count.toString());
  }

  /** What every figure ends with: what is special to it, the source, the notice. */
  static List<Text> notes(Published published, Text... own) {
    List<Text> notes = new ArrayList<>(List.of(own));
    notes.add(published.source());
    if (!published.notice().isEmpty()) {
      notes.add(Text.of(published.notice().zh() + "。", capital(published.notice().en()) + "."));
    }
    return notes;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The years before and after, as a boundary rule cuts them. */
  public static Text windows(String rule) {
    return switch (rule) {
      case "A" -> windows("1996–2015", "2016–2020", rule);
      case "B" -> windows("1996–2016", "2017–2020", rule);
      case "C" -> windows("1996–2016", "2016–2020", rule);
      case "N" -> windows("1996–2015", "2017–2020", rule);
      default -> Text.of("窗口规则 " + rule + "。", "Boundary rule " + rule + ".");
    };
  }

  private static Text windows(String before, String after, String rule) {
    return Text.of(
        "前期 " + before + "，后期 " + after + "（规则 " + rule + "）。",
        "Before: " + before + "; after: " + after + " (rule " + rule + ").");
  }
}
