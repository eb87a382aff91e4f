package org.jiedui.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;

/** The one Spark session of a process, with the settings that the published numbers rest on. */
public final class Session {
  private static final Map<String, String> REQUIRED =
      new TreeMap<>(
          Map.of(
              "spark.sql.ansi.enabled", "true",
              "spark.sql.session.timeZone", "UTC",
              "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
              "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1",
              "spark.speculation", "false"));

  /** Keys whose values Spark keeps out of its logs and pages. */
  private static final String SECRET_KEYS =
      "(?i)secret|password|passwd|passphrase|token|access[.]?key|credential|user[.]?info";

  private Session() {}

  /** Opens the session. A user's setting that contradicts a required one is refused. */
  public static SparkSession open(String application) {
    SparkConf conf = new SparkConf();
    List<Problem> problems = new ArrayList<>();
    REQUIRED.forEach((key, value) -> require(conf, key, value, problems));
    InputException.throwIfAny(ExitCode.USAGE, problems);
    conf.setIfMissing("spark.master", "local[*]");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      // A task that runs out of memory is told of, see MemoryShortage; it does not end the process.
      conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    if (!conf.contains("spark.local.dir")) {
      conf.set("spark.local.dir", temporary());
    }
    conf.setIfMissing("spark.redaction.regex", SECRET_KEYS);
    conf.setIfMissing("spark.app.name", application);
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** A folder that only this user can look into; removed at exit. */
  private static String temporary() {
    try {
      Path folder = Files.createTempDirectory("jiedui-");
      CleanStop.removing(folder);
      return folder.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(SparkConf conf, String key, String value, List<Problem> problems) {
    String found = conf.get(key, value);
    if (!found.equalsIgnoreCase(value)) {
      problems.add(
          Problem.error(
                  "SPARK_SETTING",
                  Text.of(
                      "Spark 设置 " + key + "=" + found + " 会改变结果",
                      "the Spark setting " + key + "=" + found + " would change results"))
              .expected(value, value)
              .fix("去掉这一设置", "remove the setting"));
    }
    conf.set(key, value);
  }
}
