package org.jiedui.job;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.ingest.StudyDraft;
import org.jiedui.message.ExitCode;
import org.jiedui.reference.Indicators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How might a study of these files be written down? Drafts one; every guess waits for somebody. */
@Command(name = "init")
public final class InitJob implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", descriptionKey = "init.dir")
  private Path dir;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "init.out")
  private Path out;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Path conf = StudyOptions.shipped().toAbsolutePath().getParent();
    Path sample = conf.resolveSibling("sample-data").resolve("counties");
    List<StudyDraft.Request.Places> places =
        List.of(
            new StudyDraft.Request.Places(conf.resolve("geography"), conf.resolve("pairings")),
            new StudyDraft.Request.Places(sample.resolve("geography"), sample.resolve("pairings")));
    Path folder = out == null ? dir.resolve("jiedui-study") : out;
    StudyDraft.Result draft =
        StudyDraft.of(
            new StudyDraft.Request(dir, InputFiles.under(dir, folder), folder, conf, places));
    new DraftAnswer(draft, printer).tell(Indicators.load(conf.resolve("indicators")));
    return ExitCode.OK.code();
  }
}
