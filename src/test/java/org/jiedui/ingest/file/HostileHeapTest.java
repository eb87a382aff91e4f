package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hostile file is refused within 5 seconds in a heap of 256 MiB. */
class HostileHeapTest {
  private static final int MIB = 256;
  private static final double SECONDS = 5;
  private static final String UNLIMITED =
      "limits { line-bytes = 2147483647, columns = 2147483647, inflated-bytes = 1099511627776,"
          + " ratio = 0, cells = 1099511627776, sheets = 2147483647 }\n";

  @TempDir Path dir;

  private record Answer(String end, double seconds, String file) {
    boolean isHarm() {
      boolean refused =
          end.equals("FILE_UNREADABLE")
              || List.of(Reason.values()).stream().anyMatch(r -> r.name().equals(end));
      return !refused || seconds > SECONDS;
    }
  }

  private List<Answer> answers(Path schema, Collection<Path> files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + MIB + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HostileChild.class.getName());
    command.add(schema.toString());
    files.forEach(f -> command.add(f.toString()));
    var builder = new ProcessBuilder(command).redirectError(dir.resolve("stderr").toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Path out = dir.resolve("stdout");
    Process child = builder.redirectOutput(out.toFile()).start();
    child.waitFor(30, TimeUnit.SECONDS);
    child.destroyForcibly().waitFor();
    List<String> lines = Files.readAllLines(out);
    return lines.stream()
        .map(line -> line.split(" ", 3))
        .map(
            w -> new Answer(w[0], Double.parseDouble(w[1]), Path.of(w[2]).getFileName().toString()))
        .toList();
  }

  @Test
  @Tag("thorough")
  void everyHostileFileIsRefusedInBoundedTimeAndMemoryAndNotWithoutLimits() throws Exception {
    Map<String, Path> files = HostileFiles.in(dir);
    List<Answer> answers = answers(Path.of("conf/schema.conf"), files.values());
    List<Answer> harm = answers.stream().filter(Answer::isHarm).toList();

    assertThat(answers).hasSameSizeAs(files.keySet()).hasSizeGreaterThan(25);
    assertThat(harm).isEmpty();
    List<Path> bounded = bounded(files, answers);
    List<Answer> control = answers(unlimited(), bounded);
    long harmed = bounded.size() - control.size() + control.stream().filter(Answer::isHarm).count();
    assertThat(harmed).as("files that only a limit holds back: %s", control).isGreaterThan(2);
    double worst = answers.stream().mapToDouble(Answer::seconds).max().orElseThrow();
    Proof.INGEST_HOSTILE_THOROUGH.record(
        Counts.of(files.size(), harm.size())
            .control(bounded.size(), harmed)
            .worst(Duration.ofMillis((long) (1000 * worst)))
            .memory(MIB));
  }

  /** Files that a limit refuses. */
  private static List<Path> bounded(Map<String, Path> files, List<Answer> answers) {
    List<Path> paths = new ArrayList<>(new LinkedHashMap<>(files).values());
    List<Path> bounded = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).end().startsWith("LIMIT_")) {
        bounded.add(paths.get(i));
      }
    }
    return bounded;
  }

  private Path unlimited() throws IOException {
    Contracts.withSettings(dir, UNLIMITED);
    return dir.resolve("schema.conf");
  }
}
