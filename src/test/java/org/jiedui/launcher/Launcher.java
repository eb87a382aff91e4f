package org.jiedui.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Calls {@code jobs/jiedui} as a person would: another process, its own environment. */
final class Launcher {
  static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final long MINUTES = 20;

  private final Path script;
  private final Path directory;
  private final Map<String, String> environment;

  private Launcher(Path script, Path directory, Map<String, String> environment) {
    this.script = script;
    this.directory = directory;
    this.environment = environment;
  }

  /** The script of this project; never builds, never makes an archive in the background. */
  static Launcher in(Path directory) {
    return new Launcher(PROJECT.resolve("jobs/jiedui"), directory, new TreeMap<>())
        .with("JIEDUI_BUILD", "never")
        .with("CI", "true");
  }

  Launcher script(Path newScript) {
    return new Launcher(newScript, directory, environment);
  }

  /** An empty value takes the variable away. */
  Launcher with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Launcher(script, directory, more);
  }

  /** How it ended and what it said. */
  record Outcome(int exit, String out, String err) {}

  Outcome run(String... words) {
    Running running = start(words);
    return running.outcome();
  }

  /** A process on its way, its output going to files. */
  record Running(Process process, Path out, Path err) {
    Outcome outcome() {
      try {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("no end after " + MINUTES + " minutes: " + text(err));
        }
        return new Outcome(process.exitValue(), text(out), text(err));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static String text(Path file) {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  Running start(String... words) {
    List<String> line = new ArrayList<>(List.of(script.toString()));
    line.addAll(List.of(words));
    try {
      Path out = Files.createTempFile("jiedui-out", ".txt");
      Path err = Files.createTempFile("jiedui-err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(directory.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeAll(List.of("SPARK_HOME", "SPARK_CONF_DIR"));
      environment.forEach((name, value) -> put(builder, name, value));
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(ProcessBuilder builder, String name, String value) {
    if (value.isEmpty()) {
      builder.environment().remove(name);
    } else {
      builder.environment().put(name, value);
    }
  }
}
