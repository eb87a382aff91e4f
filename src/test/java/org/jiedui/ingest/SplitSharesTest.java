package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * 760130 was divided in 2015 into 760131 and 760132; its money, heads and levels are shared out.
 */
@ExtendWith(SharedSpark.class)
class SplitSharesTest {
  private static final String WEIGHTS =
      """
      code,vintage_year,successor,weight,method
      760130,2014,760131,0.6,population
      760130,2014,760132,0.4,population
      """;

  @TempDir Path dir;

  @Test
  void moneyAndHeadsOfADividedCountyAddUpToTheFenAndTheLedgerCloses(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .shared(WEIGHTS)
            .flows(
                "a.csv",
                "甲,1,2010,710000,760130,fiscal,arrived,10000.03,元\n"
                    + "甲,2,2010,710000,760130,cadres,arrived,3,人\n"
                    + "甲,3,2016,710000,760131,fiscal,arrived,5,元\n");

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760131 710000 2010 fiscal E2W none arrived 600002 1",
            "760132 710000 2010 fiscal E2W none arrived 400001 1",
            "760131 710000 2010 cadres E2W none arrived 2 1",
            "760132 710000 2010 cadres E2W none arrived 1 1",
            "760131 710000 2016 fiscal E2W none arrived 500 1");
    assertThat(lines(result.ledger(), 0, 1, 3, 4))
        .contains("(total) fiscal 1000503 1000503", "(total) cadres 3 3");
    assertThat(lines(result.splits(), 0, 1, 2, 3, 4, 5))
        .containsExactly(
            "760130 2010 760131 六县 0.6 population", "760130 2010 760132 七县 0.4 population");
  }

  @Test
  void yearsThatAreKeptFromAnEarlierRunTellTheirSharesAgain(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .shared(WEIGHTS)
            .flows("a.csv", "甲,1,2010,710000,760130,fiscal,arrived,1,元\n");

    IngestResult first = Ingest.run(spark, files.request("root"));
    IngestResult again = Ingest.run(spark, files.request("root"));

    assertThat(lines(again.splits(), 0, 1, 2, 3, 4, 5))
        .hasSize(2)
        .isEqualTo(lines(first.splits(), 0, 1, 2, 3, 4, 5));
    assertThat(panel(again)).isEqualTo(panel(first));
  }

  @Test
  void everyPartHasTheDonorPairedWithIt(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .flows("a.csv", "甲,1,2010,,760130,fiscal,arrived,1,元\n")
            .paired("710000,甲省,county,760130,大县,2010")
            .paired("720000,乙省,county,760132,七县,2020")
            .shared("");

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760131 710000 2010 fiscal E2W none arrived 50 1",
            "760132 UNASSIGNED 2010 fiscal E2W none arrived 50 1");
  }

  @Test
  void levelsAreSharedOutAndRatesRecomputedNeverApportioned(SparkSession spark) {
    String header = "地区代码,年份,population,poverty_rate\n";
    IngestFixture files =
        new IngestFixture(dir)
            .shared(WEIGHTS)
            .input("levels.csv", header + "760130,2010,1001,12.5\n", Input.LEVELS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.regionYear(), 0, 1, 2, 3, 4))
        .contains(
            "760131 2010 population 601.0 SHARED",
            "760132 2010 population 400.0 SHARED",
            "760131 2010 poverty_rate 12.5 RECOMPUTED",
            "760132 2010 poverty_rate 12.5 RECOMPUTED");
  }

  @Test
  void withoutAnyWeightsDividedCountiesStayUnions(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir).flows("a.csv", "甲,1,2010,710000,760130,fiscal,arrived,1,元\n");

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactly("760131+760132 710000 2010 fiscal E2W none arrived 100 1");
    assertThat(result.splits().size()).isZero();
  }
}
