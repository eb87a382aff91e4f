package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Reports;
import org.jiedui.publish.Version;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Some nights of the sample study, as a scheduler would start them. */
@ExtendWith(SharedSpark.class)
class NightsTest {
  private static final String HEADER = "记录号,年份,支援省代码,受援县代码,方向,指标,形式,阶段,金额,单位\n";
  private static final String ROW = "%s,2019,720000,760102,东部到西部,财政援助资金,,拨付,%s,元\n";

  @TempDir Path folder;
  private Path inbox;
  private Path root;
  private String said = "";

  @Test
  void nightsArriveAreCorrectedAndAreFoundAgain(SparkSession spark) throws Exception {
    study();
    assertThat(night("--as-of", "2026-11-21")).isZero();
    readable();

    Path late = Files.createDirectories(inbox.resolve("2026-11-22")).resolve("late.csv");
    Files.writeString(
        late, HEADER + ROW.formatted("NN1", "1000.00") + ROW.formatted("NN2", "2500.50"));
    assertThat(night("--as-of", "2026-11-22", "--dry-run")).isZero();
    assertThat(said).contains("late.csv");
    assertThat(commits()).hasSize(1);
    assertThat(night("--as-of", "2026-11-22")).isZero();
    assertThat(night("--as-of", "2026-11-22")).isZero();
    assertThat(commits()).as("a night started twice is one version").hasSize(2);

    Files.writeString(
        late, HEADER + ROW.formatted("NN1", "1000.00") + ROW.formatted("NN2", "2000.00"));
    assertThat(night("--as-of", "2026-11-22")).isZero();
    assertThat(commits().get(2).supersedes()).isEqualTo(2);
    readable();
    assertThat(night("--as-of", "2026-11-21")).isZero();
    assertThat(commits()).as("an old night run again is the same night").hasSize(3);

    Files.writeString(inbox.resolve("bad.csv"), "年份,金额\n2019,1\n");
    assertThat(night("--since", "2026-11-23", "--as-of", "2026-11-24")).isEqualTo(4);
    assertThat(commits()).hasSize(3);
    Files.delete(inbox.resolve("bad.csv"));
    assertThat(night("--as-of", "2026-11-24")).isZero();
    readable();

    assertThat(run("diff", "2", "3", "--format", "csv")).isEqualTo(5);
    assertThat(said).contains("effect_ratio,county 760102").contains("corrected");
    assertThat(run("diff", "2", "3", "--lang", "en")).isEqualTo(5);
    assertThat(
            said.lines().filter(l -> l.startsWith("fiscal")).findFirst().orElseThrow().split(" +"))
        .containsExactly("fiscal", "-50,050", "0", "0", "0", "0", "0", "0", "-50,050", "0");
    theCellIsTheQuotientOfItsLines();
    fromNothingTheBytesAreTheSame();
  }

  /** What explain prints is enough to compute the cell again. */
  private void theCellIsTheQuotientOfItsLines() {
    assertThat(run("explain", "effect_ratio", "760102", "fiscal", "E2W", "--format", "csv"))
        .isZero();
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal after = BigDecimal.ZERO;
    List<String> lines =
        said.lines().filter(l -> l.matches(".*csv:\\d+,\\d{4},760102,.*")).toList();
    for (String line : lines) {
      String[] cells = line.split(",");
      BigDecimal amount = new BigDecimal(cells[3]);
      boolean early = Integer.parseInt(cells[1]) <= 2015;
      before = early ? before.add(amount) : before;
      after = early ? after : after.add(amount);
    }
    double ratio = after.doubleValue() / before.doubleValue();
    assertThat(lines)
        .anyMatch(l -> l.startsWith("late.csv:3,2019,760102,2000.00") && l.contains("NN2"));
    assertThat(run("explain", "effect_ratio", "760102", "fiscal", "E2W", "level=county")).isZero();
    String printed = said.lines().findFirst().orElseThrow().replaceAll(".* = ", "");
    assertThat(Double.parseDouble(printed)).isCloseTo(ratio, within(1e-12));
    assertThat(run("explain", "effect_ratio", "760102")).as("asks back").isEqualTo(2);
  }

  private void fromNothingTheBytesAreTheSame() {
    Map<String, String> inSteps = digests(head());
    assertThat(run("verify", "--recompute", "--study", folder.resolve("study.conf").toString()))
        .isZero();
    root = folder.resolve("again");
    assertThat(night("--as-of", "2026-11-24")).isZero();
    assertThat(digests(head())).isEqualTo(inSteps);
  }

  /** The one line of DuckDB that README shows. */
  private void readable() throws Exception {
    String file = root.resolve("sample/latest/effect_ratio.parquet").toString();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from '" + file + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(head().read("effect_ratio").size());
    }
  }

  private Version head() {
    return Reports.in(root).named("sample").head().orElseThrow();
  }

  private List<Commit> commits() {
    return Reports.in(root).named("sample").history().commits().stream()
        .sorted(java.util.Comparator.comparing(Commit::seq))
        .toList();
  }

  private static Map<String, String> digests(Version version) {
    Map<String, String> digests = new TreeMap<>();
    version.manifest().files().stream()
        .filter(f -> f.table().isPresent())
        .forEach(f -> digests.put(f.path(), f.sha256()));
    return digests;
  }

  private void study() throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    root = folder.resolve("root");
    try (Stream<Path> records = Files.list(Path.of("sample-data/counties/records"))) {
      for (Path file : records.toList()) {
        Files.copy(file, inbox.resolve(file.getFileName()));
      }
    }
    String conf = Path.of("conf").toAbsolutePath().toString();
    Files.writeString(
        folder.resolve("study.conf"),
        Files.readString(Path.of("conf/study.conf"))
            .replace("\"../sample-data/counties/records\"", "\"inbox\"")
            .replaceAll("\"\\.\\./", "\"" + conf + "/../")
            .replaceAll(
                "= \"(schema.conf|indicators|claims.conf|prices/cpi.csv)\"",
                "= \"" + conf + "/$1\""));
  }

  private int night(String... words) {
    String study = folder.resolve("study.conf").toString();
    return run(
        Stream.concat(Stream.of("nightly", "--study", study), Stream.of(words))
            .toArray(String[]::new));
  }

  private int run(String... words) {
    Stream<String> where = Stream.of("--root", root.toString());
    Stream<String> report =
        words[0].equals("nightly") ? Stream.of() : Stream.of("--report", "sample");
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      return Main.run(
          Stream.of(Stream.of(words), where, report).flatMap(s -> s).toArray(String[]::new));
    } finally {
      System.setOut(out);
      said = printed.toString(StandardCharsets.UTF_8);
    }
  }
}
