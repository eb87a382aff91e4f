package org.jiedui.job;

import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is given, who gives it, and how cooperation is organised; and did that change? */
@Command(name = "content")
public final class ContentJob implements Callable<Integer> {
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    StudyRun run = StudyRun.open(options, output.printer());
    run.results(() -> run.questions().content(run.questions().pairYears()))
        .one(Results::content, "show content_share");
    return ExitCode.OK.code();
  }
}
