package org.jiedui.export.figure;

import java.util.Locale;

/** White to dark blue by a share: one hue whose lightness alone orders the values. */
final class Tint {
  private static final int[] LIGHT = {0xF4, 0xF8, 0xFB};
  private static final int[] DARK = {0x08, 0x30, 0x6B};

  private Tint() {}

  static String of(double share) {
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < LIGHT.length; i++) {
      long part = Math.round(LIGHT[i] + (DARK[i] - LIGHT[i]) * share);
      colour.append(String.format(Locale.ROOT, "%02X", part));
    }
    return colour.toString();
  }

  /** The colour of words on a tint. */
  static String wordsOn(double share) {
    return share > 0.5 ? "#FFFFFF" : "#000000";
  }
}
