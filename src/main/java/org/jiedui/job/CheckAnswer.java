package org.jiedui.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.Check;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Slot;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;

/** What {@code check} says: the files as understood, every cause, and all of it in one line. */
final class CheckAnswer {
  /** With more files than that the columns and first rows are left out. */
  private static final int FILES_IN_FULL = 3;

  private final Printer printer;
  private final Indicators indicators;

  CheckAnswer(Printer printer, Indicators indicators) {
    this.printer = printer;
    this.indicators = indicators;
  }

  void print(Check.Result result) {
    if (!printer.forPeople()) {
      printer.table(table(result));
      return;
    }
    result.files().forEach(f -> file(f, result.files().size() <= FILES_IN_FULL));
    printer.line(Text.NONE);
    result.causes().forEach(this::cause);
    if (!result.duplicatesChecked()) {
      printer.line(
          Text.of(
              "记录超过 200 万条,未检查重复;ingest 会检查",
              "more than 2 million records: duplicates were not checked; ingest does"));
    }
    printer.line(summary(result));
  }

  /** Only the files, each with its columns and first rows. */
  void understood(Check.Result result) {
    if (printer.forPeople()) {
      result.files().forEach(f -> file(f, true));
      printer.line(Text.NONE);
    }
  }

  private void file(Check.CheckedFile file, boolean inFull) {
    printer.line(line(file));
    if (inFull && !file.layouts().isEmpty()) {
      file.layouts().forEach(l -> printer.line(Text.same("    " + columns(l))));
      file.first()
          .forEach(
              r -> {
                long row = SourceRows.layout(file.layouts(), r.line).rowOf(r.line);
                printer.line(Text.of("    " + zh(row, r), "    " + en(row, r)));
              });
    }
  }

  private static Text line(Check.CheckedFile file) {
    String name = file.input().path().getFileName().toString();
    if (file.refused()) {
      return Text.of(name + ":整个文件不可用", name + ": cannot be used as a whole");
    }
    long read = file.tally().rows(Tally.Place.READ);
    long used = file.tally().rows(Tally.Place.ACCEPTED) - apart(file);
    String evidence = file.scan().encodingEvidence();
    String charset = file.scan().charset();
    String how = charset.isEmpty() ? evidence : charset + " (" + evidence + ")";
    return Text.of(
        "%s:%s;读入 %,d 行,可用 %,d,拒收 %,d".formatted(name, how, read, used, file.rejected()),
        "%s: %s; %,d rows read, %,d usable, %,d rejected"
            .formatted(name, how, read, used, file.rejected()));
  }

  /** Rows that the parser took and that fail by their codes or beside others. */
  private static long apart(Check.CheckedFile file) {
    return file.rejected() - file.tally().rows(Tally.Place.REJECTED);
  }

  private static String columns(Layout layout) {
    String sheet = layout.sheetName().isEmpty() ? "" : "[" + layout.sheetName() + "] ";
    return sheet
        + layout.slots().stream()
            .filter(s -> !s.column().isEmpty())
            .map(s -> s.column() + " ← " + s.header() + unit(s))
            .collect(Collectors.joining(", "));
  }

  private static String unit(Slot slot) {
    return slot.pow10() > 0 ? " (×10^" + slot.pow10() + ")" : "";
  }

  private String zh(long row, LandedRecord r) {
    return "第 " + row + " 行 → " + understood(r, Lang.ZH);
  }

  private String en(long row, LandedRecord r) {
    return "line " + row + " → " + understood(r, Lang.EN);
  }

  private String understood(LandedRecord r, Lang lang) {
    List<String> words = new ArrayList<>();
    words.add(r.years());
    words.add(String.format(Locale.ROOT, "%06d", r.recipientCode));
    if (r.donorCode > 0) {
      words.add("← " + String.format(Locale.ROOT, "%06d", r.donorCode));
    }
    Indicator indicator = indicators.find(r.indicator).orElseThrow();
    words.add(indicator.label().in(lang));
    words.add(
        BigDecimal.valueOf(r.amount, indicator.decimals()).toPlainString()
            + " "
            + indicator.unit().in(lang));
    return String.join(" · ", words);
  }

  private void cause(Check.Cause cause) {
    for (Problem problem : cause.shown()) {
      printer.line(Text.of(problem.in(Lang.ZH), problem.in(Lang.EN)));
    }
    long more = cause.count() - cause.shown().size();
    if (more > 0 && cause.shown().isEmpty()) {
      printer.line(
          Text.of(
              cause.code() + ":与其他原因同在 " + cause.count() + " 行",
              cause.code() + ": beside another reason in " + cause.count() + " rows"));
    } else if (more > 0 && cause.shown().size() == Check.SHOWN) {
      printer.line(
          Text.of(
              "…… " + cause.code() + " 共 " + cause.count() + " 处,以上为前 " + Check.SHOWN + " 处",
              "... "
                  + cause.count()
                  + " of "
                  + cause.code()
                  + " in all; the first "
                  + Check.SHOWN
                  + " are shown"));
    }
    printer.line(Text.NONE);
  }

  /** Everything once more, in one line. */
  private static Text summary(Check.Result result) {
    long refused = result.files().stream().filter(Check.CheckedFile::refused).count();
    long read = result.files().stream().mapToLong(f -> f.tally().rows(Tally.Place.READ)).sum();
    long rejected = result.files().stream().mapToLong(Check.CheckedFile::rejected).sum();
    String counts =
        result.causes().stream()
            .map(c -> c.code() + " " + c.count())
            .collect(Collectors.joining(", "));
    String tail = counts.isEmpty() ? "" : ": " + counts;
    ExitCode exit = result.exit();
    return Text.of(
        "检查完毕:%,d 个文件(%,d 个不可用),%,d 行,拒收 %,d 行,退出码 %d%s"
            .formatted(result.files().size(), refused, read, rejected, exit.code(), tail),
        "checked: %,d files (%,d unusable), %,d rows, %,d rejected, exit code %d%s"
            .formatted(result.files().size(), refused, read, rejected, exit.code(), tail));
  }

  private static PaperTable table(Check.Result result) {
    return new PaperTable(
        "check",
        Text.of("检查结果", "Problems found"),
        List.of(
            PaperTable.Column.of("level", "级别", "Level"),
            PaperTable.Column.of("code", "代码", "Code"),
            PaperTable.Column.of("count", "数目", "Count"),
            PaperTable.Column.of("place", "位置", "Place"),
            PaperTable.Column.of("summary", "问题", "Problem"),
            PaperTable.Column.of("expected", "应为", "Expected"),
            PaperTable.Column.of("fix", "处理", "Fix")),
        result.causes().stream().flatMap(c -> rows(c).stream()).toList(),
        List.of());
  }

  private static List<PaperTable.Row> rows(Check.Cause cause) {
    return cause.shown().stream()
        .map(
            p ->
                PaperTable.Row.of(
                    List.of(
                        Cell.words(p.level().name().toLowerCase(Locale.ROOT)),
                        Cell.words(p.code()),
                        new Cell.Count(cause.count()),
                        Cell.words(p.place()),
                        new Cell.Words(p.summary()),
                        new Cell.Words(p.expected()),
                        new Cell.Words(p.fix()))))
        .toList();
  }
}
