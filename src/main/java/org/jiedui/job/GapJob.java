package org.jiedui.job;

import java.util.Set;
import java.util.concurrent.Callable;
import org.jiedui.analysis.GapIndex;
import org.jiedui.message.ExitCode;
import org.jiedui.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How developed is each region, and how far is it from its donors? */
@Command(name = "gap")
public final class GapJob implements Callable<Integer> {
  @Option(names = "--cost", paramLabel = "A,B", split = ",", descriptionKey = "panel.cost")
  private Set<String> costs = Set.of();

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "panel.seed")
  private long seed = 42;

  @Mixin private PanelOptions panel;
  @Mixin private WindowOptions windows;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (panel.given()) {
      OwnPanel own = new OwnPanel(panel.read(() -> Session.open("jiedui gap")));
      GapIndex.Result found = own.gap(costs, windows.windows(), seed);
      printer.either(found.index(), index -> Results.gapTable(index, found.rankRange()));
    } else {
      study(printer);
    }
    return ExitCode.OK.code();
  }

  private void study(Printer printer) {
    StudyRun run = StudyRun.open(options, printer);
    run.results(() -> run.questions().gap().tables()).one(Results::gapInFull, "show gap_index");
  }
}
