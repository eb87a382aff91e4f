package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.Reports;
import org.jiedui.publish.TableDigests;
import org.jiedui.publish.Version;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ContentRow;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardEffectRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample study as its users meet it: run, read by another program, run again elsewhere. */
@ExtendWith(SharedSpark.class)
class PublishedStudyTest {
  /** What the generator planted: later over earlier national totals. */
  private static final Map<String, Double> PLANTED =
      new TreeMap<>(
          Map.of("fiscal", 3.17, "donation", 4.40, "cadres", 1.60, "professionals", 5.25));

  @Test
  void theSameBytesComeOutForAnyNumberOfPartitionsAndEveryReaderAgrees(
      SparkSession spark, @TempDir Path folder) throws Exception {
    String before = spark.conf().get("spark.sql.shuffle.partitions");
    Map<String, String> first = Map.of();
    try {
      for (int partitions : new int[] {1, 7, 64}) {
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        Path root = folder.resolve("p" + partitions);
        assertThat(run("run", "--root", root.toString())).isZero();
        Map<String, String> digests = TableDigests.of(root, "sample");
        first = first.isEmpty() ? digests : first;
        assertThat(digests).as(partitions + " partitions").isEqualTo(first);
      }
      Proof.RUN_SETTINGS.record(Counts.of(3, 0).control(3, otherSums(spark)));
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", before);
    }
    assertThat(first).hasSizeGreaterThan(10);
    Version version = Reports.in(folder.resolve("p1")).named("sample").head().orElseThrow();
    assertThat(version.verify()).isEmpty();
    assertThat(folder.resolve("p1/sample/exports/1/report.html"))
        .isRegularFile()
        .satisfies(page -> assertThat(Files.size(page)).isLessThan(5_000_000));
    plantedMultiplesAreRecovered(version.read("effect_ratio"));
    plantedShiftsAreRecovered(version);
    plantedEffectIsRecovered(version.read("effect_convention"));
    for (String table : version.tables()) {
      duckDbSeesTheSame(version, table);
    }
    aSecondRunFindsItPublished(folder.resolve("p1"));
  }

  /** The control: how many of three partitionings give another sum of doubles than the first. */
  private static long otherSums(SparkSession spark) {
    List<Double> sums = new ArrayList<>();
    for (int partitions : new int[] {1, 7, 64}) {
      sums.add(
          spark
              .range(0, 100_000, 1, partitions)
              .selectExpr("sum(1.0D / (id + 1))")
              .first()
              .getDouble(0));
    }
    return sums.stream().filter(sum -> !sum.equals(sums.get(0))).count();
  }

  @Test
  void prefecturesAreRegionsToo(SparkSession spark, @TempDir Path folder) throws Exception {
    Path study = folder.resolve("study.conf");
    String text = Files.readString(Path.of("conf/study.conf"));
    String here = Path.of("conf").toAbsolutePath().toString();
    Files.writeString(study, absolute(text, here) + "\ngap.level = prefecture\nclusters.k = 3\n");
    assertThat(run("clusters", "--study", study.toString(), "--root", folder.toString())).isZero();
    Frame members =
        Reports.in(folder).named("sample-clusters").head().orElseThrow().read("cluster_membership");
    assertThat(members.size()).isBetween(18, 24);
    for (int i = 0; i < members.size(); i++) {
      assertThat(members.text(i, ClusterMembershipRow.UNIT_CODE)).endsWith("00");
      assertThat(members.value(i, ClusterMembershipRow.CLUSTER)).isNotNull();
    }
  }

  /** The shipped settings with paths that hold from anywhere. */
  private static String absolute(String text, String conf) {
    return text.replaceAll("\"\\.\\./", "\"" + conf + "/../")
        .replaceAll(
            "= \"(schema.conf|indicators|claims.conf|prices/cpi.csv)\"", "= \"" + conf + "/$1\"");
  }

  static void plantedMultiplesAreRecovered(Frame ratios) {
    Map<String, Double> found = new TreeMap<>();
    for (int i = 0; i < ratios.size(); i++) {
      String form = ratios.text(i, EffectRatioRow.FORM);
      String direction = ratios.text(i, EffectRatioRow.DIRECTION);
      String indicator = ratios.text(i, EffectRatioRow.INDICATOR);
      boolean money = indicator.equals("fiscal") || indicator.equals("donation");
      if (ratios.text(i, EffectRatioRow.LEVEL).equals("nation")
          && ratios.text(i, EffectRatioRow.CONVENTION).equals("total")
          && direction.equals(money ? "E2W" : "both")
          && form.equals(indicator.equals("donation") ? "all" : "none")) {
        double ratio = (Double) ratios.value(i, EffectRatioRow.RATIO);
        found.put(indicator, Math.round(ratio * 1e6) / 1e6);
      }
    }
    assertThat(found).isEqualTo(PLANTED);
  }

  private static Map<String, Double> design() throws IOException {
    Map<String, Double> design = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("sample-data/counties/truth/design.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("name")) {
        design.put(cells[0], Double.valueOf(cells[1]));
      }
    }
    return design;
  }

  /** Against the comparison group, whichever flow is looked at; no effect lies outside. */
  private static void plantedEffectIsRecovered(Frame conventions) throws IOException {
    int flows = 0;
    for (int i = 0; i < conventions.size(); i++) {
      if (conventions.text(i, EffectConventionRow.ADJUSTMENT).equals("did")
          && conventions.text(i, EffectConventionRow.SCALE).equals("annual")
          && conventions.text(i, EffectConventionRow.PRICES).equals("nominal")
          && conventions.text(i, EffectConventionRow.BOUNDARY_RULE).equals("A")
          && conventions.text(i, EffectConventionRow.ENTRANTS).equals("in")
          && conventions.text(i, EffectConventionRow.ABSENT).equals("zero")
          && !conventions.text(i, EffectConventionRow.DIRECTION).equals("W2E")) {
        assertThat(design().get("effect_against_comparison"))
            .isBetween(
                (Double) conventions.value(i, EffectConventionRow.CI_LOW),
                (Double) conventions.value(i, EffectConventionRow.CI_HIGH));
        assertThat((Double) conventions.value(i, EffectConventionRow.CI_LOW)).isGreaterThan(1);
        flows++;
      }
    }
    assertThat(flows).isGreaterThanOrEqualTo(4);
  }

  /** What the generator planted lies within the published intervals, and no change does not. */
  private static void plantedShiftsAreRecovered(Version version) throws IOException {
    Map<String, Double> design = design();
    Frame shares = version.read("content_share");
    Frame mechanism = version.read("mechanism");
    changeHolds(shares, "area", "development", "development_share", design);
    changeHolds(version.read("content_ratio"), "leverage", "all", "leverage", design);
    changeHolds(version.read("content_ratio"), "completion", "all", "completion", design);
    changeHolds(mechanism, "institutionalisation", "all", "institutionalisation", design);
    Object[] effect = version.read("scorecard_effect").rows().get(0);
    assertThat(design.get("score_elasticity"))
        .isBetween(
            (Double) effect[ScorecardEffectRow.CI_LOW.ordinal()],
            (Double) effect[ScorecardEffectRow.CI_HIGH.ordinal()]);
  }

  private static void changeHolds(
      Frame frame, String measure, String part, String planted, Map<String, Double> design) {
    Object[] row =
        frame.rows().stream()
            .filter(r -> r[ContentRow.LEVEL.ordinal()].equals("nation"))
            .filter(r -> r[ContentRow.PERIOD.ordinal()].equals("change"))
            .filter(r -> r[ContentRow.MEASURE.ordinal()].equals(measure))
            .filter(r -> r[ContentRow.PART.ordinal()].equals(part))
            .findFirst()
            .orElseThrow();
    double change = design.get(planted + "_after") - design.get(planted + "_before");
    double low = (Double) row[ContentRow.CI_LOW.ordinal()];
    assertThat(low).as(planted).isPositive().isLessThan(change);
    assertThat((Double) row[ContentRow.CI_HIGH.ordinal()]).as(planted).isGreaterThan(change);
  }

  private static void aSecondRunFindsItPublished(Path root) throws Exception {
    assertThat(run("run", "--root", root.toString())).isZero();
    assertThat(Reports.in(root).named("sample").history().commits()).hasSize(1);
  }

  private static void duckDbSeesTheSame(Version version, String table) throws Exception {
    Frame frame = version.read(table);
    String file = version.path().resolve(table + ".parquet").toString();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from read_parquet('" + file + "')")) {
      List<List<Object>> seen = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (Field field : frame.fields()) {
          row.add(plain(rows.getObject(field.column())));
        }
        seen.add(row);
      }
      List<List<Object>> ours =
          frame.rows().stream()
              .map(row -> Stream.of(row).map(PublishedStudyTest::plain).toList())
              .toList();
      assertThat(seen).as(table).isEqualTo(ours);
    }
  }

  private static Object plain(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : String.valueOf(value);
  }

  private static int run(String... words) throws IOException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return Main.run(words);
    } finally {
      System.setOut(out);
    }
  }
}
