package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.Leftovers;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.publish.Garbage;
import org.jiedui.publish.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Gives up versions that the rule of retention does not keep, and what runs have left behind: in
 * the reports, and where files land.
 */
@Command(name = "gc")
public final class GcJob implements Callable<Integer> {
  @Option(names = "--dry-run", descriptionKey = "gc.dry")
  private boolean dryRun;

  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    List<PaperTable.Row> rows = new ArrayList<>();
    long bytes = 0;
    for (Report report : reports.reports()) {
      for (Garbage item : dryRun ? report.garbage() : report.collect()) {
        rows.add(row(report.id(), item));
        bytes += item.bytes();
      }
    }
    if (reports.isAll()) {
      Leftovers leftovers = new Leftovers(reports.root(), InputList.named(reports.reports()));
      for (Garbage item : dryRun ? leftovers.plan() : leftovers.collect()) {
        rows.add(row("", item));
        bytes += item.bytes();
      }
    }
    output.printer().table(table(rows, bytes));
    return ExitCode.OK.code();
  }

  private PaperTable table(List<PaperTable.Row> rows, long bytes) {
    return new PaperTable(
        "gc",
        dryRun
            ? Text.of("可清理的内容", "What would be given up")
            : Text.of("已清理的内容", "What was given up"),
        List.of(
            PaperTable.Column.of("report", "报告", "Report"),
            PaperTable.Column.of("kind", "类别", "Kind"),
            PaperTable.Column.of("version", "版本", "Version"),
            PaperTable.Column.of("name", "名称", "Name"),
            PaperTable.Column.of("bytes", "字节", "Bytes"),
            PaperTable.Column.of("fate", "处置", "Fate")),
        rows,
        List.of(
            rows.isEmpty()
                ? Text.of("没有可清理的内容", "There is nothing to give up")
                : Text.of("合计 " + bytes + " 字节", bytes + " bytes in all")));
  }

  private static PaperTable.Row row(String report, Garbage item) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(report),
            new Cell.Words(item.kind().label()),
            item.version() == 0 ? Cell.words("") : new Cell.Count(item.version()),
            Cell.words(item.name()),
            new Cell.Count(item.bytes()),
            new Cell.Words(item.kind().fate())));
  }
}
