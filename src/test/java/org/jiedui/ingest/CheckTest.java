package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Contract;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Pairings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final Path MESSY = Path.of("sample-data/messy");
  private static final String HEADER = "编号,年份,县代码,县名,捐款(元)\n";

  private static final Contract CONTRACT =
      Contract.load(
          Path.of("sample-data/messy/schema.conf"), Indicators.load(Path.of("conf/indicators")));
  private static final Geography GEOGRAPHY = Geography.load(MESSY.resolve("geography"));
  private static final Pairings PAIRINGS = Pairings.load(MESSY.resolve("pairings"), GEOGRAPHY);

  @TempDir Path dir;

  private static Check.Result check(List<Path> files) {
    List<Input> inputs = files.stream().map(f -> new Input(f, "", "")).toList();
    return Check.of(new Check.Request(inputs, CONTRACT, GEOGRAPHY, PAIRINGS, 1996, 2020));
  }

  private Path file(String name, String rows) {
    try {
      return Files.writeString(dir.resolve(name), HEADER + rows);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Long> counts(Check.Result result) {
    Map<String, Long> counts = new TreeMap<>();
    result.causes().forEach(c -> counts.put(c.code(), c.count()));
    return counts;
  }

  private static Map<String, Long> expected(String... files) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (String file : files) {
      for (String line : Files.readAllLines(MESSY.resolve("truth").resolve(file))) {
        String[] cells = line.split(",");
        if (!cells[0].equals("file")) {
          counts.merge(cells[1], Long.parseLong(cells[2]), Long::sum);
        }
      }
    }
    return counts;
  }

  @Test
  void everyTrapOfTheBadFilesIsExplainedAndCountedOnce() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(MESSY)) {
      files =
          list.filter(p -> p.toString().matches(".*\\.(csv|xlsx|xls|parquet)")).sorted().toList();
    }

    Check.Result result = check(files);

    Map<String, Long> found = counts(result);
    found.remove("REJECT_SHARE");
    assertThat(found).isEqualTo(expected("expected.csv", "expected_check.csv"));
    assertThat(result.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(result.causes()).isSortedAccordingTo(Check.worstFirst());
    assertThat(result.causes()).allMatch(c -> c.shown().size() <= Check.SHOWN);
    for (Check.Cause cause : result.causes()) {
      for (Problem problem : cause.shown()) {
        assertThat(problem.in(Lang.ZH)).isNotEqualTo(problem.in(Lang.EN));
      }
    }
  }

  @Test
  void aCleanFileIsFineAndAFewBadRowsAreNoReasonToStop() {
    Path clean = file("clean.csv", "1,2016,710102,青岩县,5\n");
    Path one = file("one.csv", "2,2016,710102,青岩县,5\n".repeat(1) + "3,2016,710102,青岩县,约5\n");

    assertThat(check(List.of(clean)).exit()).isEqualTo(ExitCode.OK);
    assertThat(check(List.of(clean)).hasWarnings()).isFalse();
    assertThat(check(List.of(clean, one)).exit()).isEqualTo(ExitCode.GATE);
    assertThat(check(List.of(clean, dir.resolve("clean.csv"), MESSY.resolve("txt_nul.csv"))).exit())
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void duplicatesAreFoundAcrossTheFilesGiven() {
    Path a = file("batch1.csv", "1,2017,710102,青岩县,1500\n2,2017,710102,青岩县,7\n");
    Path b = file("batch3.csv", "1,2017,710102,青岩县,1050\n3,2017,710102,青岩县,7\n");

    Check.Result result = check(List.of(a, b));

    assertThat(counts(result)).containsEntry("DUP_CONFLICT", 2L);
    Problem conflict =
        result.causes().stream()
            .filter(c -> c.code().equals("DUP_CONFLICT"))
            .findFirst()
            .orElseThrow()
            .shown()
            .get(0);
    assertThat(conflict.in(Lang.EN))
        .contains(
            "batch1.csv:2 | 1,2017", "batch3.csv:2 | 1,2017", "neither row is used", "revision");
    assertThat(counts(check(List.of(a)))).isEmpty();
  }

  @Test
  void anUnknownCodeComesWithItsCandidatesAndTheFirstRowsAsUnderstood() {
    Path file = file("a.csv", "1,2016,710102,青岩县,5\n2,2016,710192,青岩县,5\n3,2016,71012,丙岭县,5\n");

    Check.Result result = check(List.of(file));

    String said = result.causes().toString();
    assertThat(said).contains("710102 青岩县").contains("710104 丙岭县");
    assertThat(result.files().get(0).first()).hasSize(2);
    assertThat(result.files().get(0).rejected()).isEqualTo(2);
  }
}
