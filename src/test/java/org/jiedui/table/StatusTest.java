package org.jiedui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final Path ESTIMATES = Path.of("src/test/java/org/jiedui/EstimateTest.java");

  /** {@code status-codes.txt} holds the first two columns of the specification's list of codes. */
  private static Map<String, String> specified() throws IOException {
    Map<String, String> letters = new TreeMap<>();
    try (InputStream in = StatusTest.class.getResourceAsStream("/status-codes.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> put(letters, line));
    }
    return letters;
  }

  private static void put(Map<String, String> letters, String line) {
    String[] codes = line.split("\\|", -1)[0].strip().split(" / ");
    String kinds = line.split("\\|", -1)[1].strip();
    boolean one = codes.length == 1;
    String[] each = one ? new String[] {kinds.replace(", ", "")} : kinds.split("\\s*[/,]\\s*");
    for (int i = 0; i < codes.length; i++) {
      letters.put(codes[i], each[Math.min(i, each.length - 1)]);
    }
  }

  @Test
  void everyCodeOfTheSpecificationIsThereWithItsKindAndNoOther() throws IOException {
    Map<String, String> ours = new TreeMap<>();
    for (Status status : Status.values()) {
      StringBuilder letters = new StringBuilder();
      status.effects().stream().sorted().forEach(letters::append);
      ours.put(status.name(), letters.toString());
    }
    Map<String, String> theirs = new TreeMap<>();
    specified().forEach((code, kinds) -> theirs.put(code, sorted(kinds)));
    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void everyCodeIsExplainedInBothLanguages() {
    for (Status status : Status.values()) {
      assertThat(status.meaning().zh()).as(status.name()).matches(".*\\p{IsHan}.*");
      assertThat(status.meaning().en()).as(status.name()).isNotBlank().isASCII();
    }
  }

  /** Rooms whose tests compute; the others print what they are given. */
  private static final List<String> COMPUTING =
      List.of("analysis", "ingest", "job", "reference", "run", "stats");

  private static String testsThatCompute() throws IOException {
    StringBuilder text = new StringBuilder();
    Path root = Path.of("src/test/java/org/jiedui");
    for (String room : COMPUTING) {
      try (Stream<Path> files = Files.walk(root.resolve(room))) {
        for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }

  private static boolean isIn(String tests, String code) {
    return Pattern.compile("\\b" + code + "\\b").matcher(tests).find();
  }

  @Test
  void everyCodeIsProducedByATestOfWhatComputesIt() throws IOException {
    String tests = testsThatCompute() + Files.readString(ESTIMATES);
    assertThat(Status.values()).allSatisfy(s -> assertThat(isIn(tests, s.name())).isTrue());
    assertThat(isIn(tests, "NO_SUCH_CODE")).isFalse();
  }

  @Test
  void aFlagWithACountIsStillThatFlag() {
    assertThat(Status.of("MISSING_YEARS=12")).contains(Status.MISSING_YEARS);
    assertThat(Status.of("MISSING_YEAR")).isEmpty();
  }

  /** Effects in the order N, I, F, R, X. */
  private static String sorted(String kinds) {
    StringBuilder out = new StringBuilder();
    "NIFRX".chars().filter(c -> kinds.indexOf(c) >= 0).forEach(c -> out.append((char) c));
    return out.toString();
  }
}
