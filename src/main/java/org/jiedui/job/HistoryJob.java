package org.jiedui.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  private Map<Long, String> pins;

  @Override
  public Integer call() {
    Report chosen = versions.report();
    Printer printer = output.printer();
    History history = chosen.history();
    history.warnings().forEach(printer::problem);
    pins = chosen.pins();
    if (printPath) {
      Printer.utf8(System.out).println(versions.version(chosen).place());
    } else {
      printer.table(table(chosen.id(), history));
    }
    return ExitCode.OK.code();
  }

  private PaperTable table(String id, History history) {
    List<Commit> commits = history.commits().stream().filter(c -> versions.names(c.seq())).toList();
    return new PaperTable(
        "history",
        Text.of("报告 " + id + " 的版本", "Versions of report " + id),
        List.of(
            PaperTable.Column.of("version", "版本", "Version"),
            PaperTable.Column.of("as_of", "数据截至", "As of"),
            PaperTable.Column.of("rows", "行数", "Rows"),
            PaperTable.Column.of("supersedes", "更正版本", "Supersedes"),
            PaperTable.Column.of("state", "状态", "State"),
            PaperTable.Column.of("fingerprint", "指纹", "Fingerprint"),
            PaperTable.Column.of("committed_at", "发布时间", "Committed at")),
        commits.stream().map(commit -> row(commit, history)).toList(),
        List.of(remark(history)));
  }

  private static Text remark(History history) {
    String held =
        history.commits().stream()
            .filter(history::isHeld)
            .map(commit -> Long.toString(commit.seq()))
            .collect(Collectors.joining(", "));
    Text head =
        history
            .head()
            .map(commit -> Text.of("默认版本:" + commit.seq(), "Default version: " + commit.seq()))
            .orElse(Text.of("尚无默认版本", "No default version yet"));
    return held.isEmpty()
        ? head
        : Text.of(
            head.zh() + ";待批准:" + held + "(用 approve 批准)",
            head.en() + "; waiting for approval (approve): " + held);
  }

  private PaperTable.Row row(Commit commit, History history) {
    return PaperTable.Row.of(
        List.of(
            new Cell.Count(commit.seq()),
            Cell.words(commit.asOf().toString()),
            new Cell.Count(commit.rows()),
            commit.supersedes() == 0 ? Cell.words("") : new Cell.Count(commit.supersedes()),
            new Cell.Words(state(commit, history)),
            Cell.words(commit.fingerprint().substring(0, 12)),
            Cell.words(Printer.moment(Instant.parse(commit.committedAt())))));
  }

  private Text state(Commit commit, History history) {
    List<Text> marks = new ArrayList<>();
    if (history.head().filter(commit::equals).isPresent()) {
      marks.add(Text.of("默认", "default"));
    }
    if (commit.held()) {
      marks.add(history.isHeld(commit) ? Text.of("待批准", "held") : Text.of("已批准", "approved"));
    }
    if (history.isSuperseded(commit)) {
      marks.add(Text.of("已被更正", "superseded"));
    }
    if (pins.containsKey(commit.seq())) {
      String note = pins.get(commit.seq());
      marks.add(Text.of("保留" + quoted(note), "pinned" + quoted(note)));
    }
    if (history.isCollected(commit)) {
      marks.add(Text.of("已清理", "collected"));
    }
    return joined(marks);
  }

  private static String quoted(String note) {
    return note.isEmpty() ? "" : " (" + note + ")";
  }

  private static Text joined(List<Text> marks) {
    return Text.of(
        marks.stream().map(Text::zh).collect(Collectors.joining("、")),
        marks.stream().map(Text::en).collect(Collectors.joining(", ")));
  }
}
