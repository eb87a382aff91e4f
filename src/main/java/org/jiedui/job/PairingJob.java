package org.jiedui.job;

import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.analysis.PairingEra;
import org.jiedui.analysis.PairingNetwork;
import org.jiedui.analysis.PairingParams;
import org.jiedui.message.ExitCode;
import org.jiedui.report.PairingEraReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who is paired with whom, what becomes of it, and is it the strong with the weak? */
@Command(name = "pairing")
public final class PairingJob implements Callable<Integer> {
  private static final long SEED = 42;

  @Mixin private PairOptions pairs;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (pairs.given()) {
      ownPairs(printer);
    } else {
      StudyRun run = StudyRun.open(options, printer);
      run.results(() -> run.questions().pairing().tables())
          .one(Results::pairing, "show pairing_link");
    }
    return ExitCode.OK.code();
  }

  private void ownPairs(Printer printer) {
    PairingNetwork.Result found =
        PairingNetwork.of(
            PairingEra.of(pairs.read()), List.of(), List.of(), PairingParams.ofLinks(SEED));
    printer.either(found.eras(), PairingEraReport::of);
    if (printer.forPeople()) {
      printer.table(PairingEraReport.turnover(found.eras()));
    }
  }
}
