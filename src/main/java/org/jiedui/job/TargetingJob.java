package org.jiedui.job;

import java.util.concurrent.Callable;
import org.jiedui.analysis.Targeting;
import org.jiedui.message.ExitCode;
import org.jiedui.report.TargetingReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does aid per head go to poor or to rich counties, and did that change? */
@Command(name = "targeting")
public final class TargetingJob implements Callable<Integer> {
  @Mixin private TargetingOptions panel;
  @Mixin private WindowOptions windows;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (panel.given()) {
      Targeting.Result found = panel.targeting(windows.windows());
      printer.either(found.groups(), TargetingReport::of);
    } else {
      StudyRun run = StudyRun.open(options, printer);
      run.results(() -> run.questions().targeting().tables())
          .one(Results::targeting, "show targeting");
    }
    return ExitCode.OK.code();
  }
}
