package org.jiedui.export.figure;

import java.awt.Font;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Refuses a font that lacks a character of a picture: a box in a paper is worse than no figure. */
final class Glyphs {
  private Glyphs() {}

  static void check(Picture picture, Font font) {
    Set<Integer> absent = new TreeSet<>();
    for (Picture.Words words : picture.words()) {
      words.text().codePoints().filter(c -> !font.canDisplay(c)).forEach(absent::add);
    }
    if (!absent.isEmpty()) {
      throw new InputException(ExitCode.USAGE, problem(picture, font, absent));
    }
  }

  private static Problem problem(Picture picture, Font font, Set<Integer> absent) {
    String characters =
        absent.stream()
            .map(c -> Character.toString(c) + " (U+%04X)".formatted(c))
            .collect(Collectors.joining(", "));
    return Problem.error(
            "GLYPH_MISSING",
            Text.of(
                "图 " + picture.id() + ":字体 " + font.getFamily() + " 缺少字符 " + characters,
                "figure " + picture.id() + ": font " + font.getFamily() + " lacks " + characters))
        .fix("用 --font 指定含有这些字符的字体", "name a font that has them with --font");
  }
}
