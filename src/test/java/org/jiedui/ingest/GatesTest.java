package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.IdRange;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.CoverageRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a delivery says beside those before it. */
@ExtendWith(SharedSpark.class)
class GatesTest {
  private static final String WIDE = "记录号,年份,县代码,财政资金(元),捐款(元)\n";

  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  private static List<String> codes(IngestResult result) {
    return result.warnings().stream().map(Problem::code).toList();
  }

  /** Rows of one year; funds of row i are {@code 1000 i + more}, donations {@code 7 i}. */
  private static String rows(int year, int n, int more) {
    var text = new StringBuilder(WIDE);
    for (int i = 1; i <= n; i++) {
      int code = 760121 + i % 3;
      text.append("%d-%d,%d,%d,%d,%d\n".formatted(year, i, year, code, 10_000 * i + more, 7 * i));
    }
    return text.toString();
  }

  @Test
  void aDeliveryOfUnusualLengthWarnsAndSaysAgainstWhat(SparkSession spark) {
    for (int year = 2010; year < 2014; year++) {
      files.input("y" + year + ".csv", rows(year, 10, 3), Input.FLOWS);
    }
    files.input("y2014.csv", rows(2014, 7, 3), Input.FLOWS);
    IngestResult usual = Ingest.run(spark, files.request("root"));
    files.input("y2015.csv", rows(2015, 6, 3), Input.FLOWS);
    IngestResult half = Ingest.run(spark, files.request("root"));

    assertThat(codes(usual)).doesNotContain("ROWS_UNUSUAL");
    assertThat(usual.gates())
        .contains(new GateReading("ROWS_UNUSUAL", "y2014.csv", usual(7, 10), 30, null));
    assertThat(codes(half)).containsOnlyOnce("ROWS_UNUSUAL");
    assertThat(half.gates())
        .contains(new GateReading("ROWS_UNUSUAL", "y2015.csv", usual(6, 10), 30, null))
        .anyMatch(g -> g.gate().equals("REJECT_SHARE") && g.stopAbove() == 100.0);
  }

  private static double usual(double rows, double median) {
    return Math.abs(100 * (rows - median) / median);
  }

  @Test
  void aNewFileInAnotherUnitStopsBeforeItLandsUnlessTheUnitIsDeclared(SparkSession spark) {
    files.input("y2015.csv", rows(2015, 3, 3), Input.FLOWS);
    String changed = rows(2016, 3, 3).replace("财政资金(元)", "财政资金(万元)");
    IngestFixture both = files.input("y2016.csv", changed, Input.FLOWS);
    assertThat(codes(Ingest.run(spark, both.request("from-nothing")))).isEmpty();

    Ingest.run(spark, files.request("root", files.inputs().subList(0, 1)));
    for (int night = 0; night < 2; night++) {
      assertThatThrownBy(() -> Ingest.scan(files.request("root")))
          .isInstanceOfSatisfying(
              InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.INPUT))
          .hasMessageContaining("UNIT_CHANGED")
          .hasMessageContaining("files { \"y2016.csv\" { units { fiscal = 万元 } } }");
    }
    files.settings("files { \"y2016.csv\" { units { fiscal = 万元 } } }\n");
    assertThat(Ingest.run(spark, files.request("root")).panelFiles()).containsKey(2016);
  }

  @Test
  void aBadFileIsSetAsideWhereDeclaredAndStandsAmongTheInputs(SparkSession spark) {
    files.input("good.csv", rows(2016, 3, 3), Input.FLOWS);
    files.input("bad.csv", "记录号,年份\n1,2016\n", Input.FLOWS);
    assertThatThrownBy(() -> Ingest.scan(files.request("root")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("COL_MISSING");

    files.settings("on-bad-file = set-aside\n");
    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(result.warnings().get(0).code()).isEqualTo("FILE_SET_ASIDE");
    assertThat(result.warnings().get(0).place()).isEqualTo("bad.csv");
    assertThat(result.inputs())
        .extracting(IngestResult.InputFact::name)
        .containsExactly("good.csv", "set-aside:bad.csv");
    assertThatThrownBy(() -> Ingest.scan(files.request("root", files.inputs().subList(1, 2))))
        .as("nothing is left to go on with")
        .isInstanceOf(InputException.class);
  }

  @Test
  void fundsThatHoldTheDonationsAreFoundByTheirDigitsAndOthersAreNot(SparkSession spark) {
    var inside = new StringBuilder(WIDE);
    for (int i = 1; i <= 12; i++) {
      int year = 2000 + i;
      inside.append("%d,%d,760121,%d,%d\n".formatted(i, year, 50_000 * i + 1234 + i, 1234 + i));
    }
    files.input("inside.csv", inside.toString(), Input.FLOWS);
    files.input("apart.csv", inside.toString().replaceAll("(\\d)\n", "$17\n"), Input.FLOWS);

    List<Problem> warnings = Ingest.run(spark, files.request("root")).warnings();

    assertThat(warnings)
        .filteredOn(p -> p.code().equals("DOUBLE_COUNT_SUSPECT"))
        .extracting(Problem::place)
        .containsExactly("inside.csv");
  }

  @Test
  void agreementOfRoundNumbersIsWhatChanceGives() {
    List<long[]> round =
        IntStream.range(0, 100).mapToObj(i -> new long[] {500 + i % 2, 500 + i / 2 % 2}).toList();
    List<long[]> same = IntStream.range(1, 100).mapToObj(i -> new long[] {i, i}).toList();

    assertThat(DoubleCounting.agreement(round, v -> v))
        .isEqualTo(new DoubleCounting.Agreement(50, 50, 100));
    assertThat(DoubleCounting.agreement(round, v -> v).isSuspect()).isFalse();
    assertThat(DoubleCounting.agreement(same, v -> v).isSuspect()).isTrue();
    assertThat(DoubleCounting.agreement(same, v -> 0).found()).isZero();
  }

  @Test
  void anEmptyColumnWarnsAndOneOfZerosDoesNot(SparkSession spark) {
    files.input("a.csv", WIDE + "1,2016,760121,5,\n2,2017,760121,6,\n", Input.FLOWS);
    files.input("b.csv", WIDE + "3,2016,760121,5,0\n", Input.FLOWS);

    assertThat(Ingest.run(spark, files.request("root")).warnings())
        .filteredOn(p -> p.code().equals("COL_EMPTY"))
        .extracting(Problem::place)
        .containsExactly("a.csv:1:5");
  }

  private static Frame coverage(int from, int to) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = from; i < to; i++) {
      rows.add(new Object[] {Integer.toString(760100 + i / 10), 2000 + i % 10, 1L});
    }
    return Frame.of("coverage", CoverageRow.values(), rows);
  }

  @Test
  void countyYearsThatAreGoneWarnAndAboveTheLimitStop() {
    List<GateReading> readings = new ArrayList<>();
    IngestRequest request = files.request("root");

    assertThat(Coverage.lost(coverage(0, 90), coverage(0, 100), request, readings)).isEmpty();
    assertThat(Coverage.lost(coverage(0, 100), coverage(5, 100), request, readings))
        .extracting(Problem::code, Problem::level)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("COUNTY_YEARS_LOST", Problem.Level.WARNING));
    assertThatThrownBy(() -> Coverage.lost(coverage(0, 100), coverage(6, 100), request, readings))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.GATE));
    assertThat(readings).extracting(GateReading::value).containsExactly(0.0, 5.0, 6.0);
  }

  @Test
  void theCoverageCountsTheRecordsOfEachCountyYear(SparkSession spark) {
    files.input("a.csv", rows(2016, 4, 3), Input.FLOWS);

    assertThat(IngestFixture.lines(Ingest.run(spark, files.request("root")).coverage(), 0, 1, 2))
        .containsExactly("760121 2016 2", "760122 2016 4", "760123 2016 2");
  }

  @Test
  void codesThatFailInVeryManyRowsEndTheRunBeforeTheRowsAreListed() {
    Gates gates = new Gates(new IngestSettings.Gates(1, 5));
    List<Landing> landings = List.of(landing("good.csv"), landing("bad.csv"));

    assertThatThrownBy(
            () ->
                gates.beforeListing(
                    landings,
                    Map.of(
                        0, Map.of(Reason.CODE_UNKNOWN, 10L),
                        1, Map.of(Reason.CODE_UNKNOWN, 1_000_000L, Reason.CODE_VINTAGE, 1L))))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.GATE))
        .hasMessageContaining("bad.csv")
        .hasMessageContaining("CODE_UNKNOWN 1000000, CODE_VINTAGE 1")
        .hasMessageNotContaining("good.csv");
    gates.beforeListing(landings, Map.of(1, Map.of(Reason.CODE_UNKNOWN, 1_000_000L)));
    assertThat(gates.readings()).isEmpty();
  }

  @Test
  @Tag("thorough")
  void theListIsNotMadeWhereTheGateEndsTheRunBeforeIt(SparkSession spark) {
    var text = new StringBuilder(WIDE + "1,2016,760121,5,5\n1,2016,760121,6,6\n");
    IntStream.rangeClosed(2, 1_000_002).forEach(i -> text.append(i).append(",2016,760999,5,5\n"));
    files.input("many.csv", text.toString(), Input.FLOWS).stop = 5;

    assertThatThrownBy(() -> Ingest.run(spark, files.request("root")))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.GATE))
        .hasMessageContaining("CODE_UNKNOWN 1000001")
        .as("nobody has looked for duplicates yet")
        .hasMessageNotContaining("DUP_CONFLICT");
  }

  /** A file of ten million rows. */
  private static Landing landing(String name) {
    Tally tally = new Tally();
    tally.rows(Tally.Place.READ, 10_000_000);
    var ids = new IdRange("s", true, true, 1, 10_000_000);
    var part =
        new LandingPart(
            "0", 10_000_000, false, false, ids, Map.of(), tally, Map.of(), "", List.of());
    return new Landing(name, name, name, name, 1, Input.FLOWS, "UTF-8", "", List.of(part));
  }
}
