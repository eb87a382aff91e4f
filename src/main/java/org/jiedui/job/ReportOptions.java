package org.jiedui.job;

import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
import org.jiedui.publish.Reports;
import org.jiedui.publish.Root;
import org.jiedui.publish.Version;
import picocli.CommandLine.Option;

/** Which published report. */
public final class ReportOptions {
  @Option(names = "--root", paramLabel = "DIR", descriptionKey = "root")
  private String root = "jiedui-data";

  @Option(names = "--report", paramLabel = "NAME", descriptionKey = "report")
  private String report;

  /** Where landings and records are kept: with the reports, where that is a folder. */
  Path root() {
    Root reports = Root.of(root);
    return reports.isLocal() ? reports.path() : Path.of("jiedui-data");
  }

  /** The one that is named, or the only one. */
  Report report() {
    Reports reports = new Reports(Root.of(root).store());
    return report == null ? reports.only() : reports.named(report);
  }

  /** The one that is named, or all of them. */
  List<Report> reports() {
    Reports reports = new Reports(Root.of(root).store());
    return isAll() ? reports.all() : List.of(reports.named(report));
  }

  /** Whether none is named. */
  boolean isAll() {
    return report == null;
  }

  /** A version by its number. */
  static Version version(Report chosen, long number) {
    return chosen.version(number).orElseThrow(() -> unknown(" " + number));
  }

  static InputException unknown(String which) {
    return new InputException(
        ExitCode.USAGE,
        Problem.error("VERSION_UNKNOWN", Text.of("没有版本" + which, "there is no version" + which))
            .fix("用 jiedui history 查看", "see `jiedui history`"));
  }
}
