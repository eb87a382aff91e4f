package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is missing on this machine. */
@Command(name = "doctor")
public final class DoctorJob implements Callable<Integer> {
  private static final long ROWS = 1000;

  @Option(names = "--root", paramLabel = "DIR", descriptionKey = "root")
  private Path root = Path.of("jiedui-data");

  @Option(names = "--spark", descriptionKey = "doctor.spark")
  private boolean startSpark;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(Machine.findings());
    findings.addAll(new StoreCheck(root).findings());
    if (startSpark) {
      findings.add(trial());
    }
    findings.addAll(Programs.findings());
    output.printer().table(table(findings));
    boolean bad = findings.stream().anyMatch(f -> f.state() == Finding.State.BAD);
    return (bad ? ExitCode.FOUND : ExitCode.OK).code();
  }

  /** Starts Spark with the settings of the command line and lets every partition count. */
  private static Finding trial() {
    Text subject = Text.of("Spark 试算", "Spark trial");
    long start = System.nanoTime();
    SparkSession spark = Session.open("jiedui doctor");
    long sum = spark.range(ROWS).repartition(2).selectExpr("sum(id)").head().getLong(0);
    String found =
        String.format(
            Locale.ROOT,
            "Spark %s  %s  %.1f s",
            spark.version(),
            spark.sparkContext().master(),
            (System.nanoTime() - start) / 1e9);
    if (sum != ROWS * (ROWS - 1) / 2) {
      return Finding.bad(subject, Text.same(found + ": " + sum), Text.NONE);
    }
    return Finding.good(subject, found);
  }

  static PaperTable table(List<Finding> findings) {
    return new PaperTable(
        "doctor",
        Text.of("本机检查", "This machine"),
        List.of(
            PaperTable.Column.of("state", "状态", "State"),
            PaperTable.Column.of("subject", "检查项", "Checked"),
            PaperTable.Column.of("found", "结果", "Found"),
            PaperTable.Column.of("advice", "说明", "Remark")),
        findings.stream().map(DoctorJob::row).toList(),
        List.of());
  }

  private static PaperTable.Row row(Finding finding) {
    return PaperTable.Row.of(
        List.of(
            new Cell.Words(finding.state().word()),
            new Cell.Words(finding.subject()),
            new Cell.Words(finding.found()),
            new Cell.Words(finding.advice())));
  }
}
