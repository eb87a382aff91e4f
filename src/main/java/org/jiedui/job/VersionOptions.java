package org.jiedui.job;

import java.nio.file.Path;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which published report, and which of its versions. */
public final class VersionOptions {
  @Mixin private ReportOptions reports;

  @Option(names = "--version", paramLabel = "N", descriptionKey = "number")
  private Long number;

  Path root() {
    return reports.root();
  }

  Report report() {
    return reports.report();
  }

  /** The version asked for, else the one readers get by default. */
  Version version(Report chosen) {
    return number == null
        ? chosen.head().orElseThrow(() -> ReportOptions.unknown(""))
        : ReportOptions.version(chosen, number);
  }

  boolean names(long seq) {
    return number == null || number == seq;
  }
}
