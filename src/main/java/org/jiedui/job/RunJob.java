package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.Descriptives;
import org.jiedui.analysis.GapIndex;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A whole study: raw files to one published version with all its tables. */
@Command(name = "run")
public final class RunJob implements Callable<Integer> {
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    StudyRun run = StudyRun.open(options, printer);
    Version version = run.version(() -> compute(run));
    new Results(printer, version, run.study().synthetic()).all();
    new RejectsExport(run.report()).write(version, printer);
    export(run, version, printer);
    return ExitCode.OK.code();
  }

  /**
   * The version stands whatever becomes of its exports, which can be made again; those that are
   * there say what they would say again, unless the map that they are drawn on has changed.
   */
  static void export(StudyRun run, Version version, Printer printer) {
    if (run.study().map().isEmpty() && Exports.areThere(version)) {
      return;
    }
    try {
      Exports.Look look = run.study().map().map(Exports.Look::on).orElseGet(Exports.Look::usual);
      Exports exports = new Exports(version, printer, look);
      exports.write(exports.ids(), List.of(), Exports.usual(version));
    } catch (RuntimeException e) {
      printer.problem(
          Problem.warning(
                  "EXPORT_FAILED",
                  Text.of("版本已发布,但导出失败:" + e, "the version is published, its export failed: " + e))
              .fix("用 jiedui export --all 重试", "try `jiedui export --all` again"));
    }
  }

  private static Map<String, Frame> byName(List<Frame> tables) {
    return tables.stream().collect(Collectors.toMap(Frame::table, table -> table));
  }

  /** All tables of a study. */
  static List<Frame> compute(StudyRun run) {
    StudyQuestions asked = run.questions();
    var effects = asked.effects();
    GapIndex.Result gap = asked.gap();
    Clusters.Result clusters = asked.clusters(gap);
    var claims = ClaimTable.of(run.study(), effects);
    List<Frame> tables = new ArrayList<>(effects.all());
    tables.addAll(gap.tables());
    tables.addAll(InequalityJob.tables(asked.inequality(), asked.convergence()));
    tables.addAll(clusters.tables());
    tables.addAll(asked.pairing().tables());
    tables.addAll(asked.targeting().tables());
    Frame pairYears = asked.pairYears();
    tables.addAll(asked.content(pairYears));
    tables.addAll(asked.scorecard(pairYears));
    tables.addAll(List.of(claims, asked.pairings(), pairYears, asked.lorenz(effects.ratio())));
    tables.add(ClaimTable.statements(run.study(), byName(tables)));
    tables.add(Descriptives.of(run.records().regionYear()));
    tables.addAll(List.of(asked.regions(), run.records().regionYear()));
    return tables;
  }
}
