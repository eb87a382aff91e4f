package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.Status;

/**
 * What one code means: of a row or file that was not used, or beside a published number. Examples
 * and advice stand in {@code explain.properties} and {@code explain_zh.properties}.
 *
 * @param kind what it speaks of and what follows
 */
record Explanation(String code, Text kind, Text meaning, Text example, Text advice) {
  /** Of all codes, those of files first. */
  static List<Explanation> all() {
    List<Explanation> all = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      all.add(of(reason));
    }
    for (Status status : Status.values()) {
      all.add(of(status));
    }
    return all;
  }

  /** Of some codes, in any case; unknown ones are told together, each with the nearest. */
  static List<Explanation> of(List<String> words) {
    List<Explanation> all = all();
    List<Explanation> found = new ArrayList<>();
    List<Problem> unknown = new ArrayList<>();
    for (String word : words) {
      String code = word.strip().toUpperCase(Locale.ROOT).replaceFirst("=.*$", "");
      all.stream()
          .filter(e -> e.code().equals(code))
          .findFirst()
          .ifPresentOrElse(found::add, () -> unknown.add(unknown(word, code, all)));
    }
    InputException.throwIfAny(ExitCode.USAGE, unknown);
    return found;
  }

  private static Problem unknown(String word, String code, List<Explanation> all) {
    Optional<String> near = Closest.to(code, all.stream().map(Explanation::code).toList());
    return Problem.error("CODE_NAME_UNKNOWN", Text.of("没有这个代码:" + word, "no such code: " + word))
        .fix(
            near.map(n -> "是否指 " + n + "?").orElse("") + "全部代码见 jiedui explain",
            near.map(n -> "did you mean " + n + "? ").orElse("")
                + "jiedui explain lists all codes");
  }

  private static Explanation of(Reason reason) {
    Text meaning =
        Text.of(
            reason.summary().zh() + ";" + reason.explain().zh(),
            reason.summary().en() + "; " + reason.explain().en());
    return new Explanation(
        reason.name(),
        kind(reason),
        meaning,
        text(reason.name() + ".example"),
        text(reason.name() + ".do"));
  }

  private static Explanation of(Status status) {
    return new Explanation(
        status.name(),
        kind(status),
        status.meaning(),
        text(status.name() + ".example"),
        text(status.name() + ".do"));
  }

  private static Text kind(Reason reason) {
    Text level =
        switch (reason.level()) {
          case ERROR ->
              reason.scope() == Reason.Scope.ROW || reason.scope() == Reason.Scope.SET
                  ? Text.of("拒收该行", "the row is rejected")
                  : Text.of("拒收整个文件", "the file is refused");
          case WARNING -> Text.of("警告,不影响读取", "a warning; nothing is lost");
          case NOTE -> Text.of("提示,不影响读取", "a note; nothing is lost");
        };
    return Text.of("原始数据;" + level.zh(), "raw data; " + level.en());
  }

  private static Text kind(Status status) {
    String zh = status.effects().stream().map(Explanation::zh).collect(Collectors.joining("、"));
    String en = status.effects().stream().map(Explanation::en).collect(Collectors.joining(", "));
    return Text.of(
        "结果状态" + (zh.isEmpty() ? "" : ";" + zh),
        "status of a result" + (en.isEmpty() ? "" : "; " + en));
  }

  private static String zh(Status.Effect effect) {
    return switch (effect) {
      case N -> "数值为空";
      case I -> "只缺区间";
      case F -> "数值照列,附标记";
      case R -> "请求被拒绝";
      case X -> "运行中止";
    };
  }

  private static String en(Status.Effect effect) {
    return switch (effect) {
      case N -> "the value is empty";
      case I -> "only the interval is missing";
      case F -> "the value stands, flagged";
      case R -> "the request is refused";
      case X -> "the run ends";
    };
  }

  private static Text text(String key) {
    return Text.of(words(Lang.ZH, key), words(Lang.EN, key));
  }

  private static String words(Lang lang, String key) {
    Locale locale = lang == Lang.ZH ? Locale.CHINESE : Locale.ROOT;
    return ResourceBundle.getBundle(
            "org.jiedui.explain",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
