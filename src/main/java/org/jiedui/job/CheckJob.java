package org.jiedui.job;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.ingest.Check;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.run.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Can these files be used, and what has to be mended? Writes nothing. */
@Command(name = "check")
public final class CheckJob implements Callable<Integer> {
  @Parameters(paramLabel = "FILE|DIR", arity = "0..*", descriptionKey = "check.files")
  private List<Path> files = List.of();

  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "check.study")
  private Path study;

  @Option(names = "--warn-error", descriptionKey = "warn-error")
  private boolean warnError;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Study declared = Study.load(StudyOptions.near(study, files));
    List<Input> inputs =
        files.isEmpty() ? InputFiles.of(declared) : InputFiles.named(files, declared);
    Facts facts = Facts.load(declared);
    Check.Result result =
        Check.of(
            new Check.Request(
                inputs.stream().filter(Input::isRecords).toList(),
                facts.contract(),
                facts.geography(),
                facts.pairings(),
                declared.firstYear(),
                declared.lastYear(),
                facts.codeMaps(declared).codes()));
    new CheckAnswer(output.printer(), facts.indicators()).print(result);
    boolean gate = warnError && result.hasWarnings() && result.exit() == ExitCode.OK;
    return (gate ? ExitCode.GATE : result.exit()).code();
  }
}
