package org.jiedui.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiedui.analysis.Convergence;
import org.jiedui.analysis.Inequality;
import org.jiedui.message.ExitCode;
import org.jiedui.report.ConvergenceReport;
import org.jiedui.report.InequalityPartsReport;
import org.jiedui.report.InequalityReport;
import org.jiedui.run.Session;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How unequal are regions, where does it lie, and do they come closer to each other? */
@Command(name = "inequality")
public final class InequalityJob implements Callable<Integer> {
  @Mixin private PanelOptions panel;
  @Mixin private WindowOptions windows;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (panel.given()) {
      ownPanel(printer);
    } else {
      StudyRun run = StudyRun.open(options, printer);
      run.results(() -> tables(run.questions().inequality(), run.questions().convergence()))
          .one(Results::inequality, "show inequality");
    }
    return ExitCode.OK.code();
  }

  private void ownPanel(Printer printer) {
    OwnPanel own = new OwnPanel(panel.read(() -> Session.open("jiedui inequality")));
    Inequality.Result found = own.inequality(windows.windows());
    if (printer.forPeople()) {
      printer.table(InequalityReport.of(found.measures(), Map.of()));
      printer.table(InequalityPartsReport.of(found.parts(), Map.of()));
      printer.table(
          ConvergenceReport.of(own.convergence(windows.windows()).convergence(), Map.of()));
    } else {
      printer.whole(found.measures());
    }
  }

  static List<Frame> tables(Inequality.Result inequality, Convergence.Result convergence) {
    return List.of(
        inequality.measures(),
        inequality.parts(),
        convergence.convergence(),
        convergence.transition());
  }
}
