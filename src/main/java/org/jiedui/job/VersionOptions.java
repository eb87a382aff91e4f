package org.jiedui.job;

import java.nio.file.Path;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
import org.jiedui.publish.Reports;
import org.jiedui.publish.Version;
import picocli.CommandLine.Option;

/** Which published report, and which of its versions. */
public final class VersionOptions {
  @Option(names = "--root", paramLabel = "DIR", descriptionKey = "root")
  private Path root = Path.of("jiedui-data");

  @Option(names = "--report", paramLabel = "NAME", descriptionKey = "report")
  private String report;

  @Option(names = "--version", paramLabel = "N", descriptionKey = "number")
  private Long number;

  Path root() {
    return root;
  }

  Report report() {
    Reports reports = Reports.in(root);
    return report == null ? reports.only() : reports.named(report);
  }

  /** The version asked for, else the newest. */
  Version version(Report chosen) {
    return (number == null ? chosen.head() : chosen.version(number))
        .orElseThrow(() -> new InputException(ExitCode.USAGE, unknown()));
  }

  boolean names(long seq) {
    return number == null || number == seq;
  }

  private Problem unknown() {
    String which = number == null ? "" : " " + number;
    return Problem.error("VERSION_UNKNOWN", Text.of("没有版本" + which, "there is no version" + which))
        .fix("用 jiedui history 查看", "see `jiedui history`");
  }
}
