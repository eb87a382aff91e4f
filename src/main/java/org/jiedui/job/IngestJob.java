package org.jiedui.job;

import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Raw files to landings, panel, rejects and ledger. */
@Command(name = "ingest")
public final class IngestJob implements Callable<Integer> {
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    StudyRun run = StudyRun.open(options, output.printer());
    run.results(() -> List.of(run.questions().regions(), run.records().regionYear()))
        .one(
            results -> {
              results.appendix();
              results.rejects(run.report());
            },
            "show rejects");
    return ExitCode.OK.code();
  }
}
