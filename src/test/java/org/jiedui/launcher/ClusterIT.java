package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.launcher.Launcher.Outcome;
import org.jiedui.launcher.Launcher.Running;
import org.jiedui.publish.JavaProcess;
import org.jiedui.publish.Json;
import org.jiedui.publish.TableDigests;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real cluster publishes the very bytes of a local run. */
class ClusterIT {
  private static final int WORKERS = 2;
  private static final int PARTITIONS = 30;

  @TempDir static Path here;
  private static Map<String, String> local;

  @TempDir Path work;

  /** The control: tasks that append to the place that is read, and fail as those of a study do. */
  static final class Appending {
    public static void main(String... words) {
      SparkSession spark =
          LocalSpark.on("local[2,4]")
              .config("spark.plugins", Chaos.class.getName())
              .config(Chaos.KIND, "tasks")
              .config(Chaos.FOLDER, words[0])
              .getOrCreate();
      String file = words[1];
      spark
          .range(0, PARTITIONS, 1, PARTITIONS)
          .javaRDD()
          .foreachPartition(
              rows ->
                  Files.writeString(
                      Path.of(file),
                      "row\n",
                      StandardOpenOption.CREATE,
                      StandardOpenOption.APPEND));
    }
  }

  @BeforeAll
  static void localRun() {
    Outcome outcome = Launcher.in(here).run("run", "--root", "local");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    local = TableDigests.of(here.resolve("local"), "sample");
  }

  @Test
  void clusterPublishesTheBytesOfALocalRunWhereverItsDriverRuns() throws IOException {
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
  void lostWorkersTasksAndStagesChangeNothing() throws Exception {
    aWorkerIsKilledInTheMiddleOfAStage();
    List<String> failed = brokenBy("tasks");
    assertThat(failed).as("tasks that failed").hasSizeGreaterThan(5);
    assertThat(events("tasks")).contains("a task that fails by chance");
    assertThat(brokenBy("executor")).containsExactly("executor");
    assertThat(events("executor")).as("a stage's second try").contains("\"Stage Attempt ID\":1");
    int twice = appended() - PARTITIONS;
    assertThat(twice).isPositive();
    Proof.RUN_CLUSTER_THOROUGH.record(Counts.of(failed.size() + 2, 0).control(PARTITIONS, twice));
  }

  private void aWorkerIsKilledInTheMiddleOfAStage() throws IOException, InterruptedException {
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      Path root = work.resolve("worker");
      Running running = launcher().start(logged(cluster, "worker", "run", "--root", "worker"));
      while (!events("worker").contains("SparkListenerTaskStart") && running.process().isAlive()) {
        Thread.sleep(20);
      }
      assertThat(running.process().isAlive()).as("killed while the job runs").isTrue();

      cluster.killWorker(0);

      Outcome outcome = running.outcome();
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(events("worker")).contains("SparkListenerExecutorRemoved");
      assertThat(TableDigests.of(root, "sample")).isEqualTo(local);
    }
  }

  /** What was broken in a run that published the bytes of a local one. */
  private List<String> brokenBy(String kind) throws IOException {
    Path broken = Files.createDirectories(work.resolve("broken-" + kind));
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      String classes = Launcher.PROJECT.resolve("target/test-classes").toString();
      String[] words = {
        "--conf",
        "spark.plugins=" + Chaos.class.getName(),
        "--conf",
        Chaos.KIND + "=" + kind,
        "--conf",
        Chaos.FOLDER + "=" + broken,
        "--conf",
        "spark.executor.extraClassPath=" + classes,
        "--driver-class-path",
        classes,
        "run",
        "--root",
        kind
      };
      Outcome outcome = launcher().run(logged(cluster, kind, words));
      assertThat(outcome.exit()).as(outcome.err()).isZero();
    }
    assertThat(TableDigests.of(work.resolve(kind), "sample")).isEqualTo(local);
    try (Stream<Path> marks = Files.list(broken)) {
      return marks.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** How many rows a job of as many partitions has appended. */
  private int appended() throws Exception {
    Path broken = Files.createDirectories(work.resolve("broken-append"));
    Path place = work.resolve("appended");
    try (var appending =
        JavaProcess.start(
            Appending.class, JavaProcess.FOR_SPARK, broken.toString(), place.toString())) {
      List<String> said = appending.ended();
      assertThat(appending.process().exitValue()).as(said.toString()).isZero();
    }
    return Files.readAllLines(place).size();
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
  private String[] logged(StandaloneCluster cluster, String name, String... words)
      throws IOException {
    String[] options = {
      "--conf", "spark.eventLog.enabled=true",
      "--conf", "spark.eventLog.dir=" + Files.createDirectories(eventsOf(name)).toUri(),
      "--conf", "spark.eventLog.rolling.enabled=false",
      "--conf", "spark.eventLog.compress=false"
    };
    return line(
        cluster, Stream.concat(Stream.of(options), Stream.of(words)).toArray(String[]::new));
  }

  private Path eventsOf(String name) {
    return work.resolve("events-" + name);
  }

  private String events(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> logs = Files.list(eventsOf(name))) {
      for (Path log : logs.toList()) {
        text.append(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
