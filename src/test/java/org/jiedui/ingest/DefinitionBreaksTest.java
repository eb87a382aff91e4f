package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Heads counted as registered and later as resident are no one series, nor is what is per head. */
@ExtendWith(SharedSpark.class)
class DefinitionBreaksTest {
  @TempDir Path dir;

  @Test
  void aChangeOfPopulationMarksHeadsAndWhatIsPerHeadInEveryYear(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .input(
                "levels.csv",
                """
                地区代码,年份,人口口径,population,poverty_rate
                760121,2014,户籍,1000,20
                760121,2015,常住人口,900,18
                760122,2013,常住,500,10
                760122,2014,resident,510,9
                """,
                Input.LEVELS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.regionYear(), 0, 1, 2, 3, 4, 5))
        .containsExactlyInAnyOrder(
            "760121 2014 population 1000.0 DEFINITION_BREAK registered",
            "760121 2014 poverty_rate 20.0 DEFINITION_BREAK registered",
            "760121 2015 population 900.0 DEFINITION_BREAK resident",
            "760121 2015 poverty_rate 18.0 DEFINITION_BREAK resident",
            "760122 2013 population 500.0  resident",
            "760122 2013 poverty_rate 10.0  resident",
            "760122 2014 population 510.0  resident",
            "760122 2014 poverty_rate 9.0  resident");
  }

  @Test
  void aFileMayDeclareItsPopulationAndAResidentOneCountsBeforeARegisteredOne(SparkSession spark) {
    String header = "地区代码,年份,population\n";
    IngestFixture files =
        new IngestFixture(dir)
            .settings("files { \"r_*.csv\" { definition = registered } }")
            .input("r_1.csv", header + "760121,2014,1000\n760122,2014,70\n", Input.LEVELS)
            .input("s.csv", "地区代码,年份,指标,数值,单位,口径\n760121,2014,population,900,人,常住\n", Input.LEVELS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.regionYear(), 0, 1, 2, 3, 4, 5))
        .containsExactlyInAnyOrder(
            "760121 2014 population 900.0  resident", "760122 2014 population 70.0  registered");
  }

  @Test
  void aWordThatIsNoDefinitionIsRejected(SparkSession spark) {
    IngestFixture files =
        new IngestFixture(dir)
            .input("l.csv", "地区代码,年份,口径,population\n760121,2014,半年,1000\n", Input.LEVELS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 5)).containsExactly("WORD_UNKNOWN");
  }
}
