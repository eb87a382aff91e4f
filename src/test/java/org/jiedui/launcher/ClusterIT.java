package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiedui.launcher.Launcher.Outcome;
import org.jiedui.launcher.Launcher.Running;
import org.jiedui.publish.Json;
import org.jiedui.publish.TableDigests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real cluster publishes the very bytes of a local run. */
class ClusterIT {
  private static final int WORKERS = 2;

  @TempDir Path work;

  @Test
  void clusterPublishesTheBytesOfALocalRunWhereverItsDriverRuns() throws IOException {
    Map<String, String> local = localRun();
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      Path root = work.resolve("cluster");

      Outcome outcome = launcher().run(line(cluster, "run", "--root", root.toString()));

      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(madeBy("app-")).as("executors started").isPositive();
      assertThat(TableDigests.of(root, "sample")).isEqualTo(local);

      driverOnAWorker(cluster);
      assertThat(TableDigests.of(work.resolve("elsewhere"), "sample")).isEqualTo(local);
    }
  }

  /** Relative paths are of the caller, who waits; what became of the run stands in a file. */
  private void driverOnAWorker(StandaloneCluster cluster) throws IOException {
    String[] words = {
      "--deploy-mode", "cluster", "--driver-memory", "900m",
      "run", "--root", "elsewhere", "--status-file=status.json"
    };
    assertThat(madeBy("driver-")).isZero();

    Outcome outcome = launcher().run(line(cluster, words));

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(madeBy("driver-")).as("drivers started").isOne();
    assertThat(Json.object(Files.readString(work.resolve("status.json"))))
        .containsEntry("outcome", "published")
        .containsEntry("exitCode", 0L);
  }

  @Test
  @Tag("thorough")
  void workerKilledInTheMiddleOfAStageChangesNothing() throws IOException, InterruptedException {
    Map<String, String> local = localRun();
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      Path root = work.resolve("cluster");
      Running running = launcher().start(logged(cluster, "run", "--root", root.toString()));
      while (!events().contains("SparkListenerTaskStart") && running.process().isAlive()) {
        Thread.sleep(20);
      }
      assertThat(running.process().isAlive()).as("killed while the job runs").isTrue();

      cluster.killWorker(0);

      Outcome outcome = running.outcome();
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(events()).contains("SparkListenerExecutorRemoved");
      assertThat(TableDigests.of(root, "sample")).isEqualTo(local);
    }
  }

  @Test
  @Tag("thorough")
  void tasksThatFailAtRandomChangeNothing() throws IOException {
    assertThat(brokenBy("tasks")).as("tasks that failed").hasSizeGreaterThan(5);
    assertThat(events()).contains("a task that fails by chance");
  }

  @Test
  @Tag("thorough")
  void aStageThatIsRetriedChangesNothing() throws IOException {
    assertThat(brokenBy("executor")).containsExactly("executor");
    assertThat(events()).as("a stage's second attempt").contains("\"Stage Attempt ID\":1");
  }

  /** What was broken in a run that published the bytes of a local one. */
  private List<String> brokenBy(String kind) throws IOException {
    Map<String, String> local = localRun();
    Path broken = Files.createDirectories(work.resolve("broken"));
    Path root = work.resolve("cluster");
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      String classes = Launcher.PROJECT.resolve("target/test-classes").toString();
      String[] options = {
        "--conf", "spark.plugins=" + Chaos.class.getName(),
        "--conf", Chaos.KIND + "=" + kind,
        "--conf", Chaos.FOLDER + "=" + broken,
        "--conf", "spark.executor.extraClassPath=" + classes,
        "--driver-class-path", classes
      };
      String[] words =
          Stream.concat(Stream.of(options), Stream.of("run", "--root", root.toString()))
              .toArray(String[]::new);
      Outcome outcome = launcher().run(logged(cluster, words));
      assertThat(outcome.exit()).as(outcome.err()).isZero();
    }
    assertThat(TableDigests.of(root, "sample")).isEqualTo(local);
    try (Stream<Path> marks = Files.list(broken)) {
      return marks.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Map<String, String> localRun() throws IOException {
    Path root = work.resolve("local");
    Outcome outcome = launcher().run("run", "--root", root.toString());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return TableDigests.of(root, "sample");
  }

  /** A worker makes one folder for each driver, and for each application it has executors of. */
  private long madeBy(String kind) throws IOException {
    long made = 0;
    for (int worker = 0; worker < WORKERS; worker++) {
      try (Stream<Path> folders = Files.list(work.resolve("logs/worker-" + worker))) {
        made += folders.filter(f -> f.getFileName().toString().startsWith(kind)).count();
      }
    }
    return made;
  }

  private Path logs() throws IOException {
    return Files.createDirectories(work.resolve("logs"));
  }

  private Launcher launcher() {
    return Launcher.in(work).with("SPARK_LOCAL_IP", "127.0.0.1");
  }

  /** Options of Spark stand around the command on purpose. */
  private static String[] line(StandaloneCluster cluster, String... words) {
    return Stream.of(
            Stream.of("--master", cluster.url(), "--conf", "spark.driver.host=127.0.0.1"),
            Stream.of(words),
            Stream.of("--executor-memory", "768m", "--executor-cores", "1"))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  /** The same with a log of Spark's events. */
  private String[] logged(StandaloneCluster cluster, String... words) throws IOException {
    Path folder = Files.createDirectories(work.resolve("events"));
    String[] options = {
      "--conf", "spark.eventLog.enabled=true",
      "--conf", "spark.eventLog.dir=" + folder.toUri(),
      "--conf", "spark.eventLog.rolling.enabled=false",
      "--conf", "spark.eventLog.compress=false"
    };
    return line(
        cluster, Stream.concat(Stream.of(options), Stream.of(words)).toArray(String[]::new));
  }

  private String events() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> logs = Files.list(work.resolve("events"))) {
      for (Path log : logs.toList()) {
        text.append(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
