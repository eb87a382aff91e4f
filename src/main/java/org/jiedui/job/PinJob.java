package org.jiedui.job;

import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a version for ever, because a paper cites it. */
@Command(name = "pin")
public final class PinJob implements Callable<Integer> {
  @Parameters(paramLabel = "N", descriptionKey = "pin.number")
  private long number;

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "pin.note")
  private String note = "";

  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Report report = reports.report();
    Version version = ReportOptions.version(report, number);
    version.manifest();
    boolean first = report.pin(version.commit(), note);
    String kept = report.pins().getOrDefault(number, "");
    output
        .printer()
        .line(
            first
                ? Text.of(
                    "版本 " + number + " 将永久保留:" + kept, "version " + number + " is kept: " + kept)
                : Text.of(
                    "版本 " + number + " 此前已保留:" + kept,
                    "version " + number + " was pinned before: " + kept));
    return ExitCode.OK.code();
  }
}
