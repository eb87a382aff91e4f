package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.sql.SparkSession;
import org.jiedui.stats.Points;

/**
 * The k-means fit of Spark's MLlib from given centres. The points lie sorted in one partition: in
 * several, MLlib's sums and with them its clusters would depend on their number.
 */
final class PublishedFit {
  private static final double STILL = 1e-6;

  private PublishedFit() {}

  /** Labels 0…k−1; a cluster that lost all its points is simply not among them. */
  static int[] labels(SparkSession spark, Points points, double[][] centres, int rounds) {
    List<Vector> vectors =
        IntStream.range(0, points.size()).mapToObj(i -> Vectors.dense(points.row(i))).toList();
    JavaRDD<Vector> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(vectors, 1).cache();
    try {
      KMeansModel model =
          new KMeans()
              .setK(centres.length)
              .setInitialModel(model(centres))
              .setMaxIterations(rounds)
              .setEpsilon(STILL)
              .run(rows.rdd());
      return vectors.stream().mapToInt(model::predict).toArray();
    } finally {
      rows.unpersist();
    }
  }

  private static KMeansModel model(double[][] centres) {
    return new KMeansModel(Arrays.stream(centres).map(Vectors::dense).toArray(Vector[]::new));
  }
}
