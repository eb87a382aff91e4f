package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Reports;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line of cron as cron runs it: after nights that were missed, and twice at once. */
@Tag("thorough")
class ScheduledNightsIT {
  /** Three that were missed and the last one. */
  private static final int NIGHTS = 4;

  private static final long HOURS = 2;

  @TempDir Path work;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leavesNothingRunning() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void missedNightsAreMadeUpForInOrderAndTwiceAtOnceIsOnce() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "no flock: the line of cron is not run");
    SampleStudy sample = SampleStudy.in(work);
    Process one = cron(sample, "data", line());
    Process other = cron(sample, "data", line());
    ended(one);
    ended(other);
    assertThat(lastExit("data")).isEqualTo("0");
    ended(cron(sample, "data", line()));
    assertThat(lastExit("data")).isEqualTo("0");

    List<LocalDate> nights = nights("data");
    LocalDate yesterday = LocalDate.now().minusDays(1);
    List<LocalDate> expected =
        yesterday.minusDays(NIGHTS - 1).datesUntil(yesterday.plusDays(1)).toList();
    assertThat(nights).isEqualTo(expected);

    String fromNow = line().replaceAll("--since \\S+( \\S+){5}", "").replace("yesterday", "now");
    ended(cron(sample, "weak", fromNow));
    assertThat(lastExit("weak")).isEqualTo("0");
    int missing = NIGHTS - new TreeSet<>(nights("weak")).size();
    assertThat(missing).isPositive();
    Proof.RUN_SCHEDULES_THOROUGH.record(Counts.of(NIGHTS, 0).control(NIGHTS, missing));
  }

  private static void ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(HOURS, TimeUnit.HOURS)).isTrue();
  }

  /** What the line keeps of the program, whose exit code it swallows. */
  private String lastExit(String data) throws IOException {
    return Files.readString(work.resolve(data).resolve("last-exit")).strip();
  }

  private List<LocalDate> nights(String data) {
    return Reports.in(work.resolve(data).resolve("reports"))
        .named("sample")
        .history()
        .commits()
        .stream()
        .sorted(Comparator.comparing(Commit::seq))
        .map(Commit::asOf)
        .toList();
  }

  /** The first command of the recipe, as cron hands it to the shell, for fewer nights. */
  private static String line() throws IOException {
    try (Stream<String> lines = Files.lines(Launcher.PROJECT.resolve("jobs/schedule/cron"))) {
      String found = lines.filter(l -> l.matches("[0-9].*nightly.*")).findFirst().orElseThrow();
      return found.split(" ", 7)[6].replace("\\%", "%").replace("8 days ago", NIGHTS + " days ago");
    }
  }

  private Process cron(SampleStudy sample, String folder, String line) throws IOException {
    Path data = Files.createDirectories(work.resolve(folder));
    String settings =
        "DATA='%s'; JIEDUI='%s'; STUDY='%s'; "
            .formatted(data, Launcher.PROJECT.resolve("jobs/jiedui"), sample.study());
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", settings + line)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("said").toFile()));
    builder.environment().put("JIEDUI_BUILD", "never");
    builder.environment().put("CI", "true");
    Process process = builder.start();
    started.add(process);
    return process;
  }
}
