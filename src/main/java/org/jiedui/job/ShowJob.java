package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.report.TableReport;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a published table, whole or filtered. */
@Command(name = "show")
public final class ShowJob implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", arity = "0..1", descriptionKey = "table")
  private String table;

  @Option(names = "--where", paramLabel = "COLUMN=VALUE", split = ",", descriptionKey = "where")
  private List<String> conditions = List.of();

  @Option(names = "--columns", paramLabel = "A,B", split = ",", descriptionKey = "columns")
  private List<String> columns = List.of();

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
  private Integer limit;

  @Mixin private VersionOptions versions;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Report report = versions.report();
    Version version = versions.version(report);
    if (table == null) {
      version.tables().forEach(name -> output.printer().line(Text.same(name)));
      return ExitCode.OK.code();
    }
    Frame frame = version.read(table);
    for (String condition : conditions) {
      frame = frame.where(Condition.of(condition, frame));
    }
    output.printer().table(TableReport.of(chosen(frame), List.of(note(version, frame))));
    return ExitCode.OK.code();
  }

  private Frame chosen(Frame frame) {
    List<Field> fields =
        columns.isEmpty()
            ? frame.fields()
            : columns.stream().map(name -> Condition.field(name, frame)).toList();
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : frame.rows()) {
      if (limit == null || rows.size() < limit) {
        rows.add(fields.stream().map(field -> row[frame.index(field)]).toArray());
      }
    }
    return Frame.view(frame.table(), fields, rows);
  }

  private static Text note(Version version, Frame frame) {
    String place = version.place() + "/" + frame.table() + ".parquet";
    return Text.of(
        frame.size() + " 行,版本 " + version.seq() + ",截至 " + version.commit().asOf() + ":" + place,
        frame.size()
            + " rows, version "
            + version.seq()
            + ", as of "
            + version.commit().asOf()
            + ": "
            + place);
  }
}
