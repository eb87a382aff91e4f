package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jiedui.launcher.Launcher.Outcome;
import org.jiedui.publish.JavaProcess;
import org.jiedui.publish.Json;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole study on ten times the records of the sample with little memory. */
@Tag("thorough")
class SmallMemoryIT {
  private static final int RECORDS = 175_000;
  private static final long MEBIBYTE = 1L << 20;

  @TempDir Path work;

  /** The control: all rows in the driver. */
  static final class Collecting {
    public static void main(String... words) {
      SparkSession spark = LocalSpark.on("local[2]").getOrCreate();
      System.out.println(spark.range(20_000_000).collectAsList().size() + " collected");
    }
  }

  @Test
  void itIsDoneOrRefusedWithAdvice() throws Exception {
    Path study = tenfold();
    Outcome done = run(study, "512m", "done");
    assertThat(done.exit()).as(done.err()).isIn(0, 6);
    if (done.exit() == 6) {
      assertThat(done.err()).contains("MEMORY_SHORT", "--driver-memory");
    }
    Map<String, Object> account = Json.object(Files.readString(work.resolve("done/status.json")));
    assertThat(account.get("exitCode")).isEqualTo((long) done.exit());
    long peak = (Long) account.get("peakMemoryBytes") / MEBIBYTE;

    try (var collecting =
        JavaProcess.start(
            Collecting.class, List.of("-Xmx512m", "--add-opens=java.base/java.nio=ALL-UNNAMED"))) {
      assertThat(collecting.ended()).noneMatch(line -> line.endsWith("collected"));
    }
    Proof.RUN_MEMORY.record(Counts.of(1, 0).control(1, 1).memory(peak));
  }

  private Path tenfold() throws IOException {
    Path records = work.resolve("tenfold");
    Outcome made =
        Launcher.in(work).run("generate", "--out", records.toString(), "--records", RECORDS + "");
    assertThat(made.exit()).as(made.err()).isZero();
    String text = Files.readString(SampleStudy.in(work).study());
    String sample = Launcher.PROJECT.resolve("conf") + "/../sample-data/counties";
    return Files.writeString(
        work.resolve("tenfold.conf"),
        text.replace(work.resolve("records").toString(), records.resolve("records").toString())
            .replace(sample, records.toString()));
  }

  private Outcome run(Path study, String heap, String root) {
    return Launcher.in(work)
        .run(
            "run",
            "--driver-memory",
            heap,
            "--study",
            study.toString(),
            "--root",
            work.resolve(root).toString(),
            "--status-file",
            work.resolve(root).resolve("status.json").toString());
  }
}
