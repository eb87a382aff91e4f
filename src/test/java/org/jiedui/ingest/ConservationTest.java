package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.PlantedBreak;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A row that is lost, or one fen too much, must end the run. */
@ExtendWith(SharedSpark.class)
class ConservationTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void landed() {
    files = new IngestFixture(dir);
    files.flows(
        "a.csv",
        "s,1,2016,,760121,fiscal,paid,1,元\ns,2,2016,,760121,cadres,,2,人\n"
            + "s,3,2016,,760122,cadres,,3,人\n");
  }

  @Test
  void nothingBrokenNothingSaid(SparkSession spark) {
    Ingest.run(spark, files.request("root"));

    assertThatCode(() -> Ingest.run(spark, files.request("root"))).doesNotThrowAnyException();
  }

  @Test
  void aRowDroppedFromTheLanding(SparkSession spark) throws Exception {
    Ingest.run(spark, files.request("root"));
    PlantedBreak.rewrite(landed(".parquet"), record -> record.line != 3);

    breaks(spark, "rows", "cadres");
  }

  @Test
  void oneFenAddedInTheLanding(SparkSession spark) throws Exception {
    Ingest.run(spark, files.request("root"));
    PlantedBreak.rewrite(
        landed(".parquet"),
        record -> {
          record.amount += record.line == 2 ? 1 : 0;
          return true;
        });

    breaks(spark, "fiscal", "101");
  }

  @Test
  void oneFenAddedInTheSums(SparkSession spark) throws Exception {
    Ingest.run(spark, files.request("root"));
    PlantedBreak.addToSums(landed(".sums"), 1);
    deletePanel();

    breaks(spark, "geography → panel", "fiscal");
  }

  private void breaks(SparkSession spark, String... words) {
    assertThatThrownBy(() -> Ingest.run(spark, files.request("root")))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.INTERNAL);
              assertThat(e.getMessage()).contains("NOT_CONSERVED").contains(words);
            });
  }

  private Path landed(String ending) throws IOException {
    try (var all = Files.walk(dir.resolve("root/landing"))) {
      return all.filter(p -> p.getFileName().toString().equals("part-00000" + ending))
          .findFirst()
          .orElseThrow();
    }
  }

  private void deletePanel() throws IOException {
    try (var all = Files.walk(dir.resolve("root/panel"))) {
      for (Path p : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
