package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed while they publish, and the one that comes after. */
class KilledProcessTest {
  /** Calls after which a process halts: lease, table, manifest, record, its folder, the hint. */
  private static final List<String> POINTS =
      List.of(
          "link .*/nightly.json",
          "write .*/b.parquet",
          "move .*/manifest.json",
          "link .*_commits/\\d+.json",
          "force .*_commits",
          "move .*/latest");

  @TempDir private Path root;

  @Test
  void twentyKillsLoseNothingAndPublishNothingTwice() throws Exception {
    Duration worst = kill(14, 1);
    int twice = halted(POINTS, "look");
    assertThat(twice).isZero();
    List<String> late = POINTS.subList(3, POINTS.size());
    Proof.PUBLISH_KILL_9.record(
        Counts.of(14 + POINTS.size(), twice)
            .control(late.size(), halted(late, "blind"))
            .worst(worst));
  }

  @Test
  @Tag("thorough")
  void fiveHundredKills() throws Exception {
    Duration worst = kill(500, 2);
    List<String> late = POINTS.subList(3, POINTS.size());
    Proof.PUBLISH_KILL_9_THOROUGH.record(
        Counts.of(500, 0).control(late.size(), halted(late, "blind")).worst(worst));
  }

  /** Kills at random times; returns the slowest recovery, start of the process included. */
  private Duration kill(int times, long seed) throws Exception {
    Random random = new Random(seed);
    Store store = new LocalStore(root.resolve("random" + seed));
    long worst = 0;
    int acknowledged = 0;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      String folder = root.resolve("random" + seed).toString();
      try (var other =
          JavaProcess.start(NightProcess.class, List.of(), folder, acknowledged + 1 + "", "look")) {
        other.await("acknowledged");
        worst = Math.max(worst, System.nanoTime() - start);
        Thread.sleep(random.nextInt(120));
        other.kill();
        acknowledged = last(other.ended(), "acknowledged", acknowledged + 1);
      }
      assertThat(Trial.visible(store)).isIn(acknowledged, acknowledged + 1);
      Trial.checkHistory(store);
    }
    return Duration.ofNanos(worst);
  }

  /** Halts at points and runs again; returns how often inputs were published twice. */
  private int halted(List<String> points, String look) throws Exception {
    int twice = 0;
    for (String point : points) {
      Path folder = root.resolve(look + points.indexOf(point));
      try (var dying =
          JavaProcess.start(NightProcess.class, List.of(), folder.toString(), "1", look, point)) {
        assertThat(last(dying.ended(), "begins", 0)).isEqualTo(1);
        assertThat(dying.process().exitValue()).isEqualTo(137);
      }
      NightProcess.night(new LocalStore(folder), 1, look.equals("blind"));
      twice += isTwice(new LocalStore(folder)) ? 1 : 0;
    }
    return twice;
  }

  private static boolean isTwice(Store store) {
    List<List<InputDigest>> inputs = new ArrayList<>();
    Report report = Trial.report(store);
    for (Commit commit : report.history().commits()) {
      inputs.add(report.version(commit.seq()).orElseThrow().manifest().inputs().files());
    }
    return inputs.size() > 1 && inputs.get(0).equals(inputs.get(1));
  }

  private static int last(List<String> lines, String word, int otherwise) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .mapToInt(line -> Integer.parseInt(line.substring(word.length() + 1)))
        .max()
        .orElse(otherwise);
  }
}
