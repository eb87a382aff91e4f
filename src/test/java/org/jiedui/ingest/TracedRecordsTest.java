package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.ingest.file.FixList;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records behind a number that were shared out, mended, or are levels. */
@ExtendWith(SharedSpark.class)
class TracedRecordsTest {
  private static final String EQUAL =
      """
      code,vintage_year,successor,weight,method
      760130,2014,760131,0.5,population
      760130,2014,760132,0.5,population
      """;

  @TempDir Path dir;

  private List<Traced> traced(IngestRequest request, IngestResult result, TracedRecords records) {
    List<TracedRecords.File> files =
        result.inputs().stream()
            .filter(i -> !i.landing().isEmpty())
            .map(
                i ->
                    new TracedRecords.File(
                        i.name(), i.table(), i.source(), i.sha256(), i.landing()))
            .toList();
    return records.where(
        UsedRecords.of(request.root(), result.apart(), 1996, 2020), files, t -> true);
  }

  private static TracedRecords records(IngestRequest request, List<FixList> fixes) {
    return new TracedRecords(
        request.root(), request.contract(), request.geography(), request.pairings(), fixes);
  }

  /** Three records of one fen: the panel shares out three fen, 2 and 1, and not three times one. */
  @Test
  void recordsOfADividedUnitAddUpToThePanelToTheFen(SparkSession spark) {
    String row = "甲,%d,2010,710000,760130,fiscal,arrived,0.01,元\n";
    IngestFixture files =
        new IngestFixture(dir)
            .shared(EQUAL)
            .flows("a.csv", row.formatted(1) + row.formatted(2) + row.formatted(3));
    IngestRequest request = files.request("root");
    IngestResult result = Ingest.run(spark, request);
    TracedRecords records = records(request, List.of());

    List<Traced> all = traced(request, result, records);

    assertThat(all).hasSize(6).allMatch(t -> t.share() == 0.5 && t.record().amount == 1);
    Map<String, Long> sums = new TreeMap<>();
    for (String unit : List.of("760131", "760132")) {
      sums.put(unit, records.sum(all.stream().filter(t -> t.unit().equals(unit)).toList()));
    }
    assertThat(sums.values()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(IngestFixture.panel(result))
        .containsExactlyInAnyOrder(
            "760131 710000 2010 fiscal E2W none arrived " + sums.get("760131") + " 3",
            "760132 710000 2010 fiscal E2W none arrived " + sums.get("760132") + " 3");
  }

  @Test
  void aMendedRecordNamesTheLineOfTheListThatMendedIt(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .flows(
                "a.csv",
                "s,1,2016,,760121,fiscal,paid,100,元\ns,4,2016,,760121,fiscal,paid,约400,元\n");
    IngestResult rejected = Ingest.run(spark, files.request("root"));
    Path list =
        FixesTest.mended(files, "mended.csv", rejected.rejects(), Map.of("3 NUM_SYNTAX", "400"));
    IngestRequest request = files.request("root").fixedBy(List.of(list));
    IngestResult result = Ingest.run(spark, request);
    FixList read = FixList.read(list, request.contract().settings().limits());
    TracedRecords records = records(request, List.of(read));

    List<Traced> all = records.withText(traced(request, result, records));

    assertThat(all)
        .extracting(t -> t.place() + " " + t.record().amount + " | " + t.mended())
        .containsExactly("a.csv:2 10000 | ", "a.csv:3 40000 | mended.csv:2 amount=400");
    assertThat(all.get(1).text()).as("as delivered").contains("约400");
  }

  @Test
  void levelsAreTracedToTheirLines(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .input(
                "levels.csv", "县代码,年份,population\n760121,2016,10\n760123,2016,7\n", Input.LEVELS);
    IngestRequest request = files.request("root");

    List<Traced> all = traced(request, Ingest.run(spark, request), records(request, List.of()));

    assertThat(all)
        .extracting(t -> t.place() + " " + t.unit() + " " + t.record().amount)
        .containsExactly("levels.csv:2 760121 10", "levels.csv:3 760123 7");
    assertThat(all).noneMatch(Traced::isFlow);
  }
}
