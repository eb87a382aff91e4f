package org.jiedui.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.DeliveryLog;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Version;

/** What became of each night, one row a night. */
final class NightTable {
  private final List<PaperTable.Row> rows = new ArrayList<>();

  void add(Version version, Optional<Commit> before, List<DeliveryLog.Delivery> fresh) {
    boolean already = before.map(Commit::seq).filter(seq -> seq == version.seq()).isPresent();
    Text outcome =
        already
            ? Text.of("已有", "already published")
            : version.commit().held()
                ? Text.of("待批准", "held for approval")
                : before.isPresent() ? Text.of("更正", "corrected") : Text.of("已发布", "published");
    long supersedes = version.commit().supersedes();
    rows.add(
        PaperTable.Row.of(
            List.of(
                Cell.words(version.commit().asOf().toString()),
                new Cell.Words(outcome),
                new Cell.Count(version.seq()),
                supersedes == 0 ? Cell.words("") : new Cell.Count(supersedes),
                new Cell.Count(fresh.stream().filter(d -> !d.isWithdrawal()).count()),
                new Cell.Count(
                    fresh.stream().filter(DeliveryLog.Delivery::isWithdrawal).count()))));
  }

  /** A night that was passed. */
  void add(LocalDate night, InputException stopped) {
    String codes =
        String.join(", ", stopped.problems().stream().map(p -> p.code()).distinct().toList());
    rows.add(
        PaperTable.Row.of(
            List.of(
                Cell.words(night.toString()),
                new Cell.Words(Text.of("未发布:" + codes, "not published: " + codes)),
                Cell.words(""),
                Cell.words(""),
                Cell.words(""),
                Cell.words(""))));
  }

  PaperTable table() {
    return new PaperTable(
        "nightly",
        Text.of("各夜的结果", "What became of the nights"),
        List.of(
            PaperTable.Column.of("night", "夜", "Night"),
            PaperTable.Column.of("outcome", "结果", "Outcome"),
            PaperTable.Column.of("version", "版本", "Version"),
            PaperTable.Column.of("supersedes", "更正版本", "Supersedes"),
            PaperTable.Column.of("new_files", "新文件", "New files"),
            PaperTable.Column.of("gone_files", "撤下的文件", "Files gone")),
        rows,
        List.of());
  }

  /** What would be done. */
  static PaperTable planned(List<LocalDate> nights, List<DeliveryLog.Delivery> pending) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (LocalDate night : nights) {
      rows.add(planned(night.toString(), Text.of("将运行", "would run"), ""));
    }
    for (DeliveryLog.Delivery d : pending) {
      Text what =
          d.isWithdrawal()
              ? Text.of("文件已不在", "file is gone")
              : d.number() > 1 ? Text.of("文件已更改", "changed file") : Text.of("新文件", "new file");
      rows.add(planned(d.night().toString(), what, d.place()));
    }
    return new PaperTable(
        "plan",
        Text.of("试运行:不写任何内容", "Dry run: nothing is written"),
        List.of(
            PaperTable.Column.of("night", "夜", "Night"),
            PaperTable.Column.of("what", "内容", "What"),
            PaperTable.Column.of("file", "文件", "File")),
        rows,
        List.of());
  }

  private static PaperTable.Row planned(String night, Text what, String file) {
    return PaperTable.Row.of(List.of(Cell.words(night), new Cell.Words(what), Cell.words(file)));
  }
}
