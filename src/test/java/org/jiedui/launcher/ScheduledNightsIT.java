package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Reports;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line of cron as cron runs it: after nights that were missed, and twice at once. */
@Tag("thorough")
class ScheduledNightsIT {
  private static final int NIGHTS = 8;

  @TempDir Path work;

  @Test
  void missedNightsAreMadeUpForInOrderAndTwiceAtOnceIsOnce() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "no flock: the line of cron is not run");
    SampleStudy sample = SampleStudy.in(work);
    Process one = cron(sample, "data", line());
    Process other = cron(sample, "data", line());
    assertThat(one.waitFor(10, TimeUnit.MINUTES) && other.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(cron(sample, "data", line()).waitFor()).isZero();

    List<LocalDate> nights = nights("data");
    LocalDate yesterday = LocalDate.now().minusDays(1);
    List<LocalDate> expected =
        yesterday.minusDays(NIGHTS - 1).datesUntil(yesterday.plusDays(1)).toList();
    assertThat(nights).isEqualTo(expected);
    assertThat(Files.readString(work.resolve("data/last-exit")).strip()).isEqualTo("0");

    String fromNow = line().replaceAll("--since \\S+( \\S+){5}", "").replace("yesterday", "now");
    assertThat(cron(sample, "weak", fromNow).waitFor()).isZero();
    int missing = NIGHTS - new TreeSet<>(nights("weak")).size();
    assertThat(missing).isPositive();
    Proof.RUN_SCHEDULES_THOROUGH.record(Counts.of(NIGHTS, 0).control(NIGHTS, missing));
  }

  private List<LocalDate> nights(String data) {
    return Reports.in(work.resolve(data).resolve("reports"))
        .named("sample")
        .history()
        .commits()
        .stream()
        .sorted(java.util.Comparator.comparing(Commit::seq))
        .map(Commit::asOf)
        .toList();
  }

  /** The first command of the recipe, as cron hands it to the shell. */
  private static String line() throws IOException {
    try (Stream<String> lines = Files.lines(Launcher.PROJECT.resolve("jobs/schedule/cron"))) {
      String found = lines.filter(l -> l.matches("[0-9].*nightly.*")).findFirst().orElseThrow();
      return found.split(" ", 7)[6].replace("\\%", "%");
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
    return builder.start();
  }
}
