package org.jiedui.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Runs independent replicates and hands their results back in the order of their numbers, so that
 * where they ran cannot be seen in them.
 */
interface Replicates {
  /** A replicate by its number. */
  interface One<T> extends Serializable {
    T of(int replicate);
  }

  <T extends Serializable> List<T> run(int count, One<T> one);

  /** Threads of the driver: for small data, where a job would cost more than the work. */
  static Replicates onDriver() {
    return new Replicates() {
      @Override
      public <T extends Serializable> List<T> run(int count, One<T> one) {
        return IntStream.range(0, count).parallel().mapToObj(one::of).toList();
      }
    };
  }

  /** Tasks of the cluster. */
  static Replicates onCluster(SparkSession spark) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return new Replicates() {
      @Override
      public <T extends Serializable> List<T> run(int count, One<T> one) {
        int tasks = Math.max(1, Math.min(count, 8 * context.defaultParallelism()));
        return context
            .parallelize(IntStream.range(0, count).boxed().toList(), tasks)
            .map(one::of)
            .collect();
      }
    };
  }
}
