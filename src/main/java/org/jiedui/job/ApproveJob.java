package org.jiedui.job;

import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets readers get a version by default that was published for review. */
@Command(name = "approve")
public final class ApproveJob implements Callable<Integer> {
  @Parameters(paramLabel = "N", descriptionKey = "approve.number")
  private long number;

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "approve.note")
  private String note = "";

  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Report report = reports.report();
    Commit commit = ReportOptions.version(report, number).commit();
    Printer printer = output.printer();
    if (commit.held()) {
      say(printer, report.approve(commit, note));
    } else {
      printer.line(Text.of("版本 " + number + " 无需批准", "version " + number + " needs no approval"));
    }
    report.repair().forEach(printer::problem);
    report
        .head()
        .ifPresent(
            head ->
                printer.line(
                    Text.of("默认版本:" + head.seq(), "the default version is " + head.seq())));
    return ExitCode.OK.code();
  }

  private void say(Printer printer, boolean first) {
    printer.line(
        first
            ? Text.of("已批准版本 " + number, "version " + number + " is approved")
            : Text.of("版本 " + number + " 此前已批准", "version " + number + " was approved before"));
  }
}
