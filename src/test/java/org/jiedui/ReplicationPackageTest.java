package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A package as its author and a data editor meet it: made, unpacked, reproduced, doubted. */
@ExtendWith(SharedSpark.class)
class ReplicationPackageTest {
  @TempDir private Path dir;

  private String out;

  @Test
  void aPackageReproducesWhatWasPublishedAndNamesWhatDoesNot(SparkSession spark)
      throws IOException, InterruptedException {
    assertThat(run("run", "--root", dir.resolve("root").toString())).isZero();
    everyExportSaysThatThePlacesAreInvented(dir.resolve("root/sample/exports/1"));
    Path whole = packed("whole.zip");
    assertThat(packed("again.zip")).hasSameBinaryContentAs(whole);
    Path folder = unpacked(whole);
    filesAreThoseOfTheTemplate(folder);
    theSumsHold(folder);
    theScriptHandsThePackageToTheProgram(folder);
    rRecomputesWhatIsPrinted(folder);

    assertThat(run("reproduce", whole.toString(), "--lang", "en")).as(out).isZero();
    assertThat(out).containsPattern("(\\d+)/\\1 tables reproduced");

    Path public_ = packed("public.zip", "--withhold", "raw");
    Path without = unpacked(public_);
    assertThat(without.resolve("raw")).doesNotExist();
    assertThat(without.resolve("tables/rejects.parquet")).doesNotExist();
    assertThat(run("reproduce", public_.toString(), "--lang", "en")).as(out).isZero();
    assertThat(out)
        .containsPattern("(\\d+)/\\1 tables reproduced")
        .contains("raw records are withheld; not computed again:", "ledger");

    aChangedNumberIsNamed(folder);
  }

  /** In caption and picture; and a multiple is never called growth by itself. */
  private static void everyExportSaysThatThePlacesAreInvented(Path exports) throws IOException {
    try (Stream<Path> files = Files.walk(exports)) {
      List<Path> printed =
          files
              .filter(f -> f.toString().matches(".*(?<!-standalone)\\.(md|html|tex|svg)"))
              .toList();
      assertThat(printed).hasSizeGreaterThan(50);
      for (Path file : printed) {
        String text = Files.readString(file);
        assertThat(text.replaceAll("<[^>]*>|\\s", ""))
            .as(file.toString())
            .matches("(?is).*(synthetic\\\\?data|模拟数据).*");
        assertThat(text)
            .as(file.toString())
            .doesNotContainPattern("增长[^。;；<|]{0,12}倍|[Gg]rew |[0-9] times (more|higher)|-fold ");
      }
    }
  }

  /** One amount of one raw record. */
  private void aChangedNumberIsNamed(Path folder) throws IOException {
    Path raw = folder.resolve("raw/cooperation_record/funds_1996_2005.csv");
    byte[] bytes = Files.readAllBytes(raw);
    int at = amountDigit(bytes);
    bytes[at] = (byte) (bytes[at] == '7' ? '8' : '7');
    Files.write(raw, bytes);

    assertThat(run("reproduce", folder.toString(), "--lang", "en")).isEqualTo(5);
    assertThat(out)
        .contains("effect_ratio ", "760102", "before", "Cells that differ")
        .doesNotContainPattern("(\\d+)/\\1 tables reproduced");
  }

  /** The first digit of the amount in the second record that is accepted. */
  private static int amountDigit(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\n");
    List<String> head = List.of(lines[0].replace("\r", "").split(","));
    int column = head.size() - 1;
    for (int i = 0; i < head.size(); i++) {
      column = lines[1].split(",")[i].matches("\\d+\\.\\d+") ? i : column;
    }
    int at = lines[0].length() + 1;
    String[] cells = lines[1].split(",");
    for (int i = 0; i < column; i++) {
      at += cells[i].length() + 1;
    }
    return at;
  }

  private static void filesAreThoseOfTheTemplate(Path folder) throws IOException {
    assertThat(folder.getFileName()).hasToString("sample-v1");
    for (String name :
        List.of(
            "README.md",
            "README.zh.md",
            "reproduce",
            "package.json",
            "SHA256SUMS",
            "CITATION.cff",
            "references.bib",
            "methods.zh.md",
            "methods.en.md",
            "codebook.json",
            "open.R",
            "study/conf/study.conf",
            "study/conf/schema.conf",
            "panel/panel.csv",
            "tables/effect_ratio.parquet",
            "tables/effect_ratio.do",
            "checks/all.R",
            "checks/check_effect_ratio.do",
            "raw/region_year/region_year.csv")) {
      assertThat(folder.resolve(name)).isRegularFile();
    }
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains(
            "synthetic data, invented places",
            "## Data Availability and Provenance Statements",
            "## Computational Requirements",
            "## Instructions to Replicators",
            "| `jiedui export effect-ratio` | `checks/check_effect_ratio.R` |",
            "seed 42")
        .doesNotContain("复现", "数据");
    assertThat(Files.readString(folder.resolve("README.zh.md"))).contains("复现步骤", "模拟数据");
  }

  private static void theSumsHold(Path folder) throws IOException, InterruptedException {
    assumeTrue(succeeds(folder, "sha256sum", "--version"), "no sha256sum");
    assertThat(succeeds(folder, "sha256sum", "--quiet", "-c", "SHA256SUMS")).isTrue();
  }

  /** Started anywhere, with the program named or missing. */
  private void theScriptHandsThePackageToTheProgram(Path folder)
      throws IOException, InterruptedException {
    Path program = Files.writeString(dir.resolve("program"), "#!/bin/sh\necho \"$@\"\n");
    assumeTrue(program.toFile().setExecutable(true));
    String script = folder.resolve("reproduce").toString();
    String jiedui = "JIEDUI=" + program;
    assertThat(output(dir, "env", jiedui, "sh", script, "--lang", "en").strip())
        .isEqualTo("reproduce " + folder.toRealPath() + " --lang en");
    assertThat(output(dir, "env", "PATH=/usr/bin:/bin", "sh", script)).contains("set JIEDUI=");
  }

  private static void rRecomputesWhatIsPrinted(Path folder)
      throws IOException, InterruptedException {
    if (!succeeds(folder, "Rscript", "--version")) {
      return;
    }
    String told = output(folder, "Rscript", "checks/all.R");
    for (String table :
        List.of(
            "cluster_profile", "descriptive", "effect_ratio", "gap_index", "ledger", "pair_year")) {
      assertThat(told).containsPattern(table + ": (\\d+) of \\1 numbers recomputed");
      assertThat(numbers(told, table)).as(table).isGreaterThan(20);
    }
    Path table = folder.resolve("tables/effect_ratio.csv");
    String right = Files.readString(table);
    Files.writeString(table, right.replaceFirst("(nation,000000,.*?total,)\\d", "$19"));
    assertThat(output(folder, "Rscript", "checks/check_effect_ratio.R"))
        .contains("nation | 000000", "before published");
    assertThat(succeeds(folder, "Rscript", "checks/check_effect_ratio.R")).isFalse();
    Files.writeString(table, right);
  }

  private static int numbers(String told, String table) {
    return told.lines()
        .filter(line -> line.startsWith(table + ": "))
        .mapToInt(line -> Integer.parseInt(line.replaceAll(".* of (\\d+) .*", "$1")))
        .findFirst()
        .orElse(0);
  }

  private Path packed(String name, String... more) throws IOException {
    Path zip = dir.resolve(name);
    String[] words = {"package", "--root", dir.resolve("root").toString(), "--report", "sample"};
    String[] rest = {"--out", zip.toString()};
    String[] all = Stream.of(words, rest, more).flatMap(Stream::of).toArray(String[]::new);
    assertThat(run(all)).as(out).isZero();
    return zip;
  }

  private Path unpacked(Path zip) throws IOException {
    Path below = Files.createDirectories(dir.resolve("at-" + zip.getFileName()));
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().toList()) {
        Path place = below.resolve(entry.getName());
        Files.createDirectories(place.getParent());
        Files.copy(file.getInputStream(entry), place);
      }
    }
    return below.resolve("sample-v1");
  }

  private int run(String... words) {
    PrintStream before = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      return Main.run(words);
    } finally {
      System.setOut(before);
      out = printed.toString(StandardCharsets.UTF_8);
    }
  }

  private static boolean succeeds(Path folder, String... command) throws InterruptedException {
    try {
      Process process = started(folder, command);
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String output(Path folder, String... command) throws IOException {
    return new String(
        started(folder, command).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process started(Path folder, String... command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
