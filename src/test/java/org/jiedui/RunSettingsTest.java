package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jiedui.launcher.SampleStudy;
import org.jiedui.publish.JavaProcess;
import org.jiedui.publish.TableDigests;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Spark is told about partitions and cores, and in whatever order the inputs stand. */
@Tag("thorough")
class RunSettingsTest {
  private static final List<Integer> PARTITIONS =
      List.of(1, 2, 3, 5, 7, 11, 16, 23, 32, 41, 53, 64);
  private static final List<Integer> CORES = List.of(1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16);

  @TempDir private Path work;

  @Test
  void twelveSettingsGiveTheSameBytes() throws Exception {
    Set<String> sums = new HashSet<>();
    List<String> options = new ArrayList<>(JavaProcess.FOR_SPARK);
    options.add("-Xmx1500m");
    try (var runs = JavaProcess.start(RunsInSettings.class, options, settings())) {
      for (int i = 0; i < PARTITIONS.size(); i++) {
        assertThat(runs.await("exit ")).isEqualTo("exit 0");
        sums.add(runs.await("sum "));
      }
    }
    Set<Map<String, String>> bytes = new HashSet<>();
    for (int partitions : PARTITIONS) {
      bytes.add(TableDigests.of(root(partitions), "sample"));
    }
    assertThat(bytes).hasSize(1);
    assertThat(sums.size()).isGreaterThan(1);
    Proof.RUN_SETTINGS_THOROUGH.record(
        Counts.of(PARTITIONS.size(), bytes.size() - 1).control(PARTITIONS.size(), sums.size() - 1));
  }

  private Path root(int partitions) {
    return work.resolve("root-" + partitions);
  }

  private String[] settings() throws IOException {
    SampleStudy sample = SampleStudy.in(work);
    Random random = new Random(21);
    List<Integer> cores = new ArrayList<>(CORES);
    Collections.shuffle(cores, random);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < PARTITIONS.size(); i++) {
      words.add(shuffled(sample, i, random).toString());
      words.add(root(PARTITIONS.get(i)).toString());
      words.add("" + cores.get(i));
      words.add("" + PARTITIONS.get(i));
      words.add("" + (i % 2 == 0));
    }
    return words.toArray(String[]::new);
  }

  /** The study with its files named one by one, in an order of chance. */
  private Path shuffled(SampleStudy sample, int number, Random random) throws IOException {
    String text = Files.readString(sample.study());
    List<String> inputs = new ArrayList<>();
    text.lines().filter(line -> line.startsWith("  { path = ")).forEach(inputs::add);
    String records = inputs.remove(0);
    try (Stream<Path> files = Files.list(sample.records())) {
      files.forEach(
          file -> inputs.add(records.replace(sample.records().toString(), file.toString())));
    }
    Collections.sort(inputs);
    Collections.shuffle(inputs, random);
    String list = "inputs = [\n" + String.join("\n", inputs) + "\n]";
    return Files.writeString(
        work.resolve("study-" + number + ".conf"),
        text.replaceFirst("(?s)inputs = \\[.*?\\n\\]", Matcher.quoteReplacement(list)));
  }
}
