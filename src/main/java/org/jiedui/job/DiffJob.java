package org.jiedui.job;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.publish.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed from one version to another, by how much and why. */
@Command(name = "diff")
public final class DiffJob implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", descriptionKey = "diff.a")
  private long before;

  @Parameters(index = "1", paramLabel = "B", descriptionKey = "diff.b")
  private long after;

  @Option(names = "--to", paramLabel = "docx,xlsx,…", split = ",", descriptionKey = "diff.to")
  private List<String> formats = List.of();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "diff.out")
  private Path out;

  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Report report = reports.report();
    VersionDiff diff =
        VersionDiff.between(
            reports.root(),
            ReportOptions.version(report, before),
            ReportOptions.version(report, after));
    Printer printer = output.printer();
    DiffTables tables = new DiffTables(diff);
    if (!formats.isEmpty()) {
      export(diff, tables, printer);
    } else if (printer.forPeople()) {
      tables.all().forEach(printer::table);
    } else {
      printer.table(tables.cells());
    }
    return (diff.isEmpty() ? ExitCode.OK : ExitCode.FOUND).code();
  }

  private void export(VersionDiff diff, DiffTables tables, Printer printer) {
    Exports.Look usual = Exports.Look.usual();
    Path folder =
        out == null ? Exports.usual(diff.after()).resolve("diff-" + before + "-" + after) : out;
    new Exports(
            diff.after(),
            printer,
            new Exports.Look(usual.styles(), usual.csv(), formats, usual.drawing()))
        .write(tables.all(), folder);
  }
}
