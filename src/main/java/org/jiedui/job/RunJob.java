package org.jiedui.job;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.GapIndex;
import org.jiedui.message.ExitCode;
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
    Version version = run.version(() -> compute(run, printer));
    new Results(printer, version, run.study().synthetic()).all();
    new RejectsExport(run.report()).write(version, printer);
    return ExitCode.OK.code();
  }

  /** All tables of a study. */
  static List<Frame> compute(StudyRun run, Printer printer) {
    printer.progress(Text.of("计算前后比…", "computing ratios …"));
    var effects = run.effects();
    printer.progress(Text.of("计算发展差距与聚类…", "computing gaps and clusters …"));
    GapIndex.Result gap = run.gap();
    Clusters.Result clusters = run.clusters(gap);
    var claims = ClaimTable.of(run.study(), effects.ratio());
    printer.progress(Text.of("发布…", "publishing …"));
    return Stream.concat(effects.all().stream(), others(run, gap, clusters, claims)).toList();
  }

  private static Stream<Frame> others(
      StudyRun run, GapIndex.Result gap, Clusters.Result clusters, Frame claims) {
    return Stream.of(
        gap.index(),
        gap.component(),
        gap.weights(),
        gap.change(),
        clusters.membership(),
        clusters.profile(),
        clusters.kProfile(),
        claims,
        run.regions(),
        run.records().regionYear());
  }
}
