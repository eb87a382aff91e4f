package org.jiedui.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reference case of the statistical specification, sections 1 to 3, and the test that asserts it.
 *
 * @param value one of its numbers, as the test writes it
 * @param test class and method
 * @param estimate method of the test in which the command {@code estimate} gives it; – for none
 */
record ReferenceCase(String section, String name, String value, String test, String estimate) {
  private static final Path TESTS = Path.of("src/test/java");
  private static final String COMMAND = "EstimateReferencesTest";

  static List<ReferenceCase> all() {
    return DataSets.lines("references.txt").stream().map(ReferenceCase::of).toList();
  }

  private static ReferenceCase of(String line) {
    String[] cells = line.split(" \\| ");
    return new ReferenceCase(cells[0], cells[1], cells[2], cells[3], cells[4]);
  }

  /** Whether the test is there and holds the number, and the command's test is there. */
  boolean isAsserted() {
    String[] place = test.split("\\.");
    String source = source(place[0]);
    boolean byCommand = estimate.equals("–") || hasMethod(source(COMMAND), estimate);
    return hasMethod(source, place[1]) && source.contains(value) && byCommand;
  }

  private static boolean hasMethod(String source, String name) {
    return source.contains("void " + name + "(");
  }

  private static String source(String test) {
    try (Stream<Path> files = Files.walk(TESTS)) {
      Path found = files.filter(f -> f.endsWith(test + ".java")).findFirst().orElseThrow();
      return Files.readString(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
