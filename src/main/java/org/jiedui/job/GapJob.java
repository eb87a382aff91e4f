package org.jiedui.job;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jiedui.analysis.GapIndex;
import org.jiedui.message.ExitCode;
import org.jiedui.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How developed is each region, and how far is it from its donors? */
@Command(name = "gap")
public final class GapJob implements Callable<Integer> {
  @Mixin private IndexOptions index;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (index.given()) {
      GapIndex.Result found = index.gap(index.read(() -> Session.open("jiedui gap")));
      Results.weights(printer, found.weights(), Map.of());
      printer.either(found.index(), rows -> Results.gapTable(rows, found.rankRange()));
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
