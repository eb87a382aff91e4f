package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs/nights}, a process a night, while DuckDB reads {@code latest} without a pause. */
@Tag("thorough")
class NightsIT {
  private static final long MINUTES = 30;

  @TempDir Path work;

  @Test
  void fiveNightsTellTheirStoryAndLatestIsReadableAllTheTime() throws Exception {
    Path said = work.resolve("said.txt");
    Process nights =
        new ProcessBuilder(
                Launcher.PROJECT.resolve("jobs/nights").toString(),
                work.resolve("nights").toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Path latest = work.resolve("nights/jiedui-data/sample/latest/effect_ratio.parquet");
    List<String> failures = new ArrayList<>();
    int reads = 0;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!nights.waitFor(50, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
      if (reads > 0 || Files.exists(latest)) {
        reads++;
        read(latest, failures);
      }
    }

    assertThat(nights.isAlive()).isFalse();
    assertThat(nights.exitValue()).as(Files.readString(said)).isZero();
    assertThat(failures).as("of %d reads", reads).isEmpty();
    assertThat(reads).isPositive();
    tells(Files.readString(said));
  }

  private static void tells(String story) {
    assertThat(story)
        .containsSubsequence(
            "night 2026-11-21: exit 0",
            "+3,500.50",
            "night 2026-11-22: exit 0",
            "-500.50",
            "night 2026-11-23: exit 0",
            "COL_MISSING",
            "night 2026-11-24: exit 4",
            "night 2026-11-24: exit 0",
            "night 2026-11-25: killed; 1 unfinished folder left",
            "+10.00",
            "night 2026-11-25: exit 0",
            "night 2026-11-25: exit 0",
            "2026-11-21",
            "2026-11-25",
            "-500.50",
            "late_2019.csv:3");
    assertThat(story.lines().filter(l -> l.strip().matches("6 +2026-11-2.*")))
        .as("a sixth version")
        .isEmpty();
  }

  private static void read(Path file, List<String> failures) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from '" + file + "'")) {
      if (!rows.next() || rows.getLong(1) == 0) {
        failures.add("no row");
      }
    } catch (SQLException e) {
      failures.add(e.getMessage());
    }
  }
}
