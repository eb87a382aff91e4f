package org.jiedui.launcher;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Spark master and its workers, separate processes on the loopback address. */
final class StandaloneCluster implements AutoCloseable {
  private static final Path SPARK = Launcher.PROJECT.resolve("target/spark-home");
  private static final Pattern ALIVE = Pattern.compile("\"aliveworkers\"\\s*:\\s*(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path logs;
  private final String url;
  private final URI status;
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path logs, int port, int statusPort) {
    this.logs = logs;
    this.url = "spark://127.0.0.1:" + port;
    this.status = URI.create("http://127.0.0.1:" + statusPort + "/json/");
  }

  /** Starts a master and workers of one core and 1 GB each, and waits until all have registered. */
  static StandaloneCluster start(Path logs, int workers) throws IOException {
    int port = freePort();
    int statusPort = freePort();
    StandaloneCluster cluster = new StandaloneCluster(logs, port, statusPort);
    try {
      cluster.launch(
          "master.Master",
          List.of("--host", "127.0.0.1", "--port", port + "", "--webui-port", statusPort + ""));
      for (int i = 0; i < workers; i++) {
        cluster.launchWorker(i);
      }
      cluster.awaitWorkers(workers);
      return cluster;
    } catch (IOException | RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  String url() {
    return url;
  }

  /** Ends a worker and its executors at once, as a failing computer would. */
  void killWorker(int index) {
    Process worker = processes.get(index + 1);
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  int aliveWorkers() {
    try {
      HttpRequest request = HttpRequest.newBuilder(status).timeout(Duration.ofSeconds(5)).build();
      String json =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher alive = ALIVE.matcher(json);
      return alive.find() ? Integer.parseInt(alive.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void launchWorker(int index) throws IOException {
    Path scratch = Files.createDirectories(logs.resolve("worker-" + index));
    launch(
        "worker.Worker",
        List.of(
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            freePort() + "",
            "--work-dir",
            scratch.toString(),
            url));
  }

  private void launch(String kind, List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"));
    line.addAll(List.of("--add-opens=java.base/java.nio=ALL-UNNAMED"));
    line.addAll(List.of("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"));
    line.addAll(List.of("-cp", SPARK.resolve("jars") + "/*", "org.apache.spark.deploy." + kind));
    line.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(logs.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve(kind + "-" + processes.size() + ".log").toFile());
    builder.environment().put("SPARK_HOME", SPARK.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().remove("SPARK_CONF_DIR");
    processes.add(builder.start());
  }

  private void awaitWorkers(int wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (aliveWorkers() < wanted) {
      if (System.nanoTime() > end || !processes.get(0).isAlive()) {
        throw new AssertionError(
            aliveWorkers() + " of " + wanted + " workers; see the logs in " + logs);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends every process it started, executors included, and waits for them. */
  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      Process process = processes.get(i);
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
