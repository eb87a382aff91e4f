package org.jiedui.job;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.report.ClaimReport;
import org.jiedui.report.StatementReport;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Published sentences held against published totals; reads no records and needs no Spark. */
@Command(name = "claims")
public final class ClaimsJob implements Callable<Integer> {
  @Option(names = "--sentences", descriptionKey = "claims.sentences")
  private boolean sentences;

  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Study study = options.study();
    Frame claims =
        ClaimTable.onTotals(study)
            .orElseThrow(() -> new InputException(ExitCode.USAGE, noTotals(study)));
    Printer printer = output.printer();
    if (!sentences) {
      printer.either(claims, ClaimReport::of);
    }
    if (sentences || printer.forPeople()) {
      printer.either(ClaimTable.statements(study, Map.of()), StatementReport::of);
    }
    return ExitCode.OK.code();
  }

  private static Problem noTotals(Study study) {
    return Problem.error(
            "CONF_MISSING", Text.of("研究未给出已公布的总数", "the study names no published totals"))
        .at(study.file().toString())
        .fix("在 claims 中加 totals = 文件", "add totals = FILE to claims");
  }
}
