package org.jiedui.job;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.PanelFile;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
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
    PanelRows.Names names = names();
    return PanelRows.isParquet(file)
        ? new PanelRows(spark.get(), file, names).collected()
        : PanelFile.read(file, names.columns());
  }

  /** The same without reading it yet. */
  PanelRows rows(SparkSession spark) {
    return new PanelRows(spark, file, names());
  }

  private PanelRows.Names names() {
    if (indicator != null && values.size() != 1) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
              "USAGE",
              Text.of(
                  "有 --indicator 时只能有一个 --value 列",
                  "with --indicator there is exactly one --value column")));
    }
    return new PanelRows.Names(panel.unit(), panel.time(), values, group, indicator);
  }
}
