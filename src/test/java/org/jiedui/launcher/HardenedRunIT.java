package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run started by a careless caller: what it writes, says and listens to. */
class HardenedRunIT {
  private static final String SECRET = "canary-secret-8461";
  private static final String VALUE = "canary-value-2718";
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r-----");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-x---");

  @TempDir Path work;

  @Test
  void nothingIsOpenToOthersListensToOthersOrRepeatsASecretOrAValue() throws Exception {
    Path study = study();
    Path root = work.resolve("root");
    Launcher.Running running = run(study, root, "--ui");
    Set<String> listening = new TreeSet<>();
    while (running.process().isAlive()) {
      listening.addAll(listening(running.process().pid()));
      Thread.sleep(100);
    }
    Launcher.Outcome outcome = running.outcome();

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(listening).as("the pages of Spark too").hasSizeGreaterThan(1);
    assertThat(listening).allMatch(HardenedRunIT::isLoopback);
    assertThat(outcome.out() + outcome.err()).doesNotContain(SECRET, VALUE);
    int paths = modes(root);
    assertThat(Files.readString(root.resolve("_log/jiedui.log"))).contains("spark.jiedui.password");
    assertThat(holding(root, SECRET)).isEmpty();
    assertThat(holding(root, VALUE))
        .as("raw bytes and the list of rejects hold it, and nothing that tells of the run")
        .isNotEmpty()
        .noneMatch(f -> f.matches(".*(_log|_runs|status).*"));
    int unmasked = unmasked(study);
    assertThat(unmasked).isPositive();
    Proof.RUN_HARDENED.record(Counts.of(paths, 0).control(1, unmasked));
  }

  /** The control: Spark is told to keep no setting out of its log. */
  private int unmasked(Path study) throws IOException {
    Path root = work.resolve("unmasked");
    Launcher.Outcome outcome =
        run(study, root, "--conf", "spark.redaction.regex=nothing-is-called-so").outcome();
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return holding(root, SECRET).isEmpty() ? 0 : 1;
  }

  private Launcher.Running run(Path study, Path root, String... more) throws IOException {
    String[] words = {
      "--conf", "spark.jiedui.password=" + SECRET, "--conf", "spark.logConf=true",
    };
    String[] command = {
      "run",
      "--study",
      study.toString(),
      "--root",
      root.toString(),
      "--status-file",
      root.resolve("status.json").toString()
    };
    return Launcher.in(work)
        .script(careless())
        .with("DB_PASSWORD", SECRET)
        .with("JIEDUI_LOG", "info")
        .start(Stream.of(words, more, command).flatMap(Stream::of).toArray(String[]::new));
  }

  private Path careless() throws IOException {
    Path script = work.resolve("careless.sh");
    Files.writeString(
        script, "#!/bin/sh\numask 000\nexec '" + Launcher.PROJECT + "/jobs/jiedui' \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  /** The sample study with one more row that is rejected. */
  private Path study() throws IOException {
    SampleStudy sample = SampleStudy.in(work);
    Path last = sample.records().resolve("records_2016_2020.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(last, StandardCharsets.UTF_8));
    lines.add(VALUE + lines.get(1).replaceAll("[^,]", "").replace(",", "," + VALUE));
    Files.write(last, lines, StandardCharsets.UTF_8);
    return sample.study();
  }

  /** How many files and folders there are, all of them closed to others. */
  private static int modes(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> paths = all.filter(p -> !Files.isSymbolicLink(p)).toList();
      for (Path path : paths) {
        assertThat(Files.isDirectory(path) ? FOLDER : FILE)
            .as(path.toString())
            .containsAll(Files.getPosixFilePermissions(path));
      }
      return paths.size();
    }
  }

  private static List<String> holding(Path root, String word) throws IOException {
    List<String> holding = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        if (text.contains(word)) {
          holding.add(path.toString());
        }
      }
    }
    return holding;
  }

  /** Local addresses of the process's sockets that wait for others, as the kernel writes them. */
  private static List<String> listening(long pid) {
    List<String> found = new ArrayList<>();
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      Set<String> sockets = sockets(process.resolve("fd"));
      for (String table : List.of("net/tcp", "net/tcp6")) {
        for (String line : Files.readAllLines(process.resolve(table))) {
          String[] words = line.strip().split("\\s+");
          if (words.length > 9 && words[3].equals("0A") && sockets.contains(words[9])) {
            found.add(words[1]);
          }
        }
      }
    } catch (IOException ended) {
      // The process has gone meanwhile.
    }
    return found;
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    Set<String> sockets = new TreeSet<>();
    try (Stream<Path> links = Files.list(descriptors)) {
      for (Path link : links.toList()) {
        if (Files.isSymbolicLink(link)) {
          String target = Files.readSymbolicLink(link).toString();
          sockets.add(target.replaceAll("socket:\\[(\\d+)\\]", "$1"));
        }
      }
    }
    return sockets;
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("0100007F:")
        || address.startsWith("0000000000000000FFFF00000100007F:")
        || address.startsWith("00000000000000000000000001000000:");
  }
}
