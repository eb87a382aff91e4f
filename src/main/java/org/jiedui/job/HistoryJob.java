package org.jiedui.job;

import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.History;
import org.jiedui.publish.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the published versions of a report, or says where one of them lies. */
@Command(name = "history")
public final class HistoryJob implements Callable<Integer> {
  @Option(names = "--print-path", descriptionKey = "history.path")
  private boolean printPath;

  @Mixin private VersionOptions versions;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Report chosen = versions.report();
    Printer printer = output.printer();
    History history = chosen.history();
    history.warnings().forEach(printer::problem);
    if (printPath) {
      Printer.utf8(System.out).println(versions.version(chosen).path());
    } else {
      printer.table(table(chosen.id(), history));
    }
    return ExitCode.OK.code();
  }

  private PaperTable table(String id, History history) {
    long head = history.head().map(Commit::seq).orElse(0L);
    List<Commit> commits = history.commits().stream().filter(c -> versions.names(c.seq())).toList();
    return new PaperTable(
        "history",
        Text.of("报告 " + id + " 的版本", "Versions of report " + id),
        List.of(
            PaperTable.Column.of("version", "版本", "Version"),
            PaperTable.Column.of("as_of", "数据截至", "As of"),
            PaperTable.Column.of("rows", "行数", "Rows"),
            PaperTable.Column.of("supersedes", "更正版本", "Supersedes"),
            PaperTable.Column.of("fingerprint", "指纹", "Fingerprint"),
            PaperTable.Column.of("committed_at", "发布时间", "Committed at")),
        commits.stream().map(HistoryJob::row).toList(),
        List.of(Text.of("默认版本:" + head, "Default version: " + head)));
  }

  private static PaperTable.Row row(Commit commit) {
    return PaperTable.Row.of(
        List.of(
            new Cell.Count(commit.seq()),
            Cell.words(commit.asOf().toString()),
            new Cell.Count(commit.rows()),
            commit.supersedes() == 0 ? Cell.words("") : new Cell.Count(commit.supersedes()),
            Cell.words(commit.fingerprint().substring(0, 12)),
            Cell.words(commit.committedAt())));
  }
}
