package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs every example that a {@code --help} shows, in one folder, as a reader would. */
@ExtendWith(SharedSpark.class)
class HelpExamplesTest {
  private static final String PREFIX = "jobs/jiedui ";

  /** Examples that may or must find something, and the exit codes that say so. */
  private static final Map<String, Set<Integer>> FINDS_SOMETHING =
      Map.of(
          PREFIX + "check sample-data/messy", Set.of(4),
          PREFIX + "doctor", Set.of(0, 5),
          PREFIX + "doctor --spark --lang zh", Set.of(0, 5));

  @TestFactory
  Stream<DynamicTest> everyExampleOfEveryCommandWorks(SparkSession spark, @TempDir Path folder) {
    List<String> examples = new ArrayList<>();
    examples.add(PREFIX + "run");
    for (CommandLine command : commands()) {
      List<String> own = examples(command);
      assertThat(own).as(command.getCommandName()).hasSizeGreaterThanOrEqualTo(2);
      examples.addAll(own);
    }
    return examples.stream()
        .distinct()
        .map(example -> DynamicTest.dynamicTest(example, () -> succeeds(example, folder)));
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys("/org/jiedui/help.properties"))
        .isEqualTo(keys("/org/jiedui/help_zh.properties"));
  }

  private static void succeeds(String example, Path folder) {
    List<String> words = new ArrayList<>(List.of(example.substring(PREFIX.length()).split(" ")));
    place(words, folder);
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run(words.toArray(String[]::new)))
          .as(example)
          .isIn(FINDS_SOMETHING.getOrDefault(example, Set.of(0)));
    } finally {
      System.setOut(out);
    }
    assertThat(printed.size()).as("output of " + example).isPositive();
  }

  /** Results go to the test's folder, whatever the example says of it. */
  private static void place(List<String> words, Path folder) {
    for (String option : List.of("--root", "--out")) {
      int at = words.indexOf(option);
      if (at >= 0) {
        words.set(at + 1, folder.resolve(words.get(at + 1)).toString());
      }
    }
    words.replaceAll(w -> w.matches("\\w+\\.zip") ? folder.resolve(w).toString() : w);
    boolean kept =
        !words.contains("--root")
            && CommandLines.option(words.get(0), "--root")
            && !words.contains("--panel");
    if (kept) {
      words.addAll(List.of("--root", folder.resolve("jiedui-data").toString()));
    }
    if (CommandLines.option(words.get(0), "--report")) {
      if (!words.contains("--report")) {
        words.addAll(List.of("--report", "sample"));
      }
    }
  }

  private static List<CommandLine> commands() {
    return CommandLines.all().stream()
        .sorted(Comparator.comparing(CommandLine::getCommandName))
        .toList();
  }

  private static List<String> examples(CommandLine command) {
    return command
        .getUsageMessage(CommandLine.Help.Ansi.OFF)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(PREFIX))
        .toList();
  }

  private static TreeSet<String> keys(String resource) {
    Properties bundle = new Properties();
    try (var stream = HelpExamplesTest.class.getResourceAsStream(resource)) {
      bundle.load(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new TreeSet<>(bundle.stringPropertyNames());
  }
}
