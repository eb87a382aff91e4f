package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.PersonKey;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Lists of persons become persons, postings and time in post. */
@ExtendWith(SharedSpark.class)
class RosterTest {
  static final String HEADER = "支援省代码,县代码,身份证号,姓名,职务类别,开始日期,结束日期,年份\n";

  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  static String posted(String code, String id, String from, String to) {
    return "710000," + code + "," + id + ",金丝雀,干部," + from + "," + to + ",\n";
  }

  private void roster(String name, String rows) {
    files.input(name, HEADER + rows, Input.ROSTER);
  }

  private static List<String> total(IngestResult result) {
    return lines(result.ledger(), 0, 1, 3, 4, 5, 6).stream()
        .filter(l -> l.startsWith("(total)"))
        .toList();
  }

  @Test
  void onePostingCountsOnceAndItsPersonAndTimeInEveryYear(SparkSession spark) {
    roster("r.csv", posted("760121", "A1", "2015-07-02", "2017-01-31"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760121 710000 2015 cadre_postings E2W none paid 1 1",
            "760121 710000 2015 cadre_years E2W none paid 501370 1",
            "760121 710000 2015 cadres E2W none paid 1 1",
            "760121 710000 2016 cadre_years E2W none paid 1000000 1",
            "760121 710000 2016 cadres E2W none paid 1 1",
            "760121 710000 2017 cadre_years E2W none paid 84931 1",
            "760121 710000 2017 cadres E2W none paid 1 1");
    assertThat(total(result)).contains("(total) rows 1 1 0 0");
  }

  @Test
  void aPersonCountsOnceInACountyAndYearHoweverOftenPosted(SparkSession spark) {
    roster(
        "r.csv",
        posted("760121", "A1", "2016-01-01", "2016-03-31")
            + posted("760121", "a1", "2016/7/1", "2016年9月30日")
            + posted("760121", "A1", "2016-01-01", "2016-03-31")
            + posted("760122", "B2", "20160401", "20160630"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760121 710000 2016 cadre_postings E2W none paid 2 2",
            "760121 710000 2016 cadre_years E2W none paid 499999 2",
            "760121 710000 2016 cadres E2W none paid 1 2",
            "760122 710000 2016 cadre_postings E2W none paid 1 1",
            "760122 710000 2016 cadre_years E2W none paid 248634 1",
            "760122 710000 2016 cadres E2W none paid 1 1");
    assertThat(lines(result.rejects(), 1, 5)).containsExactly("4 DUP_EXACT");
    assertThat(total(result))
        .contains(
            "(total) rows 4 3 0 1",
            "(total) cadres 4 2 0 2",
            "(total) cadre_postings 4 3 0 1",
            "(total) cadre_years 997266 748633 0 248633");
  }

  @Test
  void daysOnWhichTwoPostingsOverlapCountForTheFirst(SparkSession spark) {
    roster(
        "r.csv",
        posted("760121", "A1", "2015-01-01", "2015-12-31")
            + posted("760122", "A1", "2015-07-01", "2016-12-31")
            + posted("760123", "A1", "2015-03-01", "2016-01-31"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result).stream().filter(l -> l.contains("cadre_years")))
        .containsExactlyInAnyOrder(
            "760121 710000 2015 cadre_years E2W none paid 1000000 1",
            "760122 710000 2015 cadre_years E2W none paid 0 1",
            "760122 710000 2016 cadre_years E2W none paid 915301 1",
            "760123 710000 2015 cadre_years E2W none paid 0 1",
            "760123 710000 2016 cadre_years E2W none paid 84699 1");
    assertThat(result.flags()).containsKey(org.jiedui.ingest.file.Reason.POSTING_OVERLAP);
    assertThat(lines(result.reasons(), 1, 2, 3, 5))
        .contains("duplicate POSTING_OVERLAP cadre_years 1427166");
  }

  @Test
  void aRosterBesideYearlyHeadsOfTheSameCountyAndYearIsSuspect(SparkSession spark) {
    roster("r.csv", posted("760121", "A1", "2016-01-01", "2016-12-31"));
    files.flows(
        "heads.csv",
        "s,1,2016,710000,760121,cadres,paid,1,人\ns,2,2017,710000,760121,cadres,paid,1,人\n");
    files.flows("other.csv", "s,3,2016,710000,760122,cadres,paid,1,人\n");

    assertThat(Ingest.run(spark, files.request("root")).warnings())
        .filteredOn(p -> p.code().equals("DOUBLE_COUNT_SUSPECT"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.place()).isEqualTo("heads.csv");
              assertThat(p.toString()).contains("760121, 2016, cadres").doesNotContain("2017");
            });
  }

  @Test
  void aRosterOfOneYearNeedsNoDates(SparkSession spark) {
    roster("r.csv", "710000,760121,A1,,教师,,,2016\n");

    assertThat(panel(Ingest.run(spark, files.request("root"))))
        .containsExactlyInAnyOrder(
            "760121 710000 2016 professional_postings E2W none paid 1 1",
            "760121 710000 2016 professional_years E2W none paid 1000000 1",
            "760121 710000 2016 professionals E2W none paid 1 1");
  }

  @Test
  void badRowsAreRejectedAndNoPersonIsKeptAnywhere(SparkSession spark) throws IOException {
    roster(
        "r.csv",
        posted("760121", "CANARY1", "2016-02-30", "2016-12-31")
            + posted("760121", "CANARY2", "2016-05-01", "2016-04-30")
            + posted("760121", "", "2016-05-01", "2016-06-30")
            + posted("760121", "CANARY3", "2016-05-01", "至今")
            + posted("760121", "CANARY4", "2016-05-01", "2016-06-30").replace("干部", "厨师")
            + posted("760999", "CANARY5", "2016-05-01", "2016-06-30")
            + posted("760121", "CANARY6", "2016-05-01", "2016-06-30"));

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 1, 2, 5))
        .containsExactlyInAnyOrder(
            "2 from_date DATE_SYNTAX",
            "3 to_date DATE_ORDER",
            "4 person PERSON_MISSING",
            "5 to_date DATE_SYNTAX",
            "6 post WORD_UNKNOWN",
            "7 recipient_code CODE_UNKNOWN");
    String said =
        lines(result.rejects(), 0, 1, 2, 3, 5, 6, 7, 8, 9).toString()
            + result.warnings()
            + result.inputs()
            + result.reconciliationJson();
    assertThat(said).doesNotContain("CANARY", "金丝雀").contains("▇▇");
    String key = PersonKey.of(dir.resolve("root")).hex();
    try (Stream<Path> walk = Files.walk(dir.resolve("root"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!file.getParent().endsWith("archive") && !file.endsWith("persons.key")) {
          String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          assertThat(bytes).as(file.toString()).doesNotContain("CANARY").doesNotContain(key);
        }
      }
    }
  }

  @Test
  void theKeyIsTheStudysOwnAndChangesNoNumber(SparkSession spark) {
    roster("r.csv", posted("760121", "A1", "2016-01-01", "2016-03-31"));

    IngestResult one = Ingest.run(spark, files.request("one"));
    IngestResult two = Ingest.run(spark, files.request("two"));

    assertThat(PersonKey.of(dir.resolve("one"))).isNotEqualTo(PersonKey.of(dir.resolve("two")));
    assertThat(PersonKey.of(dir.resolve("one"))).isEqualTo(PersonKey.of(dir.resolve("one")));
    assertThat(PersonKey.of(dir.resolve("one")).toString())
        .doesNotContain(PersonKey.of(dir.resolve("one")).hex());
    assertThat(panel(one)).isEqualTo(panel(two));
    assertThat(one.ledger().rows()).usingRecursiveComparison().isEqualTo(two.ledger().rows());
  }
}
