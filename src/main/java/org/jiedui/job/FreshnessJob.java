package org.jiedui.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Freshness;
import org.jiedui.publish.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Is a report still made in time? */
@Command(name = "freshness")
public final class FreshnessJob implements Callable<Integer> {
  @Option(
      names = "--max-age",
      paramLabel = "TIME",
      converter = RunOptions.Time.class,
      descriptionKey = "freshness.max")
  private Duration most = Duration.ofHours(26);

  @Option(
      names = "--warn",
      paramLabel = "TIME",
      converter = RunOptions.Time.class,
      descriptionKey = "freshness.warn")
  private Duration warn = Duration.ofHours(25);

  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    List<Freshness> all = new ArrayList<>();
    for (Report report : reports.reports()) {
      report.freshness().ifPresent(all::add);
    }
    printer.table(table(all));
    all.forEach(f -> printer.line(Text.same(f.metric())));
    all.stream()
        .filter(f -> tooOld(f, warn) || tooOld(f, most))
        .forEach(f -> printer.problem(problem(f)));
    return (all.stream().anyMatch(f -> tooOld(f, most)) ? ExitCode.FOUND : ExitCode.OK).code();
  }

  private static boolean tooOld(Freshness freshness, Duration limit) {
    return freshness.age().compareTo(limit) > 0;
  }

  private Problem problem(Freshness f) {
    Text summary =
        Text.of(
            "报告 " + f.report() + " 已 " + hours(f) + " 小时没有成功的运行",
            "no run of report " + f.report() + " has succeeded for " + hours(f) + " h");
    return tooOld(f, most)
        ? Problem.error("STALE_REPORT", summary)
            .fix("查看 _runs/ 中最近的运行报告", "see the latest run report in _runs/")
        : Problem.warning("STALE_REPORT", summary);
  }

  private static long hours(Freshness f) {
    return f.age().toHours();
  }

  private PaperTable table(List<Freshness> all) {
    return new PaperTable(
        "freshness",
        Text.of("报告的时效", "Freshness of the reports"),
        List.of(
            PaperTable.Column.of("report", "报告", "Report"),
            PaperTable.Column.of("version", "版本", "Version"),
            PaperTable.Column.of("as_of", "数据截至", "Data to"),
            PaperTable.Column.of("computed_at", "计算于", "Computed at"),
            PaperTable.Column.of("last_success", "最近成功", "Last success"),
            PaperTable.Column.of("age", "距今", "Age").unit("秒", "s"),
            PaperTable.Column.of("state", "状态", "State")),
        all.stream().map(this::row).toList(),
        List.of());
  }

  private PaperTable.Row row(Freshness f) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(f.report()),
            new Cell.Count(f.version()),
            Cell.words(f.asOf().toString()),
            Cell.words(Printer.moment(Instant.parse(f.computedAt()))),
            Cell.words(Printer.moment(f.lastSuccess())),
            new Cell.Count(f.age().toSeconds()),
            new Cell.Words(state(f))));
  }

  private Text state(Freshness f) {
    if (tooOld(f, most)) {
      return Text.of("过期", "stale");
    }
    return tooOld(f, warn) ? Text.of("将过期", "nearly stale") : Text.of("及时", "fresh");
  }
}
