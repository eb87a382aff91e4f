package org.jiedui.job;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.jiedui.ingest.file.PanelFile;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.spark.Columns;
import org.jiedui.spark.FilePaths;
import org.jiedui.table.RegionYearRow;

/** The values of a user's panel as rows of Spark: read where Spark runs them, never collected. */
final class PanelRows {
  private static final int MOST_PROBLEMS = 100;

  private final SparkSession spark;
  private final Path file;
  private final Names names;

  /** Which column is which, as {@link PanelFile.Columns}; group and indicator may be null. */
  record Names(String unit, String time, List<String> values, String group, String indicator)
      implements Serializable {
    Names {
      values = new ArrayList<>(values);
    }

    PanelFile.Columns columns() {
      return new PanelFile.Columns(
          unit, time, values, Optional.ofNullable(group), Optional.ofNullable(indicator));
    }
  }

  PanelRows(SparkSession spark, Path file, Names names) {
    this.spark = spark;
    this.file = file;
    this.names = names;
  }

  static boolean isParquet(Path file) {
    return file.toString().endsWith(".parquet");
  }

  /** Different units that have a value, counted no further than asked for. */
  long units(int most) {
    if (isParquet(file)) {
      return parquet().select(names.unit()).distinct().limit(most).count();
    }
    try (Stream<PanelFile.Value> all = PanelFile.values(file, names.columns(), problem -> {})) {
      return all.map(PanelFile.Value::unit).distinct().limit(most).count();
    }
  }

  /** All values of a Parquet file, exactly as they are written. */
  List<PanelFile.Value> collected() {
    List<PanelFile.Value> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int line = 0;
    for (Row row : parquet().collectAsList()) {
      String place = file.getFileName() + ", row " + ++line;
      found.addAll(
          PanelFile.values(new PanelFile.Cells(row::getAs), names.columns(), place, problems::add));
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return found;
  }

  /** Region, year, indicator and value; what cannot be read is refused, as far as it is counted. */
  Dataset<Row> values() {
    CollectionAccumulator<Problem> problems = spark.sparkContext().collectionAccumulator();
    JavaRDD<PanelFile.Value> values =
        isParquet(file) ? ofParquet(problems) : ofText(spark, file.toString(), names, problems);
    Dataset<Row> rows =
        spark
            .createDataFrame(
                values
                    .filter(value -> Double.isFinite(value.value().doubleValue()))
                    .map(PanelRows::row),
                Columns.schema(
                    RegionYearRow.REGION_CODE,
                    RegionYearRow.YEAR,
                    RegionYearRow.INDICATOR,
                    RegionYearRow.VALUE))
            .persist(StorageLevel.MEMORY_AND_DISK());
    rows.count();
    // A task that was run twice tells twice.
    InputException.throwIfAny(
        ExitCode.INPUT,
        problems.value().stream()
            .distinct()
            .sorted(Comparator.comparing(Problem::toString))
            .limit(MOST_PROBLEMS)
            .toList());
    return rows;
  }

  private static Row row(PanelFile.Value value) {
    return RowFactory.create(
        value.unit(), value.year(), value.indicator(), value.value().doubleValue());
  }

  private Dataset<Row> parquet() {
    Dataset<Row> rows = spark.read().parquet(FilePaths.literal(file));
    PanelFile.Columns columns = names.columns();
    InputException.throwIfAny(
        ExitCode.INPUT, PanelFile.missing(file.toString(), List.of(rows.columns()), columns));
    return rows.select(
        columns.all().stream()
            .distinct()
            .map(name -> functions.col("`" + name.replace("`", "``") + "`").cast("string"))
            .toArray(Column[]::new));
  }

  private JavaRDD<PanelFile.Value> ofParquet(CollectionAccumulator<Problem> problems) {
    Names own = names;
    String place = file.getFileName().toString();
    return parquet()
        .javaRDD()
        .flatMap(
            row ->
                PanelFile.values(
                        new PanelFile.Cells(row::getAs),
                        own.columns(),
                        place,
                        problem -> tell(problems, problem))
                    .iterator());
  }

  /** One task reads the file from front to back: only a whole text shows its damage. */
  private static JavaRDD<PanelFile.Value> ofText(
      SparkSession spark, String file, Names names, CollectionAccumulator<Problem> problems) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(List.of(file), 1)
        .flatMap(
            name -> {
              Stream<PanelFile.Value> values =
                  PanelFile.values(
                      Path.of(name), names.columns(), problem -> tell(problems, problem));
              TaskCompletionListener end = context -> values.close();
              TaskContext.get().addTaskCompletionListener(end);
              return values.iterator();
            });
  }

  private static void tell(CollectionAccumulator<Problem> problems, Problem problem) {
    if (problems.value().size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
