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
