package org.jiedui.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jiedui.export.Rounding;
import org.jiedui.ingest.RecordChanges;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.report.Labels;
import org.jiedui.table.FrameChanges;

/**
 * What a new version changed against the one before it, in a few lines: the sums by cause, which
 * close, the records behind the largest changes, and how many cells moved.
 */
record ChangeSummary(
    VersionDiff diff,
    Map<String, Text> names,
    Map<String, Text> units,
    Map<String, Integer> decimals) {
  private static final int RECORDS = 5;

  static ChangeSummary of(VersionDiff diff) {
    Version after = diff.after();
    return new ChangeSummary(
        diff, Labels.indicators(after), Labels.units(after), Labels.decimals(after));
  }

  /** Prints it for a version that is new; the version stands whatever becomes of it. */
  static void tell(Path root, Optional<Version> before, Version after, Printer printer) {
    if (before.isEmpty() || before.get().seq() == after.seq()) {
      return;
    }
    try {
      of(VersionDiff.between(root, before.get(), after)).lines().forEach(printer::line);
    } catch (RuntimeException e) {
      printer.problem(
          Problem.warning(
                  "SUMMARY_FAILED",
                  Text.of(
                      "版本已发布,但无法与上一版比较:" + e,
                      "the version is published, but could not be compared with the one before: "
                          + e))
              .fix("用 jiedui verify 检查上一版", "check the version before with `jiedui verify`"));
    }
  }

  List<Text> lines() {
    long old = diff.before().seq();
    if (diff.isEmpty()) {
      return List.of(Text.of("与第 " + old + " 版相比没有变化", "Nothing changed against version " + old));
    }
    List<Text> lines = new ArrayList<>();
    lines.add(Text.of("与第 " + old + " 版相比的变化:", "Changes against version " + old + ":"));
    diff.sums().forEach(sum -> lines.add(sum(sum)));
    diff.records().stream().limit(RECORDS).forEach(record -> lines.add(record(record)));
    lines.add(cells());
    String command = "jiedui diff " + old + " " + diff.after().seq();
    lines.add(Text.of("  详见 " + command, "  more: " + command));
    return lines;
  }

  private Text sum(VersionDiff.Sum sum) {
    StringJoiner zh = new StringJoiner("、");
    StringJoiner en = new StringJoiner(", ");
    sum.causes()
        .forEach(
            (cause, change) -> {
              Text name = DiffTables.name(cause);
              zh.add(name.zh() + " " + signed(sum.measure(), change));
              en.add(name.en().toLowerCase(Locale.ROOT) + " " + signed(sum.measure(), change));
            });
    if (sum.residue() != 0) {
      zh.add("未解释 " + signed(sum.measure(), sum.residue()));
      en.add("unexplained " + signed(sum.measure(), sum.residue()));
    }
    String total = signed(sum.measure(), sum.total());
    Text name = names.getOrDefault(sum.measure(), Text.same(sum.measure()));
    Text unit = units.getOrDefault(sum.measure(), Text.NONE);
    return Text.of(
        "  " + name.zh() + " " + total + " " + unit.zh() + ":" + zh,
        "  " + name.en() + " " + total + " " + unit.en() + ": " + en);
  }

  private Text record(RecordChanges.Change r) {
    String place =
        r.placeBefore().equals(r.placeAfter()) || r.placeAfter().isEmpty()
            ? r.placeBefore()
            : r.placeBefore().isEmpty() ? r.placeAfter() : r.placeBefore() + " → " + r.placeAfter();
    String what =
        "    "
            + place
            + "  "
            + r.code()
            + " "
            + r.year()
            + " "
            + r.indicator()
            + " "
            + amount(r.indicator(), r.before())
            + " → "
            + amount(r.indicator(), r.after())
            + "  ";
    Text cause = DiffTables.name(r.cause());
    return Text.of(what + cause.zh(), what + cause.en().toLowerCase(Locale.ROOT));
  }

  private Text cells() {
    List<FrameChanges> moved = diff.tables().stream().filter(t -> !t.isEmpty()).toList();
    long cells = moved.stream().mapToLong(t -> t.cells().size()).sum();
    long added = moved.stream().mapToLong(FrameChanges::added).sum();
    long removed = moved.stream().mapToLong(FrameChanges::removed).sum();
    return Text.of(
        "  " + moved.size() + " 张表中改变 " + cells + " 个格,新增 " + added + " 行,去掉 " + removed + " 行",
        "  "
            + cells
            + " cells of "
            + moved.size()
            + " tables changed, "
            + added
            + " rows added, "
            + removed
            + " removed");
  }

  private String signed(String measure, long minor) {
    return (minor > 0 ? "+" : "") + amount(measure, minor);
  }

  private String amount(String measure, long minor) {
    int digits = decimals.getOrDefault(measure, 0);
    return Rounding.grouped(Rounding.fixed(BigDecimal.valueOf(minor, digits), digits));
  }
}
