package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows that carry names count by a confirmed map, and by nothing else. */
@ExtendWith(SharedSpark.class)
class CodeMapsTest {
  private static final String NAMES = "来源,记录号,年份,省,市州,县名,指标,阶段,金额,单位\n";
  private static final String MAP =
      "province,prefecture,county,year_from,year_to,rows,proposed_code,match,reason,candidates,decision\n";

  private static final String NAMED =
      NAMES
          + """
          s,1,2016,西省,西市,一县,fiscal,paid,100,元
          s,2,2009,西省,西市,旧一县,fiscal,paid,200,元
          s,3,2016,西省,西市,二 县,fiscal,paid,300,元
          s,4,2016,西省,西市,三县,fiscal,paid,400,元
          s,5,2017,西省,西市,三县,fiscal,paid,500,元
          """;

  /** The rows of the named file that its map decides, with the codes of their years. */
  private static final String CODED =
      """
      s,1,2016,,760121,fiscal,paid,100,元
      s,2,2009,,760111,fiscal,paid,200,元
      s,3,2016,,760122,fiscal,paid,300,元
      """;

  private static final String DECISIONS =
      """
      西省,西市,一县,2010,2020,1,760121,exact,,,ok
      西省,西市,旧一县,2000,2009,1,760111,exact,,,760111
      西省,西市,二县,2016,2016,1,,ambiguous,,,760122
      西省,西市,三县,2016,2016,1,760123,exact,,,drop
      西省,西市,三县,2017,2017,1,760123,exact,,,
      """;

  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  private IngestRequest request(String decisions) {
    return files.request("root").namedBy(List.of(files.write("code_map.csv", MAP + decisions)));
  }

  private Set<String> landings() throws IOException {
    try (Stream<Path> list = Files.list(dir.resolve("root/landing"))) {
      return list.map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(".json"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void confirmedNamesCountAsTheirCodesWouldAndTheLedgerCloses(SparkSession spark) {
    files.input("named.csv", NAMED, Input.FLOWS);

    IngestResult result = Ingest.run(spark, request(DECISIONS));

    IngestFixture coded = new IngestFixture(dir.resolve("coded")).flows("a.csv", CODED);
    assertThat(panel(result)).isEqualTo(panel(Ingest.run(spark, coded.request("root"))));
    assertThat(panel(result)).hasSize(3);
    assertThat(lines(result.rejects(), 0, 1, 2, 5))
        .containsExactly("named.csv 5  FIX_DROPPED", "named.csv 6 recipient_name CODE_NAME_ONLY");
    assertThat(lines(result.ledger(), 0, 1, 3, 4, 5).stream().filter(l -> l.contains("rows")))
        .contains("named.csv rows 5 3 2", "code_map.csv rows 5 4 0");
    assertThat(result.flags()).containsEntry(Reason.CODE_MAPPED, 3L);
  }

  @Test
  void theMapIsArchivedAndStandsAmongTheInputs(SparkSession spark) {
    files.input("named.csv", NAMED, Input.FLOWS);

    IngestResult result = Ingest.run(spark, request(DECISIONS));

    IngestResult.InputFact map = result.inputs().get(result.inputs().size() - 1);
    assertThat(map.table()).isEqualTo("code_map");
    assertThat(dir.resolve("root/archive").resolve(map.sha256()))
        .hasSameBinaryContentAs(dir.resolve("code_map.csv"));
  }

  @Test
  void withoutAMapEveryNamedRowIsARejectWithTheCommandThatHelps(SparkSession spark) {
    files.input("named.csv", NAMED, Input.FLOWS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result)).isEmpty();
    assertThat(lines(result.rejects(), 5, 9))
        .containsOnly("CODE_NAME_ONLY jobs/jiedui codes named.csv");
    assertThat(result.rejects().size()).isEqualTo(5);
  }

  @Test
  void onlyADecisionThatAFileMeetsLandsItAnew(SparkSession spark) throws IOException {
    files.input("named.csv", NAMED, Input.FLOWS).flows("coded.csv", CODED);
    Ingest.run(spark, request(DECISIONS));
    Set<String> before = landings();

    Ingest.run(spark, request(DECISIONS + "西省,西市,六县,2016,2016,1,,,,,760131\n"));
    assertThat(landings()).isEqualTo(before);

    IngestResult more = Ingest.run(spark, request(DECISIONS.replace("exact,,,\n", "exact,,,ok\n")));
    assertThat(landings()).hasSize(before.size() + 1).containsAll(before);
    assertThat(more.flags()).containsEntry(Reason.CODE_MAPPED, 4L);
  }

  @Test
  void aCodeInTheRowWinsAndTheMapFillsOnlyWhatIsEmpty(SparkSession spark) {
    files.input(
        "both.csv",
        "来源,记录号,年份,县代码,省,市州,县名,指标,阶段,金额,单位\n"
            + "s,1,2016,760123,西省,西市,一县,fiscal,paid,100,元\n"
            + "s,2,2016,,西省,西市,一县,fiscal,paid,200,元\n",
        Input.FLOWS);

    IngestResult result = Ingest.run(spark, request(DECISIONS));

    assertThat(panel(result)).hasSize(2);
    assertThat(panel(result)).anyMatch(l -> l.contains("760123") && l.contains("10000"));
    assertThat(panel(result)).anyMatch(l -> l.contains("760121") && l.contains("20000"));
    assertThat(result.flags()).containsEntry(Reason.CODE_MAPPED, 1L);
  }

  @Test
  void columnsOfYearsAreDecidedYearByYear(SparkSession spark) {
    files.settings(
        "files { \"wide.csv\" { layout = wide-years, indicator = fiscal, source = s } }");
    files.input(
        "wide.csv", "省,市州,县名,2008(元),2009(元)\n西省,西市,旧一县,100,200\n西省,西市,一县,1,\n", Input.FLOWS);

    IngestResult result = Ingest.run(spark, request(DECISIONS));

    assertThat(panel(result)).hasSize(2).allMatch(l -> l.contains("760121"));
    assertThat(lines(result.rejects(), 1, 5)).containsExactly("3 CODE_NAME_ONLY");
  }

  @Test
  void theSameMapInGb18030DecidesTheSame(SparkSession spark) throws IOException {
    files.input("named.csv", NAMED, Input.FLOWS);
    Path map = dir.resolve("gb.csv");
    Files.write(map, (MAP + DECISIONS).getBytes(Charset.forName("GB18030")));

    IngestResult result = Ingest.run(spark, files.request("gb").namedBy(List.of(map)));

    assertThat(panel(result)).isEqualTo(panel(Ingest.run(spark, request(DECISIONS))));
  }

  @Test
  void everythingWrongWithAMapIsToldAtOnceWithItsLine() {
    Path map =
        files.write(
            "code_map.csv",
            MAP
                + """
                西省,西市,一县,2010,2020,1,760121,exact,,,ok
                西省,西市,一县,2015,2016,1,760121,exact,,,760122
                西省,西市,旧一县,2009,2012,1,760111,exact,,,ok
                西省,西市,四县,2016,2016,1,,none,,,769999
                西省,西市,五县,2016,2016,1,,none,,,ok
                西省,西市,六县,2016,2016,1,760131,exact,,,maybe
                西省,西市,七县,2016,2015,1,760132,exact,,,ok
                西省,西市,八县,2016,2016,1,760100,exact,,,ok
                """);

    assertThatThrownBy(() -> Ingest.scan(files.request("root").namedBy(List.of(map))))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.INPUT);
              assertThat(e.problems())
                  .extracting(p -> p.code() + " " + p.place().replaceAll(" .*", ""))
                  .containsExactly(
                      "CODE_VINTAGE code_map.csv:4",
                      "CODE_UNKNOWN code_map.csv:5",
                      "WORD_UNKNOWN code_map.csv:6",
                      "WORD_UNKNOWN code_map.csv:7",
                      "YEAR_RANGE code_map.csv:8",
                      "CODE_LEVEL code_map.csv:9",
                      "DUP_CONFLICT code_map.csv:3");
              assertThat(e.problems()).allMatch(p -> p.level() == Problem.Level.ERROR);
            });
  }

  @Test
  void twoDecisionsForOneYearAreRefused() {
    Path map =
        files.write(
            "code_map.csv",
            MAP
                + "西省,西市,一县,2010,2020,1,760121,exact,,,ok\n"
                + "西省,西市,一县,2015,2016,1,760121,exact,,,760122\n"
                + "西省,西市,一县,2011,2012,1,760121,exact,,,ok\n");

    assertThatThrownBy(() -> Ingest.scan(files.request("root").namedBy(List.of(map))))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.code() + " " + p.place())
                    .containsExactly("DUP_CONFLICT code_map.csv:3"));
  }
}
