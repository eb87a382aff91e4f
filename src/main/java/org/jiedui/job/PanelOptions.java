package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jiedui.ingest.file.PanelFile;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.spark.FilePaths;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A panel file of the user's own and the names of its columns. */
public final class PanelOptions {
  @Option(names = "--panel", paramLabel = "FILE", descriptionKey = "panel")
  private Path file;

  @Mixin private UnitTimeOptions panel;

  @Option(names = "--value", paramLabel = "COLUMN", split = ",", descriptionKey = "panel.value")
  private List<String> values = List.of("value");

  @Option(names = "--group", paramLabel = "COLUMN", descriptionKey = "panel.group")
  private String group;

  @Option(names = "--indicator", paramLabel = "COLUMN", descriptionKey = "panel.indicator")
  private String indicator;

  boolean given() {
    return file != null;
  }

  /** Reads the file; Parquet through Spark, everything else as delimited text. */
  List<PanelFile.Value> read(Supplier<SparkSession> spark) {
    PanelFile.Columns columns =
        new PanelFile.Columns(
            panel.unit(),
            panel.time(),
            values,
            Optional.ofNullable(group),
            Optional.ofNullable(indicator));
    if (indicator != null && values.size() != 1) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
              "USAGE",
              Text.of(
                  "有 --indicator 时只能有一个 --value 列",
                  "with --indicator there is exactly one --value column")));
    }
    return file.toString().endsWith(".parquet")
        ? parquet(spark.get(), columns)
        : PanelFile.read(file, columns);
  }

  private List<PanelFile.Value> parquet(SparkSession spark, PanelFile.Columns columns) {
    Dataset<Row> rows = spark.read().parquet(FilePaths.literal(file));
    InputException.throwIfAny(
        ExitCode.INPUT, PanelFile.missing(file.toString(), List.of(rows.columns()), columns));
    List<PanelFile.Value> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<String> names = columns.all();
    var texts = names.stream().map(name -> functions.col(name).cast("string")).toList();
    int line = 0;
    for (Row row : rows.select(texts.toArray(org.apache.spark.sql.Column[]::new)).collectAsList()) {
      line++;
      PanelFile.Cells cells = new PanelFile.Cells(name -> row.getString(names.indexOf(name)));
      PanelFile.add(cells, columns, file.getFileName() + ", row " + line, found, problems);
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return found;
  }
}
