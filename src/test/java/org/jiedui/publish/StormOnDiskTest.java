package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes at once on one folder of a disk, some of them killed, and readers meanwhile. */
@Tag("thorough")
class StormOnDiskTest {
  private static final int WRITERS = 8;
  private static final int READERS = 16;
  private static final int NIGHTS = 200;

  private static final int MINUTES = 30;

  /** Half an hour, or as many minutes as {@code -Dstorm.minutes} says. */
  private static final Duration LENGTH =
      Duration.ofMinutes(Integer.getInteger("storm.minutes", MINUTES));

  @TempDir private Path root;

  @Test
  void whileEightProcessesPublishAndAreKilledReadersSeeWholeVersions() throws Exception {
    Trial.publish(new LocalStore(root), Trial.NIGHT, 10);
    Replay replay = new Replay();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(READERS);
    List<Future<Integer>> reading = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      List<Replay.Met> seen = replay.reader();
      reading.add(pool.submit(() -> read(over, seen, replay)));
    }
    int kills = storm(replay);
    over.set(true);
    int globbed = 0;
    for (Future<Integer> each : reading) {
      globbed += each.get();
    }
    pool.shutdown();
    List<String> anomalies = replay.anomalies(new LocalStore(root));
    assertThat(anomalies).isEmpty();
    assertThat(kills).isGreaterThan(10);
    assertThat(globbed).isPositive();
    if (LENGTH.toMinutes() >= MINUTES) {
      Proof.PUBLISH_STORM_ON_DISK_THOROUGH.record(
          Counts.of(replay.operations(), 0).control(READERS, globbed));
    }
  }

  /** Kills one of the writers every second and puts another in its place; returns how often. */
  private int storm(Replay replay) throws Exception {
    Random random = new Random(10);
    List<JavaProcess> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(writer(i));
    }
    int kills = 0;
    long end = System.nanoTime() + LENGTH.toNanos();
    while (System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1_000));
      int i = random.nextInt(WRITERS);
      ended(writers.get(i), replay);
      writers.set(i, writer(WRITERS + ++kills));
    }
    for (JavaProcess writer : writers) {
      ended(writer, replay);
    }
    return kills;
  }

  private JavaProcess writer(int seed) throws Exception {
    JavaProcess writer =
        JavaProcess.start(StormProcess.class, List.of(), root.toString(), "storm", "" + seed);
    writer.process().getOutputStream().close();
    return writer;
  }

  /** Kills it and keeps what it had been told. */
  private static void ended(JavaProcess writer, Replay replay) throws InterruptedException {
    writer.kill();
    for (String line : writer.ended()) {
      String[] words = line.split(" ");
      if (words[0].equals("told") && words.length == 4) {
        LocalDate asOf = LocalDate.parse(words[1]);
        replay.acknowledged(
            new Replay.Met(asOf, Long.parseLong(words[2]), Integer.parseInt(words[3])));
      } else if (words[0].equals("wrong")) {
        replay.anomaly(line);
      }
    }
    writer.close();
  }

  /** Looks by the rule, and once at everything that lies there: 1 when that is no version. */
  private int read(AtomicBoolean over, List<Replay.Met> seen, Replay replay) throws Exception {
    Store store = new LocalStore(root);
    int globbed = 0;
    while (!over.get()) {
      try {
        seen.add(Replay.Met.of(Trial.report(store).head().orElseThrow()));
      } catch (AssertionError | RuntimeException e) {
        replay.anomaly("a reader: " + e);
      }
      globbed = globbed == 1 || isMixed(store) ? 1 : 0;
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return globbed;
  }

  /** The control: whether the folder of data holds anything but one version. */
  private static boolean isMixed(Store store) throws IOException {
    return store.list(Trial.ID + "/data").size() != 1;
  }

  @Test
  void twoProcessesThatPublishEachNightAtOncePublishItOnce() throws Exception {
    int twice = together("nights");
    assertThat(twice).isZero();
    int weaker = together("blind");
    assertThat(weaker).isPositive();
    Proof.PUBLISH_SAME_NIGHT_THOROUGH.record(Counts.of(NIGHTS, twice).control(NIGHTS, weaker));
  }

  /** How many nights are more than one commit after two processes have published all of them. */
  private int together(String how) throws Exception {
    Path shared = root.resolve(how);
    try (var one =
            JavaProcess.start(StormProcess.class, List.of(), shared.toString(), how, "" + NIGHTS);
        var other =
            JavaProcess.start(StormProcess.class, List.of(), shared.toString(), how, "" + NIGHTS)) {
      one.await("ready");
      other.await("ready");
      one.process().getOutputStream().close();
      other.process().getOutputStream().close();
      one.await("done");
      other.await("done");
      assertThat(one.ended()).noneMatch(line -> line.startsWith("wrong"));
      assertThat(other.ended()).noneMatch(line -> line.startsWith("wrong"));
    }
    List<Commit> commits = Trial.report(new LocalStore(shared)).history().commits();
    assertThat(commits.stream().map(Commit::asOf).distinct()).hasSize(NIGHTS);
    return commits.size() - NIGHTS;
  }
}
