package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiedui.launcher.Launcher.Outcome;
import org.jiedui.publish.Json;
import org.jiedui.publish.Lease;
import org.jiedui.publish.Report;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nights under clocks that libfaketime sets wrong: order, lease and retention stay. */
@Tag("thorough")
class WrongClocksIT {
  private static final String AHEAD = "+2d";
  private static final String BEHIND = "-2d";

  /** Some seconds before the clocks of New York go back an hour; a night takes longer. */
  private static final String END_OF_SUMMER_TIME = "@2026-11-01 01:59:55";

  @TempDir Path work;
  private SampleStudy sample;
  private Report report;

  @Test
  void orderLeaseAndRetentionDoNotFollowTheClock() throws Exception {
    assumeTrue(
        !libraries().isEmpty(), "no faketime on this machine: no run is given a wrong clock");
    sample = SampleStudy.in(work);
    report = new Report(work.resolve("root"), "sample");
    leaseIsHeld();
    int weaker = night(AHEAD, "2026-11-20", 1);
    weaker += night(BEHIND, "2026-11-21", 2);
    weaker += night(END_OF_SUMMER_TIME, "2026-11-22", 3);
    weaker += night("", "2026-11-21", 3);
    assertThat(weaker).as("versions that are not the last by the clock of their run").isPositive();
    whatIsYoungStays();
    assertThat(clocked("").run("verify", "--all", "--root", "root").exit()).isZero();
    Proof.RUN_CLOCK_THOROUGH.record(Counts.of(8, 0).control(4, weaker));
  }

  /** A correction is published; returns 1 when order by the clocks would show another version. */
  private int night(String clock, String asOf, long head) throws Exception {
    Outcome outcome = start(clock, asOf);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(report.head().orElseThrow().seq()).as(asOf).isEqualTo(head);
    drop(sample.records().resolve("records_2016_2020.csv"));
    return byClock() == head ? 0 : 1;
  }

  /** A lease of now is neither stale two days later nor of the future two days before. */
  private void leaseIsHeld() throws Exception {
    try (Lease held = report.lease().beating()) {
      assertThat(held.warnings()).isEmpty();
      for (String clock : List.of(AHEAD, BEHIND)) {
        Outcome outcome = start(clock, "2026-11-20");
        assertThat(outcome.exit()).as(clock + outcome.err()).isEqualTo(75);
      }
    }
    assertThat(report.history().commits()).isEmpty();
  }

  /** What a run left behind just now is kept two days, by the clock of the disk. */
  private void whatIsYoungStays() throws Exception {
    Path left = work.resolve("root/sample/data/2026-11-23-" + "0".repeat(32));
    Files.writeString(Files.createDirectories(left).resolve("a.parquet"), "unfinished");
    for (String clock : List.of("+3d", BEHIND)) {
      Outcome outcome = clocked(clock).run("gc", "--root", "root", "--format", "csv");
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(left.resolve("a.parquet")).exists();
    }
  }

  private Outcome start(String clock, String asOf) throws Exception {
    return clocked(clock)
        .run("nightly", "--study", sample.study().toString(), "--root", "root", "--as-of", asOf);
  }

  /** The control: the version of the run that began last by its own clock. */
  private long byClock() throws IOException {
    List<Map<String, Object>> accounts = new ArrayList<>();
    try (Stream<Path> files = Files.list(work.resolve("root/sample/_runs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        accounts.add(Json.object(Files.readString(file)));
      }
    }
    return accounts.stream()
        .filter(account -> "published".equals(account.get("outcome")))
        .max(Comparator.comparing(account -> Instant.parse((String) account.get("began"))))
        .map(account -> (Long) account.get("version"))
        .orElseThrow();
  }

  private static void drop(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
  }

  /** The monotonic clock is right: a wrong one is no fault of a clock that somebody set. */
  private Launcher clocked(String clock) throws Exception {
    Launcher launcher = Launcher.in(work).with("JIEDUI_CDS", "off");
    return clock.isEmpty()
        ? launcher
        : launcher
            .with("LD_PRELOAD", libraries())
            .with("TZ", "America/New_York")
            .with("FAKETIME", clock)
            .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            .with("DONT_FAKE_MONOTONIC", "1")
            .with("FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }

  /** What faketime has loaded into programs; empty where it is not installed. */
  private static String libraries() throws Exception {
    try {
      Process process =
          new ProcessBuilder("faketime", "-m", "-f", "+0d", "printenv", "LD_PRELOAD").start();
      byte[] said = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? new String(said, StandardCharsets.UTF_8).strip() : "";
    } catch (IOException missing) {
      return "";
    }
  }
}
