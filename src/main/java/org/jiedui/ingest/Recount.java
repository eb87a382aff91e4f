package org.jiedui.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;

/**
 * Counts all landings again from their files, by Spark: one query, whatever the number of files.
 */
final class Recount {
  private static final StructType COLUMNS =
      new StructType()
          .add("src", DataTypes.LongType)
          .add("item", DataTypes.IntegerType)
          .add("year", DataTypes.IntegerType)
          .add("indicator", DataTypes.StringType)
          .add("amount", DataTypes.LongType);

  private Recount() {}

  /** Rows, records and amount of one indicator in one landing. */
  record Count(long src, String indicator, boolean inScope, long rows, long records, long amount) {}

  static List<Count> of(
      SparkSession spark, IngestRequest request, LandingStore store, List<Landing> landings) {
    String[] files =
        landings.stream()
            .flatMap(
                l ->
                    l.parts().stream()
                        .filter(p -> p.records() > 0)
                        .map(p -> store.file(l, p, LandingPart.RECORDS).toUri().toString()))
            .toArray(String[]::new);
    if (files.length == 0) {
      return List.of();
    }
    Column inScope = col("year").between(request.fromYear(), request.toYear());
    return spark
        .read()
        .schema(COLUMNS)
        .parquet(files)
        .groupBy(col("src"), col("indicator"), inScope.as("in_scope"))
        .agg(
            sum(when(col("item").equalTo(0), lit(1L)).otherwise(lit(0L))).as("rows"),
            count(lit(1)).as("records"),
            sum(col("amount")).as("amount"))
        .collectAsList()
        .stream()
        .map(Recount::counted)
        .toList();
  }

  private static Count counted(Row row) {
    return new Count(
        row.getLong(0),
        row.getString(1),
        row.getBoolean(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5));
  }
}
