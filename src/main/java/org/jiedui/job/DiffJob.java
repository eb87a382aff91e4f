package org.jiedui.job;

import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.publish.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What changed from one version to another, by how much and why. */
@Command(name = "diff")
public final class DiffJob implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", descriptionKey = "diff.a")
  private long before;

  @Parameters(index = "1", paramLabel = "B", descriptionKey = "diff.b")
  private long after;

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
    if (printer.forPeople()) {
      printer.table(tables.sums());
      printer.table(tables.overview());
      printer.table(tables.largest());
    } else {
      printer.table(tables.cells());
    }
    return (diff.isEmpty() ? ExitCode.OK : ExitCode.FOUND).code();
  }
}
