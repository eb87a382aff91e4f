package org.jiedui;

import org.apache.spark.sql.SparkSession;

/**
 * A process that runs studies one after another, each in a session of its own. Words, for each: the
 * study, the root, the number of cores, the number of partitions, whether plans are adaptive. Says
 * the exit code of each, and a sum of doubles as Spark makes it there.
 */
public final class RunsInSettings {
  static final int WORDS = 5;

  private RunsInSettings() {}

  public static void main(String... words) {
    for (int i = 0; i < words.length; i += WORDS) {
      System.setProperty("spark.master", "local[" + words[i + 2] + "]");
      System.setProperty("spark.default.parallelism", words[i + 3]);
      System.setProperty("spark.sql.shuffle.partitions", words[i + 3]);
      System.setProperty("spark.sql.adaptive.enabled", words[i + 4]);
      int exit = Main.run("run", "--study", words[i], "--root", words[i + 1]);
      System.out.println("exit " + exit);
      SparkSession spark = SparkSession.active();
      System.out.println("sum " + sum(spark, Integer.parseInt(words[i + 3])));
      spark.stop();
    }
  }

  private static double sum(SparkSession spark, int partitions) {
    return spark
        .range(0, 100_000, 1, partitions)
        .selectExpr("sum(1.0D / (id + 1))")
        .first()
        .getDouble(0);
  }
}
