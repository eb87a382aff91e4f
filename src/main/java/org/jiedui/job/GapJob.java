package org.jiedui.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jiedui.analysis.GapIndex;
import org.jiedui.message.ExitCode;
import org.jiedui.run.Session;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How developed is each region, and how far is it from its donors? */
@Command(name = "gap")
public final class GapJob implements Callable<Integer> {
  @Option(names = "--cost", paramLabel = "A,B", split = ",", descriptionKey = "panel.cost")
  private Set<String> costs = Set.of();

  @Mixin private PanelOptions panel;
  @Mixin private WindowOptions windows;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (panel.given()) {
      OwnPanel own = new OwnPanel(panel.read(() -> Session.open("jiedui gap")));
      printer.either(own.gap(costs, windows.windows()).index(), Results::gapTable);
    } else {
      study(printer);
    }
    return ExitCode.OK.code();
  }

  private void study(Printer printer) {
    StudyRun run = StudyRun.open(options, printer);
    run.results(() -> tables(run.gap())).one(Results::gap, "show gap_index");
  }

  private static List<Frame> tables(GapIndex.Result gap) {
    return List.of(gap.index(), gap.component(), gap.weights(), gap.change());
  }
}
