package org.jiedui.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.jiedui.run.Session;

/**
 * The grouping alone: accepted rows in Parquet to before and after sums of county and indicator.
 */
public final class SparkGrouping {
  private SparkGrouping() {}

  public static void main(String[] args) {
    SparkSession spark = Session.open("grouping");
    Column before = col("year").between(1996, 2015);
    Column after = col("year").between(2016, 2020);
    long groups =
        spark
            .read()
            .parquet(args[0])
            .groupBy("indicator", "direction", "form", "status", "unit_code")
            .agg(
                sum(when(before, col("amount"))).as("before"),
                sum(when(after, col("amount"))).as("after"),
                count(when(before, 1)).as("records_before"),
                count(when(after, 1)).as("records_after"))
            .collectAsList()
            .size();
    System.out.println(groups + " groups");
  }
}
