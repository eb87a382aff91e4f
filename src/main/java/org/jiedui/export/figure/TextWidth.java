package org.jiedui.export.figure;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.DisplayWidth;

/**
 * How wide words are, without a font: full-width characters take 1 em, ASCII the wider of Helvetica
 * and Noto Sans, everything else between. A layout made with it holds with any usual font.
 */
public final class TextWidth {
  /** Thousandths of an em for the characters from blank to tilde. */
  private static final int[] ASCII = {
    278, 323, 474, 556, 556, 921, 679, 278, 338, 338, 467, 584, 278, 347, 278, 392, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 728, 294, 539, 667, 556, 833, 724, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 338, 392, 338, 584, 559, 606, 563, 618, 511, 620, 556, 326, 566, 608, 275, 276, 553,
    284, 926, 611, 606, 620, 620, 389, 500, 378, 608, 522, 804, 500, 522, 500, 340, 271, 340, 584
  };

  private static final String CLOSING = "，。、；：！？）》」”,.;:!?)%]";
  private static final String OPENING = "（《「“([";

  private TextWidth() {}

  /** In points, at a size in points. */
  public static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
  }

  private static double em(int c) {
    if (c >= 32 && c < 127) {
      return ASCII[c - 32] / 1000.0;
    }
    boolean latin = c < 0x370 || c >= 0x1E00 && c < 0x1F00;
    return DisplayWidth.of(c) == 2 || !latin ? 1 : 0.66;
  }

  /**
   * Lines no wider than the given points: broken at blanks and after any full-width character,
   * never before a closing mark. A single longer word stands alone.
   */
  static List<String> wrapped(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text)) {
      if (line.length() > 0 && of((line + word).stripTrailing(), size) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().strip());
    return lines;
  }

  /** Pieces that are not broken: a Latin word with the blank after it, one full-width character. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      word.appendCodePoint(points[i]);
      boolean last = i + 1 == points.length;
      boolean wide = DisplayWidth.of(points[i]) == 2;
      boolean nextWide = !last && DisplayWidth.of(points[i + 1]) == 2;
      boolean nextCloses = !last && CLOSING.indexOf(points[i + 1]) >= 0;
      boolean opens = OPENING.indexOf(points[i]) >= 0;
      boolean equation =
          points[i] == ' ' && (!last && points[i + 1] == '=' || i > 0 && points[i - 1] == '=');
      if (equation) {
        continue;
      }
      if (last || points[i] == ' ' || (wide || nextWide) && !nextCloses && !opens) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
