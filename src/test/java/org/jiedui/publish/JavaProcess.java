package org.jiedui.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another process on the class path of the tests, and the lines it prints. */
public final class JavaProcess implements AutoCloseable {
  /** Options of a process in which Spark runs: what it needs of the JDK, and a quiet log. */
  public static final List<String> FOR_SPARK = forSpark();

  /** How long a process that hangs is waited for: no measure of speed. */
  private static final long PATIENCE_SECONDS = 300;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private volatile boolean closing;
  private final Thread reader = new Thread(this::read, "output of the other process");

  private JavaProcess(Process process) {
    this.process = process;
    reader.setDaemon(true);
    reader.start();
  }

  private static List<String> forSpark() {
    List<String> rooms =
        List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");
    List<String> options =
        new ArrayList<>(
            rooms.stream().map(r -> "--add-opens=java.base/" + r + "=ALL-UNNAMED").toList());
    String log = System.getProperty("log4j2.configurationFile", "");
    options.addAll(List.of("-Dfile.encoding=UTF-8", "-Dlog4j2.configurationFile=" + log));
    return List.copyOf(options);
  }

  public static JavaProcess start(Class<?> main, List<String> options, String... words)
      throws IOException {
    return start(List.of(), main, options, words);
  }

  /** Started by another program, whose words stand before it. */
  public static JavaProcess start(
      List<String> before, Class<?> main, List<String> options, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(words));
    return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  public Process process() {
    return process;
  }

  /** Waits for a line that begins so; fails when the process ends or falls silent before it. */
  public String await(String beginning) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < until) {
      String line = lines.poll(50, TimeUnit.MILLISECONDS);
      if (line != null) {
        seen.add(line);
        until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      }
      if (line != null && line.startsWith(beginning)) {
        return line;
      }
      if (line == null && !process.isAlive() && lines.isEmpty()) {
        break;
      }
    }
    throw new AssertionError("no line '" + beginning + "' in " + seen);
  }

  /** All lines, when the process has ended. */
  public List<String> ended() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end: " + seen);
    }
    reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    lines.drainTo(seen);
    return seen;
  }

  /** kill -9. What it has said until then can still be read. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    closing = true;
    process.destroyForcibly();
  }

  private void read() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      if (!closing) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
