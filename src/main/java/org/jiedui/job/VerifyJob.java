package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.History;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Reads published versions again and compares every file with its checksums; computes one again
 * from the archive and compares the bytes.
 */
@Command(name = "verify")
public final class VerifyJob implements Callable<Integer> {
  @Option(names = "--all", descriptionKey = "verify.all")
  private boolean all;

  @Option(names = "--repair", descriptionKey = "verify.repair")
  private boolean repair;

  @Option(names = "--recompute", descriptionKey = "verify.recompute")
  private boolean recompute;

  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "study")
  private Path study = StudyOptions.shipped();

  @Mixin private VersionOptions versions;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Report chosen = versions.report();
    Printer printer = output.printer();
    if (repair) {
      chosen.repair().forEach(printer::problem);
    }
    List<Problem> problems = new ArrayList<>(chosen.verifyLog());
    List<PaperTable.Row> rows = new ArrayList<>();
    for (Version each : asked(chosen)) {
      List<Problem> found = each.verify();
      problems.addAll(found);
      rows.add(row(each, found.size()));
    }
    printer.table(table(chosen.id(), rows));
    if (recompute && problems.isEmpty()) {
      Version version = versions.version(chosen);
      problems.addAll(new ArchivedVersion(versions.root(), study, version).problems(printer));
    }
    chosen.staleHint().ifPresent(printer::problem);
    problems.forEach(printer::problem);
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.FOUND).code();
  }

  private List<Version> asked(Report chosen) {
    if (!all) {
      return List.of(versions.version(chosen));
    }
    History history = chosen.history();
    return history.commits().stream()
        .filter(commit -> !history.isCollected(commit))
        .map(Commit::seq)
        .flatMap(seq -> chosen.version(seq).stream())
        .toList();
  }

  private static PaperTable table(String id, List<PaperTable.Row> rows) {
    return new PaperTable(
        "verify",
        Text.of("报告 " + id + " 的核对", "Verification of report " + id),
        List.of(
            PaperTable.Column.of("version", "版本", "Version"),
            PaperTable.Column.of("as_of", "数据截至", "As of"),
            PaperTable.Column.of("problems", "问题", "Problems")),
        rows,
        List.of());
  }

  private static PaperTable.Row row(Version version, int problems) {
    return PaperTable.Row.of(
        List.of(
            new Cell.Count(version.seq()),
            Cell.words(version.commit().asOf().toString()),
            new Cell.Count(problems)));
  }
}
