package org.jiedui.message;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong: where it stands, what was found, what was expected and how to mend it.
 *
 * <p>Every part but level, code and summary may be empty. {@code place} is {@code
 * file:line:column}, or file, sheet and cell; {@code excerpt} holds the lines shown under it, the
 * caret line included.
 */
public record Problem(
    Level level,
    String code,
    Text summary,
    String place,
    List<String> excerpt,
    Text expected,
    Text why,
    Text fix)
    implements Serializable {

  /** How bad it is. */
  public enum Level {
    ERROR("错误"),
    WARNING("警告"),
    NOTE("提示");

    private final String zh;

    Level(String zh) {
      this.zh = zh;
    }

    String in(Lang lang) {
      return lang == Lang.ZH ? zh : name().toLowerCase(Locale.ROOT);
    }
  }

  public Problem {
    excerpt = List.copyOf(excerpt);
  }

  public static Problem error(String code, Text summary) {
    return new Problem(Level.ERROR, code, summary, "", List.of(), Text.NONE, Text.NONE, Text.NONE);
  }

  public static Problem warning(String code, Text summary) {
    return new Problem(
        Level.WARNING, code, summary, "", List.of(), Text.NONE, Text.NONE, Text.NONE);
  }

  public static Problem note(String code, Text summary) {
    return new Problem(Level.NOTE, code, summary, "", List.of(), Text.NONE, Text.NONE, Text.NONE);
  }

  public Problem at(String newPlace) {
    return new Problem(level, code, summary, newPlace, excerpt, expected, why, fix);
  }

  public Problem showing(String... lines) {
    return new Problem(level, code, summary, place, List.of(lines), expected, why, fix);
  }

  public Problem expected(String zh, String en) {
    return new Problem(level, code, summary, place, excerpt, Text.of(zh, en), why, fix);
  }

  public Problem because(String zh, String en) {
    return new Problem(level, code, summary, place, excerpt, expected, Text.of(zh, en), fix);
  }

  public Problem fix(String zh, String en) {
    return new Problem(level, code, summary, place, excerpt, expected, why, Text.of(zh, en));
  }

  /** The whole message, several lines, no line break at the end. */
  public String in(Lang lang) {
    List<String> lines = new ArrayList<>();
    String colon = lang == Lang.ZH ? ":" : ": ";
    lines.add(level.in(lang) + "[" + code + "]" + colon + summary.in(lang));
    if (!place.isEmpty()) {
      lines.add("  --> " + place);
    }
    excerpt.forEach(line -> lines.add("    " + line));
    part(lines, lang, "应为", "expected", expected);
    part(lines, lang, "影响", "why it matters", why);
    part(lines, lang, "处理", "fix", fix);
    return String.join("\n", lines);
  }

  private static void part(List<String> lines, Lang lang, String zh, String en, Text text) {
    if (!text.isEmpty()) {
      lines.add("    = " + (lang == Lang.ZH ? zh + ":" : en + ": ") + text.in(lang));
    }
  }
}
