package org.jiedui.job;

import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.run.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How pairs were assessed, and did funds follow? */
@Command(name = "scorecard")
public final class ScorecardJob implements Callable<Integer> {
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Study study = options.study();
    if (study.cooperation().scorecard().isEmpty()) {
      throw new InputException(ExitCode.USAGE, undeclared(study));
    }
    StudyRun run = StudyRun.open(options, output.printer());
    run.results(() -> run.questions().scorecard(run.questions().pairYears()))
        .one(Results::scorecard, "show scorecard");
    return ExitCode.OK.code();
  }

  private static Problem undeclared(Study study) {
    return Problem.error(
            "CONF_MISSING",
            Text.of(
                "研究未声明考核指标体系;官方权重未公开,没有默认值",
                "the study declares no indicator sets; official weights are not public, there is no"
                    + " default"))
        .at(study.file().toString())
        .fix(
            "加 scorecard { sets = 目录, values = 文件 }",
            "add scorecard { sets = FOLDER, values = FILE }");
  }
}
