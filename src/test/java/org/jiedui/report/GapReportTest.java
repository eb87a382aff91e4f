package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.export.PaperTable;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.InequalityPartsRow;
import org.junit.jupiter.api.Test;

class GapReportTest {
  private static final Frame INDEX =
      Drawn.frame(
          "gap_index",
          GapIndexRow.values(),
          """
          unit_code | year | unit_name | role      | development_index | gap  | gap_rank | status            | donor_codes | donor_index | donor_gap_log | donor_gap_difference | donor_status
          710000    | 2020 | 东省      | donor     | 0.9               | 0.1  |          | OK                |             |             |               |                      |
          730121    | 2020 | 一县      | recipient | 0.25              | 0.75 | 1        | OK                | 710000      | 0.9         | 1.28093       | 0.65                 | OK
          730122    | 2020 | 二县      | recipient | 0.5               | 0.5  | 2        | OK                |             |             |               |                      | NO_DONOR
          730123    | 2020 | 三县      | recipient | 0.6               | 0.4  | 3        | OK                | 710000      | 0.9         | 0.40547       | 0.3                  | OK
          730124    | 2020 | 四县      | recipient |                   |      |          | MISSING_INDICATOR | 710000      | 0.9         |               |                      | MISSING_INDICATOR
          730121    | 2019 | 一县      | recipient | 0.2               | 0.8  | 1        | OK                |             |             |               |                      | NO_DONOR
          """);

  private static final Frame RANGES =
      Drawn.frame(
          "gap_rank_range",
          GapRankRangeRow.values(),
          """
          unit_code | year | rank_nominal | rank_low | rank_high | status
          730121    | 2020 | 1            | 1        | 2.6       | OK
          730123    | 2020 | 3            | 2        | 3         | OK
          """);

  @Test
  void bothEndsOfTheRankingAreShownAndTheRestIsNot() {
    String text = TextFormat.of(GapReport.of(INDEX, RANGES, 2020, 1), Lang.EN);

    assertThat(text).contains("Development gap in 2020 (3 regions)");
    assertThat(text.lines().filter(line -> line.contains("7301")))
        .satisfiesExactly(
            first -> assertThat(first).contains("730121", "[1, 3]", "0.750", "1.281", "0.650"),
            last -> assertThat(last).contains("730123", "0.400", "0.405"));
    assertThat(text.indexOf("Largest gaps")).isLessThan(text.indexOf("730121"));
    assertThat(text.indexOf("Smallest gaps"))
        .isBetween(text.indexOf("730121"), text.indexOf("730123"));
    assertThat(text).contains("(MISSING_INDICATOR): 1 regions");
  }

  @Test
  void regionsThatNobodyIsPairedWithHaveNoColumnsOfDonors() {
    Frame unpaired =
        Drawn.frame(
            "gap_index",
            GapIndexRow.values(),
            """
            unit_code | year | unit_name | role      | development_index | gap  | gap_rank | status | flags             | donor_status
            a         | 2020 | 甲        | recipient | 0.25              | 0.75 | 1        | OK     | MISSING_INDICATOR | NO_DONOR
            b         | 2020 | 乙        | recipient | 0.5               | 0.5  | 2        | OK     |                   | NO_DONOR
            """);
    PaperTable table = GapReport.of(unpaired, RANGES, 2020, 5);
    assertThat(table.columns()).hasSize(6);
    assertThat(table.absentCodes()).doesNotContain("NO_DONOR");
    assertThat(TextFormat.of(table, Lang.EN))
        .doesNotContain("donor")
        .contains("weights: 1 regions");
  }

  @Test
  void fewRegionsStandInOneListAndAbsentGapsKeepTheirCode() {
    PaperTable table = GapReport.of(INDEX, RANGES, 2020, 5);
    assertThat(table.rows()).hasSize(3).allMatch(row -> row.panel().isEmpty());
    assertThat(table.absentCodes()).contains("NO_DONOR");
  }

  @Test
  void everyClusterIsAPanelUnderItsName() {
    Frame profile =
        Drawn.frame(
            "cluster_profile",
            ClusterProfileRow.values(),
            """
            with: year=2020, variable=income, label_zh=收入, label_en=Income, unit_zh=元, unit_en=yuan, n=2
            cluster | cluster_name_zh   | cluster_name_en         | mean | sd | median | z_mean | eta_squared | status
            0       | 全部地区          | All regions             | 5    | 2  | 5      | 0      | 0.8         | OK
            1       | 第1类:收入较高 | Cluster 1: higher income | 7    | 1  | 7      | 1      | 0.8         | OK
            """);
    String text = TextFormat.of(ClusterReport.of(profile), Lang.ZH);
    assertThat(text).contains("2020 年地区聚类概况", "第1类:收入较高(2 个地区)", "0.800");
    assertThat(ClusterReport.of(profile.where(row -> false)).caption().en())
        .contains("nothing was classified");
  }

  @Test
  void theGapStandsFirstInEveryPanel() {
    Frame profile =
        Drawn.frame(
            "cluster_profile",
            ClusterProfileRow.values(),
            """
            with: year=2020, unit_zh=1, unit_en=1, n=2, mean=1, cluster_name_zh=名, cluster_name_en=name, status=OK
            cluster | variable | label_zh | label_en
            0       | beds     | 床位     | beds
            0       | gap      | 差距     | gap
            1       | beds     | 床位     | beds
            1       | gap      | 差距     | gap
            """);
    assertThat(ClusterReport.of(profile).rows())
        .extracting(row -> row.cells().get(0).shown(Lang.EN))
        .containsExactly("gap", "beds", "gap", "beds");
  }

  private static final Map<String, Text> INCOME = Map.of("income", Text.of("收入", "Income"));

  @Test
  void weightsArePrintedWithDirectionAndGoalposts() {
    Frame weights =
        Drawn.frame(
            "gap_weights",
            GapWeightRow.values(),
            """
            indicator | label_zh | label_en | unit_zh | unit_en | dimension | polarity | goalpost_low | goalpost_high | goalpost_source | weight | weight_method | status
            poverty   | 贫困     | Poverty  | %       | %       | income    | cost     | 0            | 60            | declared        | 0.25   | fixed         | OK
            """);
    assertThat(TextFormat.of(GapWeightsReport.of(weights, INCOME), Lang.ZH))
        .contains("目标层", "准则层", "收入", "贫困", "负向", "0.2500");
    assertThat(TextFormat.of(GapWeightsReport.compared(weights, INCOME), Lang.ZH))
        .contains("60.00", "declared", "fixed", "0.2500");
  }

  @Test
  void theChosenNumberIsMarkedAndItsReasonStandsBelow() {
    Frame profile =
        Drawn.frame(
            "cluster_k_profile",
            ClusterKProfileRow.values(),
            """
            with: year=2020
            k | wss | silhouette_euclidean | negative_euclidean | smallest_cluster | gap_method | gap_rules  | chosen | reason_zh | reason_en | status
            2 | 9.5 | 0.6                  | 0                  | 2                | box; B=100 | firstSEmax | 1      | 理由      | because   | OK
            3 |     |                      |                    |                  |            |            | 0      |           |           | TOO_FEW_POINTS
            """);
    PaperTable table = ClusterKProfileReport.of(profile);
    String text = TextFormat.of(table, Lang.EN);
    assertThat(text).contains("✓", "Taken: k = 2, because.", "Gap statistic: box; B=100");
    assertThat(table.absentCodes()).contains("TOO_FEW_POINTS");
  }

  @Test
  void regionsInNoClusterAreNamedWithTheReason() {
    Frame membership =
        Drawn.frame(
            "cluster_membership",
            ClusterMembershipRow.values(),
            """
            unit_code | unit_name | cluster | status
            01        | 甲        | 1       | OK
            02        | 乙        |         | MISSING_INDICATOR
            """);
    assertThat(ClusterReport.unclassified(membership).orElseThrow())
        .isEqualTo(
            Text.of(
                "1 个地区未分类(MISSING_INDICATOR):乙。",
                "1 regions are not classified (MISSING_INDICATOR): 乙."));
    Frame all = membership.where(row -> row[0].equals("01"));
    assertThat(ClusterReport.unclassified(all)).isEmpty();
  }

  @Test
  void equalRegionsHavePartsOfZeroAndNoShares() {
    Frame parts =
        Drawn.frame(
            "inequality_parts",
            InequalityPartsRow.values(),
            """
            with: indicator=x, year=2020, weighting=none, method=dagum, status=OK
            part    | value | share
            total   | 0     |
            between | 0     |
            """);
    assertThat(InequalityPartsReport.of(parts, Map.of()).absentCodes())
        .contains("ALL_EQUAL")
        .doesNotContain("OK");
  }
}
