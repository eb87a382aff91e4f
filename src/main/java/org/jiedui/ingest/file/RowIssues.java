package org.jiedui.ingest.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiedui.message.Closest;
import org.jiedui.message.Text;

/** Everything that is wrong with one row, until it ends as one reject. */
final class RowIssues {
  private record Issue(Slot slot, Reason reason, Text expected, Text suggestion, String value) {}

  private static final Pattern JOINABLE = Pattern.compile("[¥￥]?[+-]?[0-9]{1,3}");
  private static final Pattern JOINED = Pattern.compile("[0-9]++(\\.[0-9]++)?");

  private final Layout layout;
  private final List<Issue> issues = new ArrayList<>();
  private List<String> cells = List.of();
  private boolean total;

  RowIssues(Layout layout) {
    this.layout = layout;
  }

  void clear() {
    issues.clear();
    cells = List.of();
    total = false;
  }

  boolean any() {
    return !issues.isEmpty();
  }

  void total() {
    total = true;
  }

  boolean isTotal() {
    return total;
  }

  void remember(List<String> row) {
    cells = row;
  }

  void row(Reason reason) {
    issues.add(new Issue(null, reason, Text.NONE, Text.NONE, ""));
  }

  void cell(Slot slot, Reason reason, Text suggestion) {
    issues.add(new Issue(slot, reason, Expected.of(slot, slot.measure()), suggestion, null));
  }

  void revision(Slot slot) {
    issues.add(new Issue(slot, Reason.NUM_RANGE, Text.same("0–99"), Text.NONE, null));
  }

  void amount(Slot slot, Measure measure, Num num) {
    issues.add(new Issue(slot, num.error(), Expected.of(slot, measure), num.suggestion(), null));
  }

  void range(Slot slot, Measure measure) {
    issues.add(new Issue(slot, Reason.NUM_RANGE, Expected.range(measure), Text.NONE, null));
  }

  void unit(Slot slot, Reason reason, String unitCell) {
    Slot at = unitCell.isEmpty() ? slot : layout.slot(Role.UNIT).orElse(slot);
    issues.add(new Issue(at, reason, Expected.unit(), Text.NONE, null));
  }

  void word(Slot slot, String cell, Set<String> known) {
    Optional<String> nearest = Closest.to(Headers.normal(cell), known);
    issues.add(
        new Issue(
            slot,
            Reason.WORD_UNKNOWN,
            Text.same(String.join(", ", known.stream().limit(20).toList())),
            nearest.map(Text::same).orElse(Text.NONE),
            null));
  }

  /** Names of provinces resemble each other: the nearest one is no hint. */
  void donor(Slot slot, Set<String> known) {
    issues.add(
        new Issue(
            slot,
            Reason.WORD_UNKNOWN,
            Text.same(String.join(", ", known)),
            Text.of(
                "填写代码,或在 conf/schema.conf 的 donors 中写明该名称的代码",
                "give the code, or say the code of this name under donors in conf/schema.conf"),
            null));
  }

  void damaged(String sign, List<String> row) {
    Slot at =
        layout.slots().stream()
            .filter(s -> s.position() < row.size() && row.get(s.position()).contains(sign))
            .findFirst()
            .orElse(null);
    issues.add(
        new Issue(
            at,
            Reason.ENC_DAMAGED,
            Text.of("完好的文字", "undamaged text"),
            Text.of("从原文件重新导出", "export it again from the original"),
            at == null ? sign : null));
  }

  /** Too many or too few cells; says so when two neighbours look like one number cut in two. */
  void wrongCount(List<String> row) {
    int expected = layout.slots().size();
    boolean extra = row.size() > expected;
    Text count =
        Text.of(expected + " 个单元格,实际 " + row.size(), expected + " cells, found " + row.size());
    Text hint = Text.NONE;
    if (row.size() == expected + 1 && layout.separator() == ',' && !Pii.in(layout)) {
      hint = joined(row);
    }
    issues.add(new Issue(null, extra ? Reason.CELL_EXTRA : Reason.CELL_MISSING, count, hint, ""));
  }

  private Text joined(List<String> row) {
    for (Slot slot : layout.slots()) {
      boolean amount = slot.role() == Role.MEASURE || slot.role() == Role.AMOUNT;
      int at = slot.position();
      if (amount
          && JOINABLE.matcher(row.get(at)).matches()
          && JOINED.matcher(row.get(at + 1)).matches()
          && restFits(row, at)) {
        return joined(slot, row.get(at) + "," + row.get(at + 1));
      }
    }
    return Text.NONE;
  }

  /** With the two cells joined, the amounts after them are numbers or nothing. */
  private boolean restFits(List<String> row, int joined) {
    return layout.slots().stream()
        .filter(s -> s.position() > joined && s.role() == Role.MEASURE)
        .map(s -> row.get(s.position() + 1).strip())
        .allMatch(c -> layout.missing().contains(c) || JOINED.matcher(c).matches());
  }

  private Text joined(Slot slot, String value) {
    Measure measure =
        slot.measure() != null
            ? slot.measure()
            : layout.words().indicators().values().iterator().next();
    Num num = new NumberGrammar(measure, Math.max(slot.pow10(), measure.decimals())).read(value);
    if (num.error() == Reason.NUM_AMBIGUOUS) {
      issues.add(new Issue(slot, num.error(), Expected.of(slot, measure), num.suggestion(), value));
    }
    return Text.of(
        "含逗号的单元格要加引号:\"" + value + "\"", "quote a cell that holds a comma: \"" + value + "\"");
  }

  Reject reject(long line, String rawLine, List<Amount> amounts) {
    Issue first = issues.get(0);
    int number = first.slot() == null ? 0 : first.slot().number();
    String column = first.slot() == null ? "" : name(first.slot());
    return new Reject(
        Reject.id(layout.sha256(), line + ":" + number, column),
        layout.file(),
        layout.sheet().name(),
        layout.sheet().row(line),
        number,
        column,
        issues.stream().map(Issue::reason).distinct().toList(),
        value(first),
        rawLine,
        first.expected(),
        first.suggestion(),
        amounts);
  }

  private static String name(Slot slot) {
    return slot.column().isEmpty() ? slot.header() : slot.column();
  }

  private String value(Issue issue) {
    if (issue.slot() != null && issue.slot().role().isPersonal()) {
      return Pii.MARK;
    }
    boolean inCells = issue.value() == null && issue.slot().position() < cells.size();
    return inCells
        ? cells.get(issue.slot().position())
        : issue.value() == null ? "" : issue.value();
  }

  /** A whole-number bound of a measure in its own unit, as people write it. */
  static String inUnit(long minorUnits, Measure measure) {
    return BigDecimal.valueOf(minorUnits, measure.decimals()).stripTrailingZeros().toPlainString();
  }
}
