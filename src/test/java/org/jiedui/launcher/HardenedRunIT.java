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
    Path script = careless();
    Launcher.Running running =
        Launcher.in(work)
            .script(script)
            .with("DB_PASSWORD", SECRET)
            .with("JIEDUI_LOG", "info")
            .start(
                "--conf",
                "spark.jiedui.password=" + SECRET,
                "run",
                "--study",
                study().toString(),
                "--root",
                work.resolve("root").toString(),
                "--status-file",
                work.resolve("root/status.json").toString());
    Set<String> listening = new TreeSet<>();
    while (running.process().isAlive()) {
      listening.addAll(listening(running.process().pid()));
      Thread.sleep(100);
    }
    Launcher.Outcome outcome = running.outcome();

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(listening).isNotEmpty().allMatch(HardenedRunIT::isLoopback);
    assertThat(outcome.out() + outcome.err()).doesNotContain(SECRET, VALUE);
    modes();
    assertThat(holding(SECRET)).isEmpty();
    assertThat(holding(VALUE))
        .as("raw bytes and the list of rejects hold it, and nothing that tells of the run")
        .isNotEmpty()
        .noneMatch(f -> f.matches(".*(_log|_runs|status).*"));
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
    Path conf = Launcher.PROJECT.resolve("conf");
    Path records = Files.createDirectories(work.resolve("records"));
    try (Stream<Path> files = Files.list(conf.resolve("../sample-data/counties/records"))) {
      for (Path file : files.toList()) {
        Files.copy(file, records.resolve(file.getFileName()));
      }
    }
    Path last = records.resolve("records_2016_2020.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(last, StandardCharsets.UTF_8));
    lines.add(VALUE + lines.get(1).replaceAll("[^,]", "").replace(",", "," + VALUE));
    Files.write(last, lines, StandardCharsets.UTF_8);
    String text =
        Files.readString(conf.resolve("study.conf"))
            .replace("../sample-data/counties/records", records.toString())
            .replaceAll("\"\\.\\./", "\"" + conf + "/../")
            .replaceAll(
                "= \"(schema.conf|indicators|claims.conf|prices/cpi.csv)\"",
                "= \"" + conf + "/$1\"");
    return Files.writeString(work.resolve("study.conf"), text);
  }

  private void modes() throws IOException {
    try (Stream<Path> all = Files.walk(work.resolve("root"))) {
      for (Path path : all.filter(p -> !Files.isSymbolicLink(p)).toList()) {
        assertThat(Files.isDirectory(path) ? FOLDER : FILE)
            .as(path.toString())
            .containsAll(Files.getPosixFilePermissions(path));
      }
    }
  }

  private List<String> holding(String word) throws IOException {
    List<String> holding = new ArrayList<>();
    try (Stream<Path> all = Files.walk(work.resolve("root"))) {
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
