package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code pairing} and {@code targeting} on tables of the user's own. */
class OwnPairsTest {
  @TempDir private Path folder;

  private record Said(int exit, String out, String err) {}

  @Test
  void pairsOfOnesOwnAreANetwork() throws IOException {
    Path file = file("donor,recipient,era\nA,x,2010\nA,y,2010\nB,y,2010\nA,x,2016\nB,x,2016\n");
    Said said = run("pairing", "--panel", file.toString(), "--format", "csv");
    assertThat(said.exit()).isZero();
    List<String> lines = said.out().lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("era,programme,links,donors,recipients");
    assertThat(lines.get(1)).startsWith("2010,,3,2,2").contains(",2016,1,");
    assertThat(lines.get(2)).startsWith("2016,,2,2,1").endsWith("NO_DATA");
  }

  @Test
  void wrongPairsAreAllToldAtOnceWithTheirLines() throws IOException {
    Path file = file("donor,recipient,era\nA,x,2016\nA,A,2016\nA,x,2016\n,y,2016\n");
    Said said = run("pairing", "--panel", file.toString());
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .contains("pairs.csv:3", "same region: A")
        .contains("pairs.csv:4", "2016 A→x")
        .contains("pairs.csv:5", "donor or recipient is missing");
  }

  @Test
  void anUnknownEraAndAMissingColumnAreRefused() throws IOException {
    Said era = run("pairing", "--panel", file("donor,recipient,era\nA,x,soon\n").toString());
    assertThat(era.exit()).isEqualTo(4);
    assertThat(era.err()).contains("NUM_SYNTAX", "soon");
    Said column = run("pairing", "--panel", file("donor,recipient\nA,x\n").toString());
    assertThat(column.exit()).isEqualTo(4);
    assertThat(column.err()).contains("era");
  }

  @Test
  void aidOfOnesOwnHasTheSlopesItWasMadeWith() {
    Said said =
        run(
            "targeting",
            "--panel",
            "sample-data/estimate/aid.csv",
            "--before",
            "2014-2015",
            "--after",
            "2016-2017",
            "--population",
            "population",
            "--group",
            "province",
            "--lang",
            "zh");
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("投入与发展水平正相关(择强)").contains("投入与发展水平负相关(扶弱)");
  }

  @Test
  void headersMayBeChineseAndCountiesWithoutPeopleAreLeftOutAloud() throws IOException {
    Said said = run(ofCounties(COUNTIES, "--lang", "zh"));
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("前期有 1 个县没有收入或人口数据,未计入", "后期有 1 个县没有收入或人口数据");
    Said rows = run(ofCounties(COUNTIES, "--format", "csv"));
    String nation =
        rows.out().lines().filter(line -> line.startsWith("nation")).findFirst().orElseThrow();
    assertThat(nation).contains("MISSING_INDICATOR=1");
  }

  @Test
  void incomesThatAreNoNumbersAreAllToldWithTheirLines() throws IOException {
    String wrong = COUNTIES.replace("1463", "约一千").replace("3438", "n.d.");
    Said said = run(ofCounties(wrong, "--lang", "en"));
    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("pairs.csv:4", "约一千", "pairs.csv:8", "n.d.", "a number such");
  }

  @Test
  void yearsOutsideBothWindowsLeaveNothingToTell() throws IOException {
    Said said = run(ofCounties(COUNTIES.replace("2016", "2030"), "--format", "csv"));
    assertThat(said.exit()).isZero();
    assertThat(said.out().lines().filter(line -> line.startsWith("nation,000000,after")))
        .singleElement()
        .asString()
        .contains("NO_DATA");
  }

  @Test
  void pairsMayHaveChineseHeaders() throws IOException {
    Path file = file("支援方,受援方,时期\n甲省,子省,2010\n乙省,子省,2010\n甲省,子省,2016\n");
    Said said =
        run(
            "pairing",
            "--panel",
            file.toString(),
            "--donor",
            "支援方",
            "--recipient",
            "受援方",
            "--era",
            "时期",
            "--lang",
            "zh");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("结对网络").containsPattern("2010 +2 +2 +1").contains("更替");
  }

  private static final String COUNTIES =
      """
      县,省,年份,投入,收入,人口
      甲县,东省,2014,900,541,100
      甲县,东省,2016,1800,600,100
      乙县,东省,2014,700,1463,100
      乙县,东省,2016,1000,1500,100
      丙县,西省,2014,650,2445,
      丙县,西省,2016,650,2500,
      丁县,西省,2014,100,3438,100
      丁县,西省,2016,100,3500,100
      """;

  private String[] ofCounties(String text, String... more) throws IOException {
    return concat(
        new String[] {
          "targeting",
          "--panel",
          file(text).toString(),
          "--unit",
          "县",
          "--group",
          "省",
          "--time",
          "年份",
          "--aid",
          "投入",
          "--income",
          "收入",
          "--population",
          "人口",
          "--before",
          "2014-2015",
          "--after",
          "2016-2017"
        },
        more);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.csv"), text);
  }

  private static Said run(String... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    var logged = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try {
      boolean told = List.of(words).contains("--lang");
      String[] all = told ? words : concat(words, "--lang", "en");
      int exit = Main.run(all);
      return new Said(
          exit, printed.toString(StandardCharsets.UTF_8), logged.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String[] concat(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
