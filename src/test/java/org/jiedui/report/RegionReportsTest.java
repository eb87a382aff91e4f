package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.export.PaperTable;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.ClusterTransitionRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapPairRow;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.MoranRow;
import org.junit.jupiter.api.Test;

class RegionReportsTest {

  @Test
  void gapsOfPairsStandByEraWithTheirChange() {
    Frame pairs =
        Drawn.frame(
            "gap_pair",
            GapPairRow.values(),
            """
            with: level=nation, recipient_code=CN, donor_code=, measure=donor_ratio, recipient_name=全国, regions=12, clusters=6
            period   | value | status  | ci_low | ci_high | ci_status
            before   | 2.5   | OK      |        |         | OK
            after    | 2.0   | OK      |        |         | OK
            era 1996 |       | NO_DATA |        |         | NO_DATA
            era 2016 | 2.0   | OK      |        |         | OK
            change   | 0.8   | OK      | 0.7    | 0.914   | OK
            """);
    PaperTable table = GapPairReport.of(pairs);
    String text = TextFormat.of(table, Lang.EN);
    assertThat(text).contains("from 1996", "from 2016", "All", "2.500", "[0.700, 0.914]");
    assertThat(table.absentCodes()).containsExactly("NO_DATA");
  }

  @Test
  void transitionsAreAMatrixForEachPeriodWithTheShareThatChanged() {
    Frame transition =
        Drawn.frame(
            "cluster_transition",
            ClusterTransitionRow.values(),
            """
            with: year=2020, period=before
            from_cluster | to_cluster | regions | changed_share | status
            0            | 0          | 10      | 0.3           | OK
            1            | 1          | 4       |               | OK
            1            | 2          | 1       |               | OK
            2            | 1          | 2       |               | OK
            2            | 2          | 3       |               | OK
            """);
    PaperTable table = ClusterTransitionReport.of(transition);
    assertThat(table.rows()).hasSize(2);
    assertThat(TextFormat.of(table, Lang.EN)).contains("Before: 10 regions, 30 % changed");
    assertThat(TextFormat.of(table, Lang.ZH)).contains("前期:10 个地区,30% 变动");
    assertThat(ClusterTransitionReport.of(transition.where(row -> false)).rows()).isEmpty();
  }

  @Test
  void stabilityTellsClustersOfTheBootstrapAndTheWholeOfTheRest() {
    Frame stability =
        Drawn.frame(
            "cluster_stability",
            ClusterStabilityRow.values(),
            """
            with: year=2020, cluster_name_zh=名, cluster_name_en=name, replicates=100, status=OK
            disturbance    | cluster | jaccard | dissolved | rand_index | p_uniform | changed_share | verdict
            bootstrap      | 0       | 0.9     |           | 0.85       | 0.05      | 0.04          |
            bootstrap      | 1       | 0.91    | 0.02      |            |           |               | stable
            without:income | 0       | 0.7     |           | 0.6        |           | 0.2           |
            without:income | 1       | 0.7     | 1         |            |           |               | doubtful
            """);
    PaperTable table = ClusterStabilityReport.of(stability);
    assertThat(table.rows()).hasSize(3);
    assertThat(TextFormat.of(table, Lang.EN))
        .contains("stable", "0.850", "0.200", "Bootstrap", "Without income");
    Text label = Text.of("收入", "Income per head");
    assertThat(
            TextFormat.of(ClusterStabilityReport.of(stability, Map.of("income", label)), Lang.ZH))
        .contains("去掉 收入", "稳定");
  }

  @Test
  void autocorrelationIsPrintedForTheMapWithItsIslandsCounted() {
    Frame moran =
        Drawn.frame(
            "moran",
            MoranRow.values(),
            """
            with: year=2020, variable=gap
            unit_code | neighbours | moran_i | expectation | z   | p     | q    | status
            map       | 3          | 0.511   | -0.021      | 5.6 | 0.002 |      | OK
            730121    | 2          | 1.2     |             |     | 0.002 | 0.01 | OK
            730122    | 1          | 0.1     |             |     | 0.4   | 0.4  | OK
            730123    | 0          |         |             |     |       |      | ISLAND
            """);
    PaperTable table = MoranReport.of(moran);
    assertThat(table.rows()).hasSize(1);
    assertThat(TextFormat.of(table, Lang.EN).lines().filter(line -> line.startsWith("gap")))
        .singleElement()
        .satisfies(line -> assertThat(line.split("\\s+")).endsWith("0.002", "1", "1"));
  }

  @Test
  void screeningSaysWhatIsIndicatedAndWhatWasDone() {
    Frame weights =
        Drawn.frame(
            "gap_weights",
            GapWeightRow.values(),
            """
            with: label_zh=收入, label_en=Income, dimension=income
            indicator | missing_share | skewness | kurtosis | treatment_indicated | treatment | treated_values | status
            income    | 0.1           | 3.2      | 12       | 1                   | winsorise | 4              | OK
            poverty   | 1             |          |          | 0                   | none      | 0              | NO_DATA
            """);
    PaperTable table = GapWeightsReport.screening(weights);
    assertThat(TextFormat.of(table, Lang.EN)).contains("3.20", "yes", "winsorise");
    assertThat(table.absentCodes()).contains("NO_DATA");
  }
}
