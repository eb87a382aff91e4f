package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.Drawn.assertTable;
import static org.jiedui.analysis.DrawnFlows.FISCAL;
import static org.jiedui.analysis.DrawnFlows.PARAMS;
import static org.jiedui.analysis.DrawnFlows.TWO;
import static org.jiedui.analysis.DrawnFlows.panel;
import static org.jiedui.analysis.DrawnFlows.rows;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is divided by what under each convention? */
@ExtendWith(SharedSpark.class)
class RatioSidesTest {
  @Test
  void annualisingDividesByCalendarYears(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2000 |   1000
                710101         | 720000     | 2020 |   5800
                """);
    Params a = Params.of(Windows.named("A"), Absent.ZERO, Map.of("fiscal", Measure.MONEY));
    assertTable(
        rows(EffectRatio.of(panel, a), "nation", "annual"),
        """
        boundary_rule | before | after | difference | years_before | years_after | ratio
        A             | 0.50   | 11.60 | 11.10      | 1            | 1           | 23.2000000000
        """);
  }

  /** statistics.md section 2.1: amounts 100, 100 | 300, 330 with D = .8, .9 | 1, 1.1. */
  @Test
  void realTotalsDivideEachYearByItsPrice(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  10000
                710101         | 720000     | 2015 |  10000
                710101         | 720000     | 2016 |  30000
                710101         | 720000     | 2017 |  33000
                """);
    double[] index = {.8, .9, 1, 1.1};
    Frame found =
        EffectRatio.of(panel, PARAMS.prices(year -> OptionalDouble.of(index[year - 2014])));
    assertTable(
        rows(found, "nation", "total"),
        """
        ratio
        3.150000000
        """);
    assertTable(
        rows(found, "nation", "real"),
        """
        before  | after  | ratio
        236.111 | 600.00 | 2.541176471
        """);
    Frame gap =
        EffectRatio.of(
            panel, PARAMS.prices(y -> y == 2015 ? OptionalDouble.empty() : OptionalDouble.of(1)));
    assertTable(
        rows(gap, "nation", "real"),
        """
        before | after | difference | ratio | ratio_status | ci_status
               |       |            |       | DEFLATOR_GAP | DEFLATOR_GAP
        """);
  }

  @Test
  void headsAreNeverDeflated(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL.replace("fiscal", "cadres")
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  3
                """);
    assertThat(rows(EffectRatio.of(panel, PARAMS), "nation", "real").size()).isZero();
  }

  @Test
  void whereAbsentMeansMissingTheAnnualRatioUsesRecordedYearsOfLinksOnBothSides(
      SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 | 100
                710101         | 720000     | 2016 | 400
                710101         | 720000     | 2017 | 600
                710102         | 720000     | 2014 | 100
                710102         | 720000     | 2015 | 300
                710102         | 720000     | 2016 | 400
                710103         | 720000     | 2016 | 900
                """);
    Params missing = Params.of(TWO, Absent.MISSING, PARAMS.measures());
    Frame found = EffectRatio.of(panel, missing);
    // Means 1 and 2 before, 5 and 4 after; 710103 has no record before.
    assertTable(
        rows(found, "nation", "annual"),
        """
        before | after | ratio | flags
        3.00   | 9.00  | 3.0   | CLUSTER_BELOW_ASSIGNMENT;MISSING_YEARS=5
        """);
    assertTable(
        rows(found, "county", "annual"),
        """
        unit_code | ratio | ratio_status | flags
        710101    | 5.0   | OK           | MISSING_YEARS=1
        710102    | 2.0   | OK           | MISSING_YEARS=1
        710103    |       | NO_DATA      | MISSING_YEARS=3
        """);
  }

  @Test
  void perHeadDividesByPersonYearsAndIsAbsentWhereAYearIsUnknown(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  2000
                710101         | 720000     | 2016 |  6600
                710102         | 720000     | 2014 |  1000
                """);
    Map<Integer, Double> heads = Map.of(2014, 10., 2015, 10., 2016, 11., 2017, 11.);
    Frame found =
        EffectRatio.of(
            panel, PARAMS.population(Map.of("710101", heads, "710102", Map.of(2014, 5.))));
    assertTable(
        rows(found, "county", "per_head"),
        """
        unit_code | before | after | ratio    | ratio_status | flags
        710101    | 1.00   | 3.00  | 3.000000 | OK           | ""
        710102    |        |       |          | NO_DATA      | MISSING_YEARS
        """);
  }

  @Test
  void changesOfDefinitionMarkPerHeadRowsAndNewDistrictsTheirOwn(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101         | 720000     | 2014 |  2000
                710101         | 720000     | 2016 |  6600
                710102         | 720000     | 2014 |  1000
                710102         | 720000     | 2016 |  1000
                """);
    Map<Integer, Double> heads = Map.of(2014, 10., 2015, 10., 2016, 11., 2017, 11.);
    Frame found =
        EffectRatio.of(
            panel,
            PARAMS
                .population(Map.of("710101", heads, "710102", heads))
                .changes(Set.of("710101"), Set.of("710102")));

    assertTable(
        rows(found, "county", "per_head"),
        """
        unit_code | flags
        710101    | DEFINITION_BREAK
        710102    | BECAME_DISTRICT
        """);
    assertTable(
        rows(found, "county", "total"),
        """
        unit_code | flags
        710101    | ""
        710102    | BECAME_DISTRICT
        """);
    assertThat(rows(found, "nation", "per_head").text(0, EffectRatioRow.FLAGS))
        .contains("DEFINITION_BREAK")
        .doesNotContain("BECAME_DISTRICT");
  }
}
