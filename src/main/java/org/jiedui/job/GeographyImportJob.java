package org.jiedui.job;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.reference.GeographyImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a public table of county codes through time into a geography folder for a study. */
@Command(name = "import")
public final class GeographyImportJob implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "geography.file")
  private Path file;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "geography.out")
  private Path out;

  @Option(names = "--frame", paramLabel = "DIR", descriptionKey = "geography.frame")
  private Path frame = Path.of("conf", "geography");

  @Option(names = "--from", paramLabel = "YEAR", descriptionKey = "geography.from")
  private Integer from;

  @Option(names = "--licence", paramLabel = "TEXT", descriptionKey = "geography.licence")
  private String licence = "not stated";

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    OptionalInt first = from == null ? OptionalInt.empty() : OptionalInt.of(from);
    var request = new GeographyImport.Request(file, frame, out, first, licence);
    output.printer().line(words(GeographyImport.run(request)));
    return ExitCode.OK.code();
  }

  private Text words(GeographyImport.Summary summary) {
    int from = summary.geography().coversFrom();
    int to = summary.geography().coversTo();
    int base = summary.geography().baseYear();
    return Text.of(
        "已在 %s 写入 %d 个县级单位(%d 年末)与 %d–%d 年的代码变更 %s。在研究设置中写 geography = \"%s\" 即可使用。"
            .formatted(out, summary.counties(), base, from, to, summary.changes(), out),
        "wrote %d counties (end of %d) and the changes of codes of %d–%d %s to %s; to use it, put geography = \"%s\" into the study"
            .formatted(summary.counties(), base, from, to, summary.changes(), out, out));
  }
}
