package org.jiedui.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What one command cost.
 *
 * @param wall seconds from start to end of the process
 * @param cpu seconds of user and system time of the process and its children
 * @param peak largest resident set of one of its processes, MiB
 */
record Measured(String name, int exit, double wall, double cpu, long peak) {
  /**
   * Runs a command under the shell's {@code time} and watches its memory; output goes to a file.
   */
  static Measured of(
      String name, Path directory, Map<String, String> environment, List<String> line)
      throws IOException, InterruptedException {
    Path times = Files.createTempFile("bench", ".times");
    List<String> timed = new ArrayList<>();
    timed.addAll(
        List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>&3; } 3>&2 2>\"$0\""));
    timed.add(times.toString());
    timed.addAll(line);
    Path log = directory.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    long peak = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, largest(process));
    }
    double[] seconds = seconds(times);
    return new Measured(
        name, process.exitValue(), seconds[0], seconds[1] + seconds[2], peak / 1024);
  }

  private static double[] seconds(Path times) throws IOException {
    List<String> lines = Files.readAllLines(times);
    return Stream.of(lines.get(lines.size() - 1).split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** Peak resident KiB, as the kernel keeps it, of the largest process below this one. */
  private static long largest(Process process) {
    return process.descendants().mapToLong(Measured::highWater).max().orElse(0);
  }

  private static long highWater(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
