package org.jiedui.analysis;

import static org.jiedui.Drawn.assertTable;
import static org.jiedui.analysis.DrawnFlows.FISCAL;
import static org.jiedui.analysis.DrawnFlows.PARAMS;
import static org.jiedui.analysis.DrawnFlows.panel;
import static org.jiedui.analysis.DrawnFlows.rows;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which flows are added up, and which clusters do they make? */
@ExtendWith(SharedSpark.class)
class RatioGroupsTest {
  @Test
  void onePairIsClusteredByCountyAndFewClustersGiveNoInterval(SparkSession spark) {
    StringBuilder drawn = new StringBuilder(FISCAL);
    drawn.append("recipient_code | donor_code | year | amount\n");
    for (int county = 1; county <= 5; county++) {
      drawn.append("71010" + county + "|720000|2014|" + (100 + county) + "\n");
      drawn.append("71010" + county + "|720000|2016|" + (300 - 7 * county * county) + "\n");
    }
    drawn.append("730101|720000|2014|50\n730101|720000|2016|80\n");
    Frame found = EffectRatio.of(panel(spark, drawn.toString()), PARAMS);
    assertTable(
        rows(found, "pair", "total"),
        """
        unit_code | donor_code | clusters | ci_status      | flags                    | ci_method
        710000    | 720000     | 5        | OK             | CLUSTER_BELOW_ASSIGNMENT | log_delta 0.95 t(4) G/(G-1) active=5
        730000    | 720000     | 1        | SINGLE_CLUSTER | ""                       | log_delta 0.95 t(0) G/(G-1) active=1
        """);
    assertTable(
        rows(found, "nation", "total"),
        """
        clusters | ci_low | std_error_log | ci_status        | flags
        2        |        |               | TOO_FEW_CLUSTERS | ""
        """);
  }

  @Test
  void declaredLinksWithoutFlowCountAsClustersButNotAsActiveOnes(SparkSession spark) {
    StringBuilder drawn = new StringBuilder(FISCAL);
    drawn.append("recipient_code | donor_code | year | amount\n");
    for (int county = 1; county <= 5; county++) {
      drawn.append("71010" + county + "|720000|2014|" + (100 + county) + "\n");
      drawn.append("71010" + county + "|720000|2016|" + (300 - 7 * county * county) + "\n");
    }
    Params declared =
        PARAMS.places(
            Places.BY_CODE, Set.of(new Link("720000", "710109"), new Link("720000", "740101")));
    Frame found = EffectRatio.of(panel(spark, drawn.toString()), declared);
    assertTable(
        rows(found, "pair", "total"),
        """
        unit_code | clusters | ci_status | ci_method
        710000    | 6        | OK        | log_delta 0.95 t(5) G/(G-1) active=5
        """);
    assertTable(
        rows(found, "nation", "total"),
        """
        clusters | ci_status      | ci_method
        2        | SINGLE_CLUSTER | log_delta 0.95 t(1) G/(G-1) active=1
        """);
  }

  @Test
  void directionsAndFormsAreSummedWhereThereAreSeveral(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            """
            with: recipient_code=710101, donor_code=720000, status=paid, records=1
            indicator | direction | form | year | amount
            donation  | E2W       | cash | 2014 |    100
            donation  | E2W       | kind | 2014 |    100
            donation  | E2W       | cash | 2016 |    700
            donation  | E2W       | kind | 2016 |    100
            cadres    | E2W       | none | 2014 |      1
            cadres    | W2E       | none | 2014 |      1
            cadres    | E2W       | none | 2016 |      5
            """);
    assertTable(
        rows(EffectRatio.of(panel, PARAMS), "nation", "total"),
        """
        indicator | direction | form | before | after | ratio | records_before
        cadres    | E2W       | none | 1      | 5     | 5.0   | 1
        cadres    | W2E       | none | 1      | 0     | 0.0   | 1
        cadres    | both      | none | 2      | 5     | 2.5   | 2
        donation  | E2W       | all  | 2      | 8     | 4.0   | 2
        donation  | E2W       | cash | 1      | 7     | 7.0   | 1
        donation  | E2W       | kind | 1      | 1     | 1.0   | 1
        """);
  }

  @Test
  void unitsOfEveryLevelAddUpAndAUnionBelongsToItsMembersPlaces(SparkSession spark) {
    Dataset<Row> panel =
        panel(
            spark,
            FISCAL
                + """
                recipient_code | donor_code | year | amount
                710101+710102  | 720000     | 2014 | 100
                710101+710102  | 720000     | 2016 | 200
                710201         | UNASSIGNED | 2014 | 100
                710201         | 750000     | 2016 | 400
                """);
    Frame found =
        EffectRatio.of(
            panel,
            PARAMS.places(
                new Places(
                    Map.of(), Map.of("710000", "南岭省", "720000", "东江省"), Map.of(), Map.of(), ""),
                Set.of()));
    int convention = found.index(EffectRatioRow.CONVENTION);
    assertTable(
        found.where(row -> row[convention].equals("total")),
        """
        level              | unit_code     | donor_code | unit_name     | before | after | ratio_status
        county             | 710101+710102 | all        | 710101+710102 | 1      | 2     | OK
        county             | 710201        | all        | 710201        | 1      | 4     | OK
        donor_province     | 720000        | 720000     | 东江省           | 1      | 2     | OK
        donor_province     | 750000        | 750000     | 750000        | 0      | 4     | NEW_UNIT
        donor_province     | UNASSIGNED    | UNASSIGNED | 支援省未定         | 1      | 0     | OK
        nation             | 000000        | all        | 全国            | 2      | 6     | OK
        pair               | 710000        | 720000     | 东江省→南岭省       | 1      | 2     | OK
        pair               | 710000        | 750000     | 750000→南岭省    | 0      | 4     | NEW_UNIT
        pair               | 710000        | UNASSIGNED | 支援省未定→南岭省     | 1      | 0     | OK
        prefecture         | 710100        | all        | 710100        | 1      | 2     | OK
        prefecture         | 710200        | all        | 710200        | 1      | 4     | OK
        recipient_province | 710000        | all        | 南岭省           | 2      | 6     | OK
        """);
  }
}
