package org.jiedui.report;

import java.util.List;
import java.util.Locale;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;

/**
 * What the data of a study say of one shift: a number before and after, their difference, a
 * judgement and a plain sentence.
 */
record Shift(Name name, Text number, Sides sides, Judgement judgement, Text sentence) {
  /** What is said to have shifted, and from what to what. */
  enum Name {
    RELATION(Text.of("关系", "Relation"), Text.of("穿花式→整域性", "criss-cross → whole region")),
    CONTENT(Text.of("内容", "Content"), Text.of("重帮扶→重发展", "relief → development")),
    ALLOCATION(Text.of("要素", "Allocation"), Text.of("择强→均衡", "picking the strong → balance")),
    GRADIENT(Text.of("梯度适配", "Gradient fit"), Text.of("强配弱", "the strong with the weak")),
    MECHANISM(Text.of("机制", "Mechanism"), Text.of("零散化→制度化", "scattered → institutionalised"));

    private final Text word;
    private final Text turn;

    Name(Text word, Text turn) {
      this.word = word;
      this.turn = turn;
    }
  }

  /** How far the data bear a shift. */
  enum Judgement {
    YES(Text.of("有支持", "supported"), Text.of("数据支持这一转变。", "The data support this.")),
    NO(Text.of("无支持", "not supported"), Text.of("数据不支持这一转变。", "The data do not support this.")),
    OPEN(Text.of("无法判断", "undetermined"), Text.of("无法判断。", "This is undetermined."));

    private final Text word;
    private final Text sentence;

    Judgement(Text word, Text sentence) {
      this.word = word;
      this.sentence = sentence;
    }
  }

  /** The number before and after and the difference, as printed; empty where there is none. */
  record Sides(String before, String after, String change) {
    static final Sides NONE = new Sides("", "", "");
  }

  /** A shift that nothing can be said of, with the reason. */
  static Shift open(Name name, Text number, Text reason) {
    return new Shift(name, number, Sides.NONE, Judgement.OPEN, reason);
  }

  static List<PaperTable.Column> columns() {
    return List.of(
        PaperTable.Column.of("shift", "转变", "Shift"),
        PaperTable.Column.of("number", "数字", "Number"),
        PaperTable.Column.of("before", "前", "Before"),
        PaperTable.Column.of("after", "后", "After"),
        PaperTable.Column.of("change", "变化", "Change"),
        PaperTable.Column.of("judgement", "数据", "Data"));
  }

  PaperTable.Row row() {
    return PaperTable.Row.of(
        List.of(
            new Cell.Words(name.word),
            new Cell.Words(number),
            Cell.words(sides.before()),
            Cell.words(sides.after()),
            Cell.words(sides.change()),
            new Cell.Words(judgement.word)));
  }

  Text note() {
    return Text.of(
        "%s(%s):%s。%s"
            .formatted(name.word.zh(), name.turn.zh(), sentence.zh(), judgement.sentence.zh()),
        "%s (%s): %s. %s"
            .formatted(name.word.en(), name.turn.en(), sentence.en(), judgement.sentence.en()));
  }

  /** In per cent, without the sign. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.0f", 100 * share);
  }

  static String percent(double share) {
    return share(share) + "%";
  }

  /** Two decimals and a sign. */
  static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value);
  }

  static String interval(String number, double low, double high) {
    return String.format(Locale.ROOT, "%s [%.2f, %.2f]", number, low, high);
  }

  /** Percentage points with their interval. */
  static String points(double change, double low, double high) {
    return String.format(Locale.ROOT, "%+.1f [%.1f, %.1f]", 100 * change, 100 * low, 100 * high);
  }
}
