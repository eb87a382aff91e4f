package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.publish.Commit;
import org.jiedui.publish.JavaProcess;
import org.jiedui.publish.Json;
import org.jiedui.publish.Report;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGINT and SIGTERM at random times: a clean stop, and soon. */
class SignalTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @Test
  void aSignalEndsARunWithinFiveSecondsAndLeavesNothingBehind() throws Exception {
    stop(Proof.RUN_SIGNAL, 6, 1);
  }

  @Test
  @Tag("thorough")
  void aHundredSignals() throws Exception {
    stop(Proof.RUN_SIGNAL_THOROUGH, 100, 3);
  }

  /**
   * What makes a process hear SIGINT: a shell has what it starts in the background ignore it, and
   * children inherit that.
   */
  private static List<String> hearing() throws Exception {
    List<String> env = List.of("env", "--default-signal=INT");
    boolean undone = ends(env, "true") == 0;
    assumeTrue(
        undone || ends(List.of(), "sh", "-c", "kill -INT $$; exit 7") != 7,
        "whoever started the tests ignores SIGINT, and env here cannot undo that");
    return undone ? env : List.of();
  }

  private static int ends(List<String> before, String... words) throws Exception {
    return new ProcessBuilder(Stream.concat(before.stream(), Stream.of(words)).toList())
        .start()
        .waitFor();
  }

  private void stop(Proof proof, int times, long seed) throws Exception {
    Stops clean = stops("clean", times, seed);
    assertThat(clean.wrong()).isEmpty();
    Stops abrupt = stops("abrupt", 4, seed + 1);
    proof.record(
        Counts.of(times, clean.wrong().size())
            .control(4, abrupt.wrong().size())
            .worst(clean.worst()));
  }

  /** What was not as it should be, by the number of the case. */
  private record Stops(List<String> wrong, Duration worst) {}

  private Stops stops(String how, int times, long seed) throws Exception {
    Random random = new Random(seed);
    List<String> hearing = hearing();
    List<String> wrong = new ArrayList<>();
    Duration worst = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      boolean interrupt = i % 2 == 0;
      Path root = folder.resolve(how + seed + i);
      Path status = folder.resolve(how + seed + i + ".json");
      try (var other =
          JavaProcess.start(
              hearing, SignalledNight.class, List.of(), root.toString(), status.toString(), how)) {
        other.await("acknowledged");
        Thread.sleep(random.nextInt(80));
        long start = System.nanoTime();
        signal(other.process(), interrupt ? "INT" : "TERM");
        List<String> lines = other.ended();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        worst = took.compareTo(worst) > 0 ? took : worst;
        int code = interrupt ? 130 : 143;
        String found = wrong(other.process().exitValue() == code, root, status, code, lines);
        if (!found.isEmpty() || took.compareTo(LIMIT) > 0) {
          wrong.add(i + ": " + found + " in " + took);
        }
      }
    }
    return new Stops(wrong, worst);
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Attempts without a commit, temporary files, a lease, an account that does not say it. */
  private static String wrong(boolean exit, Path root, Path status, int code, List<String> lines)
      throws IOException {
    Report report = new Report(root, "night");
    TreeSet<String> folders = new TreeSet<>(names(root.resolve("night/data")));
    for (Commit commit : report.history().commits()) {
      folders.remove(Path.of(commit.manifest()).getParent().getFileName().toString());
      assertThat(report.version(commit.seq()).orElseThrow().verify()).isEmpty();
    }
    long acknowledged = lines.stream().filter(l -> l.startsWith("acknowledged")).count();
    assertThat(report.history().commits().size()).isGreaterThanOrEqualTo((int) acknowledged);
    List<String> left = new ArrayList<>(folders);
    left.addAll(names(root.resolve("night/_locks")));
    try (Stream<Path> files = Files.walk(root)) {
      files.map(Path::toString).filter(f -> f.endsWith(".tmp")).forEach(left::add);
    }
    Map<String, Object> account = Json.object(Files.readString(status));
    Path hook = Path.of(status + ".told");
    boolean told =
        account.get("outcome").equals("stopped")
            && account.get("exitCode").equals((long) code)
            && Files.exists(hook)
            && Json.object(Files.readString(hook)).get("outcome").equals("stopped");
    // Between two nights there is no run to be stopped, and the last account is of the one before.
    boolean between = account.get("exitCode").equals(0L) && left.isEmpty();
    return (exit ? "" : "exit code ")
        + (told || between ? "" : "account ")
        + String.join(" ", left);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
