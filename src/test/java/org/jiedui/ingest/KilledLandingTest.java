package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.JavaProcess;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while its tasks write, and another one after it. */
@ExtendWith(SharedSpark.class)
class KilledLandingTest {
  private static final int FILES = 24;
  private static final int ROWS = 4_000;

  /** Rows of the control, in four tasks. */
  private static final int APPENDED = 1_000;

  @TempDir private Path dir;

  /** Dies when two of its tasks have written. */
  static final class Child {
    public static void main(String... words) {
      Path folder = Path.of(words[0]);
      SparkSession spark =
          SparkSession.builder()
              .master("local[1]")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.driver.host", "127.0.0.1")
              .getOrCreate();
      if (words[1].equals("land")) {
        Thread watch = new Thread(() -> dieAfterTwoParts(folder.resolve("root/landing")));
        watch.setDaemon(true);
        watch.start();
        Ingest.run(spark, files(folder).request("root"));
      } else {
        append(spark, folder, 2);
      }
      System.out.println("survived");
    }

    private static void dieAfterTwoParts(Path landing) {
      while (parts(landing) < 2) {
        Thread.onSpinWait();
      }
      Runtime.getRuntime().halt(137);
    }
  }

  @Test
  void afterADeathInTheMiddleOfLandingEveryRowIsThereOnce(SparkSession spark) throws Exception {
    die("land");
    assertThat(parts(dir.resolve("root/landing"))).isGreaterThanOrEqualTo(2);
    long rows = rows(Ingest.run(spark, files(dir).request("root")));
    assertThat(rows).isEqualTo((long) FILES * ROWS);

    die("append");
    append(spark, dir, -1);
    long appended = spark.read().parquet(dir.resolve("appended").toString()).count();
    assertThat(appended).isGreaterThan(APPENDED);
    Proof.INGEST_KILLED.record(
        Counts.of((long) FILES * ROWS, rows - (long) FILES * ROWS)
            .control(APPENDED, appended - APPENDED));
  }

  private void die(String how) throws Exception {
    try (var child = JavaProcess.start(Child.class, JavaProcess.FOR_SPARK, dir.toString(), how)) {
      List<String> said = child.ended();
      assertThat(child.process().exitValue()).as(said.toString()).isEqualTo(137);
      assertThat(said).doesNotContain("survived");
    }
  }

  private static IngestFixture files(Path dir) {
    IngestFixture files = new IngestFixture(dir);
    for (int file = 0; file < FILES; file++) {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < ROWS; i++) {
        int id = file * ROWS + i;
        rows.append("s,%d,2016,710000,760121,fiscal,paid,1,元\n".formatted(id));
      }
      files.flows("f%02d.csv".formatted(file), rows.toString());
    }
    return files;
  }

  /** Records in the only cell there is. */
  private static long rows(IngestResult result) {
    String cell = IngestFixture.panel(result).get(0);
    return Long.parseLong(cell.substring(cell.lastIndexOf(' ') + 1));
  }

  private static long parts(Path landing) {
    if (!Files.isDirectory(landing)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(landing)) {
      return all.filter(f -> f.toString().endsWith(".parquet")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The control: appends to one folder as Spark does it, and dies in one of its tasks. */
  private static void append(SparkSession spark, Path folder, int deadly) {
    Dataset<Long> numbers = spark.range(0, APPENDED, 1, 4).as(Encoders.LONG());
    numbers
        .map((MapFunction<Long, Long>) n -> dyingIn(deadly, n), Encoders.LONG())
        .write()
        .mode("append")
        .parquet(folder.resolve("appended").toString());
  }

  private static Long dyingIn(int deadly, Long number) {
    if (TaskContext.getPartitionId() == deadly) {
      Runtime.getRuntime().halt(137);
    }
    return number;
  }
}
