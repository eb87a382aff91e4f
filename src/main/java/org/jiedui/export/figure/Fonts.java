package org.jiedui.export.figure;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Which fonts a figure asks for: those of {@code --font} first, then what usually holds Chinese.
 */
public record Fonts(List<String> asked) {
  private static final List<String> CHINESE =
      List.of("Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "SimSun");
  private static final List<String> LATIN = List.of("Arial", "sans-serif");

  public static final Fonts USUAL = new Fonts(List.of());

  public Fonts {
    asked = List.copyOf(asked);
  }

  /** The font list of an SVG: it is resolved where the file is opened. */
  public String css() {
    Set<String> names = new LinkedHashSet<>(asked);
    names.addAll(CHINESE);
    names.addAll(LATIN);
    return names.stream()
        .map(name -> name.replaceAll("[\"'\\\\;]", ""))
        .map(name -> name.contains(" ") ? "'" + name + "'" : name)
        .collect(Collectors.joining(", "));
  }

  /** The first of these fonts that this machine has, for formats that hold glyphs. */
  public Optional<Font> installed() {
    Set<String> families = families();
    return Stream.concat(asked.stream(), CHINESE.stream())
        .filter(families::contains)
        .findFirst()
        .map(name -> new Font(name, Font.PLAIN, 1));
  }

  /** Those asked for that this machine has not: an SVG may still find them where it is opened. */
  public List<String> absent() {
    Set<String> families = asked.isEmpty() ? Set.of() : families();
    return asked.stream().filter(name -> !families.contains(name)).toList();
  }

  private static Set<String> families() {
    return new TreeSet<>(
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
  }

  /** That a font asked for is not here, and what PDF and PNG are set in instead. */
  public static Problem absent(String name) {
    return Problem.warning(
            "FONT_ABSENT",
            Text.of(
                "没有安装字体 " + name + ",PDF 和 PNG 改用下一种",
                "font " + name + " is not installed: PDF and PNG use the next one"))
        .fix(
            "用 fc-list :lang=zh family 查看已安装的字体",
            "fc-list :lang=zh family tells which fonts there are");
  }

  /** Why there is neither PDF nor PNG on this machine, and what mends it. */
  public static Problem missing() {
    return Problem.warning(
            "FONT_MISSING",
            Text.of(
                "没有找到中文字体,未生成 PDF 和 PNG", "no font with Chinese is installed: no PDF and no PNG"))
        .fix(
            "安装 Debian 软件包 fonts-noto-cjk,或用 --font 指定已安装的字体",
            "install the Debian package fonts-noto-cjk, or name an installed font with --font");
  }
}
