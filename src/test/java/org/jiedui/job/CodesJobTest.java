package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From names to a map to be confirmed, and what check makes of the confirmed one. */
class CodesJobTest {
  private static final Path NAMES = Path.of("sample-data/messy/code_names.csv");

  @TempDir Path dir;

  private static String said(Object command, String... args) {
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      int exit =
          new CommandLine(command)
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setExecutionExceptionHandler((e, line, parsed) -> ((InputException) e).exit().code())
              .execute(args);
      return exit + "\n" + printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
    }
  }

  private Path map(String... more) throws IOException {
    Path out = dir.resolve("code_map.csv");
    Files.deleteIfExists(out);
    String[] args = {NAMES.toString(), "--out", out.toString(), "--lang", "en"};
    List<String> all = new java.util.ArrayList<>(List.of(args));
    all.addAll(List.of(more));
    assertThat(said(new CodesJob(), all.toArray(String[]::new))).startsWith("0\n");
    return out;
  }

  @Test
  void theMapOpensInASpreadsheetAndWaitsForDecisions() throws IOException {
    List<String> lines = Files.readAllLines(map());

    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFFprovince,prefecture,county,year_from,year_to,rows,proposed_code,match,reason,candidates,decision");
    assertThat(lines).hasSize(7);
    assertThat(lines.subList(1, 7)).allMatch(line -> line.endsWith(","));
    assertThat(lines.get(5))
        .isEqualTo(
            "虚山省,虚山市,甲坪乡县,2018,2018,1,,other_years,not a name of that year,710101 甲坪县 2014–; 710121 甲坪乡县 –2013,");
  }

  @Test
  void exactMatchesMayBeConfirmedAtOnce() throws IOException {
    assertThat(Files.readAllLines(map("--accept", "exact")))
        .filteredOn(line -> line.endsWith(",ok"))
        .extracting(line -> line.replaceAll("^([^,]*,[^,]*,[^,]*,....).*", "$1"))
        .containsExactly("虚山省,虚山市,甲坪乡县,2012", "虚山省,虚山市,甲坪县,2016");
  }

  @Test
  void aMapThatIsThereIsNeverReplaced() throws IOException {
    Path out = map();
    String before = Files.readString(out);

    assertThat(said(new CodesJob(), NAMES.toString(), "--out", out.toString())).startsWith("2\n");
    assertThat(Files.readString(out)).isEqualTo(before);
  }

  @Test
  void aStudyWithTheConfirmedMapReadsTheRowsAndIsAskedForTheRestOnly() throws IOException {
    Path out = map("--accept", "exact");
    Path study = dir.resolve("study.conf");
    String messy = NAMES.getParent().toAbsolutePath().toString();
    String conf = Path.of("conf").toAbsolutePath().toString();
    Files.writeString(
        study,
        Files.readString(NAMES.resolveSibling("study.conf"))
            .replace(
                "inputs = [ { path = \".\" } ]",
                "inputs = [ { path = \"%s/code_names.csv\" }, { path = \"%s\", table = code_map } ]"
                    .formatted(messy, out))
            .replace("\"schema.conf\"", "\"" + messy + "/schema.conf\"")
            .replace("\"../../conf/", "\"" + conf + "/")
            .replaceAll("= \"(geography|pairings)\"", "= \"" + messy + "/$1\""));

    String checked = said(new CheckJob(), "--study", study.toString(), "--lang", "en");
    assertThat(checked).contains("6 rows read, 2 usable, 4 rejected").contains("CODE_NAME_ONLY 4");
    String asked =
        said(
            new CodesJob(),
            "--study",
            study.toString(),
            "--format",
            "csv",
            "--out",
            dir.resolve("more.csv").toString());
    assertThat(asked.lines().toList()).hasSize(6);
    assertThat(asked).doesNotContain(",exact,");
  }

  @Test
  void filesWithoutAStudyAreOfRealPlaces() throws IOException {
    Path file = dir.resolve("real.csv");
    Files.writeString(
        file, "年份,省,市,县名,捐款(元)\n2017,贵州省,遵义市,遵义县,1\n2016,,,城关区,2\n2016,贵州省,安顺市,镇宁县,3\n");

    String said =
        said(
            new CodesJob(),
            file.toString(),
            "--format",
            "csv",
            "--out",
            dir.resolve("m.csv").toString());

    assertThat(said)
        .contains(",,城关区,2016,2016,1,,ambiguous,")
        .contains("贵州省,遵义市,遵义县,2017,2017,1,,other_years,")
        .contains("520302 红花岗区", "520303 汇川区", "520304 播州区")
        .contains("贵州省,安顺市,镇宁县,2016,2016,1,520423,short,");
  }
}
