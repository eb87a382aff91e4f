package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.Reports;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of files to a running study: drafted, confirmed line by line, run. */
@ExtendWith(SharedSpark.class)
class DraftedStudyTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path dir;

  /** What a command says on one stream, behind its exit code. */
  private static String said(String... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      int exit = Main.run(words);
      return exit + "\n" + printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Path records(String name) throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name).resolve("records"));
    try (Stream<Path> files = Files.list(Path.of("sample-data/counties/records"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  /** One file gets a header nobody knows and loses its unit, another one its encoding. */
  private Path changed() throws IOException {
    Path folder = records("changed");
    Path funds = folder.resolve("funds_1996_2005.csv");
    String text = Files.readString(funds);
    assertThat(text).contains("受援县代码", "财政援助资金(万元)");
    Files.writeString(funds, text.replaceFirst("受援县代码", "受援县的代码").replace("财政援助资金(万元)", "财政援助资金"));
    Path ledger = folder.resolve("records_2016_2020.csv");
    String rows = Files.readString(ledger).replaceFirst("^\uFEFF", "");
    Files.write(ledger, rows.getBytes(GB18030));
    return folder;
  }

  /** What a user does: looks at each line and deletes its mark. */
  private static void confirm(Path study) throws IOException {
    for (String name : List.of("study.conf", "schema.conf", "ingest.conf")) {
      Path file = study.resolve(name);
      Files.writeString(file, Files.readString(file).replaceAll(" *# 待确认[^\\n]*", ""));
    }
  }

  @Test
  void aDraftOnceConfirmedRunsAndFindsWhatWasPlanted(SparkSession spark) throws IOException {
    Path folder = changed();
    assertThat(said("init", folder.toString(), "--lang", "en")).startsWith("0\n");
    Path study = folder.resolve("jiedui-study");
    confirm(study);
    Path root = dir.resolve("root");
    String file = study.resolve("study.conf").toString();

    assertThat(said("run", "--study", file, "--root", root.toString())).startsWith("0\n");

    PublishedStudyTest.plantedMultiplesAreRecovered(
        Reports.in(root).named("records").head().orElseThrow().read("effect_ratio"));
  }

  @Test
  void filesInFoldersAreDraftedAndTwoOfOneNameThatDifferHaveToBeRenamed() throws IOException {
    for (String place : List.of("甘肃/2016", "贵州", "jiedui-study")) {
      Files.createDirectories(dir.resolve("in").resolve(place));
    }
    Files.writeString(dir.resolve("in/甘肃/2016/资金.csv"), "县代码,年份,捐款\n760102,2016,5\n");
    Files.writeString(dir.resolve("in/贵州/资金.csv"), "县代码,年份,捐款(万元)\n760102,2017,5\n");
    Path study = dir.resolve("in/jiedui-study");

    assertThat(said("init", dir.resolve("in").toString(), "--lang", "en")).startsWith("0\n");

    assertThat(Files.readString(study.resolve("study.conf")))
        .contains("\"../甘肃/2016/资金.csv\"", "\"../贵州/资金.csv\"");
    assertThat(Files.readString(study.resolve("ingest.conf")))
        .contains("贵州/资金.csv has the name of another file");
  }

  @Test
  void everyGuessIsShownWithItsLineAndNoCommandPassesWhileOneIsLeft() throws IOException {
    Path folder = changed();
    String drafted = said("init", folder.toString(), "--lang", "en");
    Path study = folder.resolve("jiedui-study");

    assertThat(drafted)
        .contains("header `受援县的代码` of funds_1996_2005.csv resembles `受援县代码`")
        .contains("units.fiscal = 万元 # 待确认")
        .contains("line 2 → 1996 · 760102 · ← 720000 · Fiscal aid funds · 458600.00 yuan")
        .contains("records_2016_2020.csv: GB18030");
    long open =
        Stream.of("study.conf", "schema.conf", "ingest.conf")
            .mapToLong(name -> count(study.resolve(name)))
            .sum();
    String file = study.resolve("study.conf").toString();
    for (String command : List.of("run", "check", "effects", "ingest", "codes")) {
      String refused = said(command, "--study", file, "--lang", "en");
      assertThat(refused).startsWith("2\n");
      assertThat(refused.lines().filter(l -> l.startsWith("error[CONF_GUESS]")))
          .hasSize((int) open);
      assertThat(refused).contains(study.resolve("ingest.conf") + ":4");
    }
  }

  @Test
  void aLastGuessIsEnoughToStop() throws IOException {
    Path folder = records("one");
    said("init", folder.toString());
    Path study = folder.resolve("jiedui-study");
    confirm(study);
    String file = study.resolve("study.conf").toString();
    assertThat(said("check", "--study", file)).doesNotStartWith("2\n");

    Files.writeString(
        study.resolve("schema.conf"),
        Files.readString(study.resolve("schema.conf")) + "\n# 待确认 / to confirm: one more\n");
    assertThat(said("check", "--study", file)).startsWith("2\n").contains("CONF_GUESS");
  }

  @Test
  void aFolderThatHoldsSomethingIsNotWrittenTo() throws IOException {
    Path folder = records("taken");
    assertThat(said("init", folder.toString())).startsWith("0\n");
    assertThat(said("init", folder.toString())).startsWith("2\n").contains("OUT_TAKEN");
  }

  @Test
  void namesWithoutCodesAndYearsInHeadersAreGuessesToo() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("others"));
    Files.writeString(folder.resolve("names.csv"), "年份,省,市州,县名,捐款(元)\n2016,贵州省,安顺市,镇宁县,5\n");
    Files.writeString(
        folder.resolve("财政资金.csv"), "县代码,2015,2016\n520423,1200.5,1300.5\n520403,7,8\n");
    Files.writeString(folder.resolve("readme.csv"), "a,b\n1,2\n");

    String drafted = said("init", folder.toString(), "--lang", "en");

    assertThat(drafted)
        .startsWith("0\n")
        .contains("names without a code: 1, run jobs/jiedui codes " + folder.resolve("names.csv"))
        .contains("layout = wide-years # 待确认", "indicator = fiscal # 待确认")
        .contains("not read: " + folder.resolve("readme.csv"))
        .contains("windows { before = [2015, 2015], after = [2016, 2016] }")
        .contains("conf/geography\" # 待确认 / to confirm: 2 个代码中认得 2 个");
  }

  @Test
  void codesOfOneLaterYearAreDeclaredAsSuch() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("vintage"));
    Files.writeString(
        folder.resolve("a.csv"), "年份,县代码,捐款(元)\n2008,520403,5\n2009,520423,6\n2010,520526,7\n");

    assertThat(said("init", folder.toString())).contains("code-vintage = 2020 # 待确认");
  }

  private static long count(Path file) {
    try {
      return Files.readString(file).lines().filter(l -> l.contains("# 待确认 / to confirm")).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
