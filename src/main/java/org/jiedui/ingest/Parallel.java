package org.jiedui.ingest;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;

/** One Spark job over a list of small tasks; results come back in the order of the list. */
final class Parallel {
  private Parallel() {}

  static <T, R> List<R> map(
      SparkSession spark, String what, List<T> tasks, int slices, Function<T, R> run) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    context.setJobDescription(what);
    try {
      return context
          .parallelize(tasks, Math.max(1, Math.min(slices, tasks.size())))
          .map(run)
          .collect();
    } finally {
      context.setJobDescription(null);
    }
  }
}
