package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
import org.jiedui.publish.TableFile;
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
  private static final int MOST_LINES = 1_000;

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
    try (TableFile.Rows rows = version.rows(table)) {
      show(version, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.OK.code();
  }

  /** Row by row: what passes is kept, as far as it is printed. */
  private void show(Version version, TableFile.Rows rows) throws IOException {
    Frame empty = Frame.view(table, rows.fields(), List.of());
    List<Field> fields =
        columns.isEmpty()
            ? empty.fields()
            : columns.stream().map(name -> Condition.field(name, empty)).toList();
    Predicate<Object[]> passes =
        conditions.stream()
            .map(condition -> Condition.of(condition, empty))
            .reduce(row -> true, Predicate::and);
    List<Object[]> chosen = new ArrayList<>();
    long found = 0;
    for (Object[] row = rows.next(); row != null; row = rows.next()) {
      if (passes.test(row)) {
        found++;
        if (chosen.size() < most()) {
          chosen.add(only(row, fields, empty));
        }
      }
    }
    Frame frame = Frame.view(table, fields, chosen);
    output.printer().table(TableReport.of(frame, notes(version, found, chosen.size())));
  }

  private static Object[] only(Object[] row, List<Field> fields, Frame table) {
    return fields.stream().map(field -> row[table.index(field)]).toArray();
  }

  /** Nobody reads more lines than that on a terminal; programs get every row. */
  private int most() {
    return limit != null ? limit : output.printer().forPeople() ? MOST_LINES : Integer.MAX_VALUE;
  }

  private List<Text> notes(Version version, long found, int shown) {
    Text all = note(version, found);
    return shown == found || limit != null
        ? List.of(all)
        : List.of(
            Text.of(
                "只列出前 " + shown + " 行;其余用 --limit 或 --format csv",
                "the first " + shown + " rows; --limit or --format csv gives the others"),
            all);
  }

  private Text note(Version version, long found) {
    String place = version.place() + "/" + table + ".parquet";
    return Text.of(
        found + " 行,版本 " + version.seq() + ",截至 " + version.commit().asOf() + ":" + place,
        found
            + " rows, version "
            + version.seq()
            + ", as of "
            + version.commit().asOf()
            + ": "
            + place);
  }
}
