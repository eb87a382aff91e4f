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
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.spark.sql.SparkSession;
import org.jiedui.job.ExplainedTables;
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
  private static final Set<String> OF_ALL_REPORTS = Set.of("nightly", "gc");
  private static final String CORRECTED = "pair_year 720000 760000 fiscal E2W paid 2019";
  private static final String ROW = "%s,2019,720000,760102,东部到西部,财政援助资金,,拨付,%s,元\n";

  @TempDir Path folder;
  private Path inbox;
  private Path root;
  private String said = "";

  @Test
  void theStoryOfSomeNightsIsToldRight(SparkSession spark) throws Exception {
    study();
    try (Readers readers = new Readers()) {
      assertThat(night("--as-of", "2026-11-21")).isZero();
      assertThat(said).as("there is no version before").doesNotContain("Changes against");
      readers.start();
      Path late = arrival();
      correction(late);
      redeliveryAndBadFile(late);
      afterAKill();
      assertThat(readers.finish()).as("reads of latest while nights are published").isPositive();
    }
    history();
    theDifferenceIsTold();
    theCellIsTheQuotientOfItsLines();
    rowsOfOtherTablesAreExplained();
    ExplainedTables.check(root, head(), folder.resolve("study.conf"));
    versionsAreExplainedAfterACollection();
    fromNothingTheBytesAreTheSame();
  }

  private Path arrival() throws IOException {
    Path late = Files.createDirectories(inbox.resolve("2026-11-22")).resolve("late.csv");
    Files.writeString(
        late, HEADER + ROW.formatted("NN1", "1000.00") + ROW.formatted("NN2", "2500.50"));
    assertThat(night("--as-of", "2026-11-22", "--dry-run")).isZero();
    assertThat(said).contains("late.csv");
    assertThat(commits()).hasSize(1);
    assertThat(night("--as-of", "2026-11-22", "--lang", "en")).isZero();
    assertThat(said)
        .contains("Changes against version 1:")
        .contains("+3,500.50 yuan: new +3,500.50")
        .contains("late.csv:3  760102 2019 fiscal 0.00 → 2,500.50  new");
    assertThat(night("--as-of", "2026-11-22")).isZero();
    assertThat(said).as("already published").doesNotContain("Changes against");
    assertThat(commits()).as("a night started twice is one version").hasSize(2);
    return late;
  }

  private void correction(Path late) throws IOException {
    Files.writeString(
        late, HEADER + ROW.formatted("NN1", "1000.00") + ROW.formatted("NN2", "2000.00"));
    assertThat(night("--as-of", "2026-11-22", "--lang", "zh")).isZero();
    assertThat(said)
        .contains("与第 2 版相比的变化:")
        .contains("-500.50 元:更正 -500.50")
        .contains("late.csv:3  760102 2019 fiscal 2,500.50 → 2,000.00  更正")
        .contains("jiedui diff 2 3");
    assertThat(commits().get(2).supersedes()).isEqualTo(2);
    assertThat(night("--as-of", "2026-11-21")).isZero();
    assertThat(commits()).as("an old night run again is the same night").hasSize(3);
  }

  private void redeliveryAndBadFile(Path late) throws IOException {
    Files.copy(late, inbox.resolve("late_copy.csv"));
    Files.writeString(inbox.resolve("bad.csv"), "年份,金额\n2019,1\n");
    assertThat(night("--since", "2026-11-23", "--as-of", "2026-11-24")).isEqualTo(4);
    assertThat(commits()).as("nothing is published beside a bad file").hasSize(3);
    Files.delete(inbox.resolve("bad.csv"));
    assertThat(night("--as-of", "2026-11-24", "--lang", "en")).isZero();
    assertThat(said)
        .as("a file that comes again moves no sum")
        .contains("Nothing changed against version 3")
        .doesNotContain("yuan");
  }

  /** What a killed night leaves is neither read nor in the way. */
  private void afterAKill() throws IOException {
    Path orphan = root.resolve("sample/data/2026-11-25-" + "0".repeat(32));
    Files.createDirectories(orphan);
    byte[] whole = Files.readAllBytes(head().path().resolve("effect_ratio.parquet"));
    Files.write(orphan.resolve("effect_ratio.parquet"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(inbox.resolve("more.csv"), HEADER + ROW.formatted("NN3", "10.00"));

    assertThat(night("--as-of", "2026-11-25", "--lang", "en")).isZero();

    assertThat(said).contains("+10.00 yuan: new +10.00");
    assertThat(commits()).hasSize(5);
  }

  private void history() {
    assertThat(run("history", "--format", "csv")).isZero();
    assertThat(said.lines().skip(1).map(l -> l.split(",", 3)[0] + " " + l.split(",", 3)[1]))
        .containsExactly(
            "1 2026-11-21", "2 2026-11-22", "3 2026-11-22", "4 2026-11-24", "5 2026-11-25");
    assertThat(run("verify", "--all")).isZero();
  }

  private void theDifferenceIsTold() throws Exception {
    assertThat(run("diff", "2", "3", "--format", "csv")).isEqualTo(5);
    assertThat(said).contains("effect_ratio,county 760102").contains("corrected");
    assertThat(run("diff", "2", "3", "--lang", "en")).isEqualTo(5);
    assertThat(
            said.lines().filter(l -> l.startsWith("fiscal")).findFirst().orElseThrow().split(" +"))
        .containsExactly(("fiscal yuan -500.50" + " 0.00".repeat(6) + " -500.50 0.00").split(" "));
    assertThat(said).contains("late.csv:3");
    assertThat(said.lines())
        .as("both values of a changed cell are told apart")
        .noneMatch(line -> line.matches(".* (\\S+)  +\\1  +Corrected.*"));
    assertThat(run("diff", "2", "3", "--to", "docx", "--out", folder.resolve("d").toString()))
        .isEqualTo(5);
    try (var word = new XWPFDocument(Files.newInputStream(folder.resolve("d/en/diff_sums.docx")))) {
      assertThat(word.getTables().get(0).getText()).contains("−500.50");
    }
  }

  /** Sums that are published are held to the records; a row of levels names their lines. */
  private void rowsOfOtherTablesAreExplained() {
    assertThat(explained(CORRECTED)).contains("late.csv:3");
    assertThat(Path.of("jobs/nights")).content().contains("asks explain " + CORRECTED + " --study");
    assertThat(explained("pairing_link 2016 720000 760000 fiscal")).contains("late.csv:3");
    assertThat(explained("coverage 760102 2019")).contains("late.csv:2").contains("late.csv:3");
    assertThat(explained("effect_interval nation fiscal E2W bca")).contains("late.csv:3");
    assertThat(explained("gap_index 柚野区 2018")).contains("region_year.csv:3643,2018,760102");
    assertThat(explained("cluster_membership 760102")).contains("760102");
    assertThat(explained("region_year 760102 2018 population").lines().skip(1)).hasSize(1);
    assertThat(run("explain", "gap_index", "760102")).as("asks back").isEqualTo(2);
    assertThat(run("explain", "gap_indx", "760102")).as("unknown table").isEqualTo(2);
    assertThat(run("explain", "panel", "760102")).as("kept outside of versions").isEqualTo(2);
    assertThat(explained("ledger late.csv fiscal")).contains("late.csv:2").contains("late.csv:3");
    assertThat(explained("claim R1 derived").lines()).as("goes back to no record").hasSize(1);
  }

  /** What no version needs any more is given up, whatever it is; a record is found all the same. */
  private void versionsAreExplainedAfterACollection() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(61)));
    for (String work : List.of("landing", "records", "panel")) {
      try (Stream<Path> files = Files.walk(root.resolve(work))) {
        for (Path file : files.toList()) {
          Files.setLastModifiedTime(file, old);
        }
      }
    }
    assertThat(run("gc", "--format", "csv")).isZero();
    assertThat(said).contains("records/rejects/", "records/keys/").doesNotContain("landing/");
    assertThat(explained(CORRECTED)).contains("late.csv:3");
    assertThat(run("diff", "2", "3")).isEqualTo(5);
    assertThat(said).contains("late.csv:3");
    assertThat(run("verify", "--all")).isZero();
  }

  private String explained(String words) {
    String[] all = ("explain " + words + " --format csv").split(" ");
    assertThat(run(all)).as(words).isZero();
    return said;
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
    assertThat(night("--as-of", "2026-11-25")).isZero();
    assertThat(digests(head())).isEqualTo(inSteps);
  }

  /** Reads by the one line of DuckDB that README shows, again and again, while nights are run. */
  private final class Readers implements AutoCloseable {
    private final AtomicBoolean done = new AtomicBoolean();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::loop);
    private final AtomicInteger reads = new AtomicInteger();

    void start() {
      thread.start();
    }

    private void loop() {
      while (!done.get()) {
        try {
          seen.add(readable(root.resolve("sample/latest/effect_ratio.parquet")));
          reads.incrementAndGet();
          Thread.sleep(20);
        } catch (SQLException | InterruptedException e) {
          failures.add(e);
        }
      }
    }

    /** How many reads there were; each saw one of the published versions. */
    int finish() throws Exception {
      close();
      Set<String> versions = new HashSet<>();
      for (Commit commit : commits()) {
        Version version = Reports.in(root).named("sample").version(commit.seq()).orElseThrow();
        versions.add(readable(version.path().resolve("effect_ratio.parquet")));
      }
      assertThat(failures).isEmpty();
      assertThat(versions).as("versions tell themselves apart").hasSizeGreaterThan(2);
      assertThat(versions).containsAll(seen);
      return reads.get();
    }

    @Override
    public void close() throws InterruptedException {
      done.set(true);
      thread.join();
    }
  }

  private static String readable(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*), max(after) filter (convention = 'total' and level = 'nation'"
                    + " and indicator = 'fiscal') from '"
                    + file
                    + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1) + " " + rows.getDouble(2);
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
        OF_ALL_REPORTS.contains(words[0]) ? Stream.of() : Stream.of("--report", "sample");
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
