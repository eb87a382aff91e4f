package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.launcher.Launcher.Outcome;
import org.jiedui.launcher.Launcher.Running;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real cluster publishes the very bytes of a local run. */
class ClusterIT {
  private static final int WORKERS = 2;

  @TempDir Path work;

  @Test
  void clusterPublishesTheBytesOfALocalRun() throws IOException {
    Map<String, String> local = localRun();
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      Path root = work.resolve("cluster");

      Outcome outcome = launcher().run(line(cluster, "run", "--root", root.toString()));

      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(executorsOf(0) + executorsOf(1)).as("executors started").isPositive();
      assertThat(published(root)).isEqualTo(local);
    }
  }

  @Test
  @Tag("thorough")
  void workerKilledInTheMiddleChangesNothing() throws IOException, InterruptedException {
    Map<String, String> local = localRun();
    try (StandaloneCluster cluster = StandaloneCluster.start(logs(), WORKERS)) {
      Path root = work.resolve("cluster");
      Running running = launcher().start(line(cluster, "run", "--root", root.toString()));
      while (executorsOf(0) == 0 && running.process().isAlive()) {
        Thread.sleep(100);
      }
      Thread.sleep(1000);
      assertThat(running.process().isAlive()).as("killed while the job runs").isTrue();

      cluster.killWorker(0);

      Outcome outcome = running.outcome();
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      assertThat(published(root)).isEqualTo(local);
    }
  }

  private Map<String, String> localRun() throws IOException {
    Path root = work.resolve("local");
    Outcome outcome = launcher().run("run", "--root", root.toString());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    Map<String, String> tables = published(root);
    assertThat(tables).containsKey("effect_ratio.parquet");
    return tables;
  }

  /** File name and SHA-256 of every published table. */
  private static Map<String, String> published(Path root) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(root.resolve("sample/latest/"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        digests.put(file.getFileName().toString(), sha256(file));
      }
    }
    return digests;
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A worker makes one directory for each application it runs an executor of. */
  private long executorsOf(int worker) throws IOException {
    try (Stream<Path> applications = Files.list(work.resolve("logs/worker-" + worker))) {
      return applications.count();
    }
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
}
