package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.Drawn;
import org.jiedui.export.figure.At;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.ClusterTreeRow;
import org.jiedui.table.ContentRow;
import org.jiedui.table.ConvergenceTransitionRow;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectDecompositionRow;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.IndicatorRow;
import org.jiedui.table.InequalityPartsRow;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.LorenzRow;
import org.jiedui.table.MoranRow;
import org.jiedui.table.PairYearRow;
import org.jiedui.table.RegionRow;
import org.jiedui.table.ScorecardRow;
import org.jiedui.table.TargetingCurveRow;
import org.jiedui.table.TargetingRow;

/** A small version with every table that a figure reads, drawn by hand; one region has a name. */
public final class DrawnVersion {
  private DrawnVersion() {}

  public static Published of(String name) {
    Map<String, Frame> tables = tables(name);
    return new Published(
        tables.keySet(),
        tables::get,
        Text.of("数据来源：drawn v1。", "Source: drawn v1."),
        Text.of("模拟数据", "synthetic data"),
        Optional.of(new BoundaryMap(squares(), "")));
  }

  public static Map<String, Frame> tables(String name) {
    Map<String, Frame> tables = new TreeMap<>();
    tables.put("indicator", indicators());
    tables.put("region", regions(name));
    tables.put("effect_ratio", effects());
    tables.put("pair_year", flows());
    tables.put("lorenz", lorenz());
    tables.put("ledger", ledger());
    tables.put("cluster_k_profile", kProfile());
    tables.put("gap_index", gaps(name));
    tables.put("gap_component", components());
    tables.put("cluster_membership", members(name));
    tables.put("cluster_profile", profile());
    tables.put("effect_convention", conventions());
    tables.put("effect_event", events());
    tables.put("effect_placebo", placebos());
    tables.put("effect_trend", trends());
    tables.put("effect_decomposition", parts());
    tables.put("gap_rank_range", rankRanges(name));
    tables.put("inequality_parts", inequalityParts());
    tables.put("convergence_transition", transitions());
    tables.put("cluster_stability", stability());
    tables.put("cluster_tree", tree());
    tables.put("moran", moran(name));
    tables.put("targeting_curve", curve());
    tables.put("targeting", targeting());
    tables.put("content_share", areas());
    tables.put("content_channel", channels());
    tables.put("scorecard", scores());
    return tables;
  }

  private static Frame conventions() {
    return Drawn.frame(
        "effect_convention",
        EffectConventionRow.values(),
        """
        with: indicator=fiscal, direction=E2W, form=none, status=paid, prices=nominal, entrants=in, absent=zero, ci_method=m, clusters=9, flags=""
        scale  | boundary_rule | adjustment | estimate | estimate_status | ci_low | ci_high | ci_status
        total  | A             | naive      | 3        | OK              | 1.5    | 6       | OK
        total  | B             | naive      | 2        | OK              | 1.2    | 4       | OK
        annual | A             | naive      | 12       | OK              | 6      | 24      | OK
        annual | A             | trend      | 5        | OK              | -0.1   | 9       | OK
        annual | A             | did        |          | NO_CONTROL      |        |         | NO_CONTROL
        """);
  }

  private static Frame events() {
    return Drawn.frame(
        "effect_event",
        EffectEventRow.values(),
        """
        with: indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A, estimate_status=OK, ci_status=OK, clusters=24, flags=""
        year | kind      | estimate | ci_low | ci_high
        2013 | before    | 0.94     | 0.8    | 1.1
        2014 | before    | 1.02     | 0.9    | 1.16
        2015 | reference | 1        |        |
        2016 | after     | 2.4      | 1.9    | 3
        2017 | after     | 2.6      | 2      | 3.4
        """);
  }

  private static Frame placebos() {
    return Drawn.frame(
        "effect_placebo",
        EffectPlaceboRow.values(),
        """
        with: indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A, estimate_status=OK
        adjustment | cut_year | kind    | estimate | cuts | rank
        naive      | 2001     | placebo | 1.9      |      |
        naive      | 2002     | placebo | 1.8      |      |
        naive      | 2016     | actual  | 12       | 2    | 1
        trend      | 2001     | placebo | 0.9      |      |
        trend      | 2016     | actual  | 5        | 2    | 1
        """);
  }

  private static Frame trends() {
    return Drawn.frame(
        "effect_trend",
        EffectTrendRow.values(),
        """
        with: level=nation, unit_code=000000, donor_code=all, indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A, prices=nominal, shape=trend, flags=""
        term  | coefficient
        post  | 1.5
        trend | 0.02
        """);
  }

  private static Frame parts() {
    return Drawn.frame(
        "effect_decomposition",
        EffectDecompositionRow.values(),
        """
        with: indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A, value_status=OK, flags="", units=3
        component    | level              | unit_code | unit_name | value
        contribution | donor_province     | 720000    | 东一省    | 1.5
        contribution | donor_province     | 730000    | 东二省    | -0.25
        contribution | recipient_province | 760000    | 西一省    | 1.25
        ratio_total  | nation             | 000000    | 全国      | 2.25
        """);
  }

  private static Frame rankRanges(String name) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double rank = i + 1;
      rows.add(
          new Object[] {
            "76010" + i,
            2020,
            i == 0 ? name : "县" + i,
            rank,
            rank,
            rank,
            Math.max(1, rank - 1),
            Math.min(6, rank + 2),
            0.5,
            1000,
            "OK"
          });
    }
    return Frame.of("gap_rank_range", GapRankRangeRow.values(), rows);
  }

  private static Frame inequalityParts() {
    return Drawn.frame(
        "inequality_parts",
        InequalityPartsRow.values(),
        """
        with: indicator=income_pc, weighting=population, status=OK, units=158, groups=6
        year | method  | part              | value | share
        2019 | dagum   | total             | 0.2   | 1
        2019 | dagum   | within            | 0.05  | 0.25
        2019 | dagum   | transvariation    | 0.1   | 0.5
        2019 | dagum   | between           | 0.05  | 0.25
        2020 | dagum   | total             | 0.2   | 1
        2020 | dagum   | within            | 0.2   | 1
        2020 | theil_t | total             | 0.08  | 1
        2020 | theil_t | within            | 0.06  | 0.75
        2020 | theil_t | between_provinces | 0.02  | 0.25
        2020 | theil_t | between_zones     | 0     | 0
        """);
  }

  private static Frame transitions() {
    return Drawn.frame(
        "convergence_transition",
        ConvergenceTransitionRow.values(),
        """
        with: indicator=income_pc, status=OK, steady_status=OK
        period | from_class | to_class | moves | probability
        before | 1          | 1        | 9     | 0.9
        before | 1          | 2        | 1     | 0.1
        before | 2          | 1        | 2     | 0.2
        before | 2          | 2        | 8     | 0.8
        after  | 1          | 1        | 10    | 1
        after  | 1          | 2        | 0     | 0
        after  | 2          | 1        | 0     |
        after  | 2          | 2        | 0     |
        """);
  }

  private static Frame stability() {
    return Drawn.frame(
        "cluster_stability",
        ClusterStabilityRow.values(),
        """
        with: year=2020, replicates=200, status=OK, cluster_name_zh=类, cluster_name_en=Cluster, verdict=""
        disturbance      | cluster | jaccard | rand_index
        bootstrap        | 0       | 0.9     | 0.85
        bootstrap        | 1       | 0.95    |
        bootstrap        | 2       | 0.55    |
        without:cadres   | 0       | 0.9     | 0.7
        without:cadres   | 1       | 0.9     |
        without:gap      | 0       | 0.9     | -0.02
        """);
  }

  /** Two clusters of three regions each, as in the membership; joined last. */
  private static Frame tree() {
    return Drawn.frame(
        "cluster_tree",
        ClusterTreeRow.values(),
        """
        with: year=2020
        merge | left   | right  | height | regions
        1     | 760100 | 760101 | 0.2    | 2
        2     | 760103 | 760104 | 0.3    | 2
        3     | #1     | 760102 | 0.5    | 3
        4     | #2     | 760105 | 0.7    | 3
        5     | #3     | #4     | 4.0    | 6
        """);
  }

  private static Frame moran(String name) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(
        new Object[] {
          2020,
          "gap",
          MoranRow.WHOLE_MAP,
          "",
          6,
          null,
          null,
          0.5,
          -0.2,
          0.1,
          2.2,
          0.02,
          null,
          "",
          "OK"
        });
    for (int i = 0; i < 6; i++) {
      double value = i - 2.5;
      rows.add(
          new Object[] {
            2020,
            "gap",
            "76010" + i,
            i == 0 ? name : "县" + i,
            2,
            value,
            value / 2,
            0.1,
            null,
            null,
            null,
            0.01,
            i < 2 ? 0.04 : 0.5,
            "high-high",
            "OK"
          });
    }
    return Frame.of("moran", MoranRow.values(), rows);
  }

  private static Frame curve() {
    StringBuilder drawn =
        new StringBuilder(
            """
            with: level=nation, code=000000, status=OK, band_status=OK
            period | percent | share | band_low | band_high
            """);
    for (int percent = 5; percent < 100; percent += 5) {
      double share = Math.sqrt(percent / 100.0);
      drawn.append(
          "after | %d | %s | %s | %s\n".formatted(percent, share, share - 0.1, share + 0.1));
    }
    return Drawn.frame("targeting_curve", TargetingCurveRow.values(), drawn.toString());
  }

  private static Frame targeting() {
    return Drawn.frame(
        "targeting",
        TargetingRow.values(),
        """
        with: level=nation, code=000000, name=全国, flags="", ci_status=OK, progressivity_status=OK, gap_status=OK, elasticity_status=OK, elasticity_ci_status=OK, verdict=PRO_POOR, dominance=none
        period | counties | concentration | status
        after  | 158      | -0.1          | OK
        """);
  }

  private static Frame areas() {
    return Drawn.frame(
        "content_share",
        ContentRow.values(),
        """
        with: donor_code=all, measure=area, donor_name=all, recipient_name=x, status=OK, ci_status=OK, ci_method=m, years=1, flags=""
        level              | recipient_code | period | part     | value | clusters
        nation             | all            | 2015   | support  | 0.75  | 23
        nation             | all            | 2015   | industry | 0.25  | 23
        nation             | all            | 2016   | support  | 0.4   | 24
        nation             | all            | 2016   | industry | 0.5   | 24
        nation             | all            | 2016   | other    | 0.1   | 24
        nation             | all            | after  | support  | 0.4   | 24
        nation             | all            | after  | development | 0.5 | 24
        recipient_province | 760000         | after  | support  | 0.4   | 12
        recipient_province | 760000         | after  | industry | 0.6   | 12
        recipient_province | 770000         | after  | other    | 1     | 12
        """);
  }

  private static Frame channels() {
    return Drawn.frame(
        "content_channel",
        ContentRow.values(),
        """
        with: level=nation, donor_code=all, recipient_code=all, measure=channel, donor_name=all, recipient_name=all, status=OK, ci_status=OK, ci_method=m, years=1, flags="", clusters=24
        period | part    | value
        2016   | state   | 0.5
        2016   | market  | 0.25
        2016   | society | 0.25
        2016   | entropy | 1.04
        """);
  }

  private static Frame scores() {
    return Drawn.frame(
        "scorecard",
        ScorecardRow.values(),
        """
        with: donor_name=d, recipient_name=r, status=OK, grade_zh=好, grade_en=good, ranked=2, share_present=1, flags=""
        year | donor_code | recipient_code | dimension | dimension_zh | dimension_en | version | score | rank | rank_low | rank_high
        2019 | 720000     | 760000         | all       | 合计         | Total        | 2019    | 80    | 1    | 1        | 2
        2019 | 730000     | 770000         | all       | 合计         | Total        | 2019    | 70    | 2    | 1        | 2
        2021 | 720000     | 760000         | all       | 合计         | Total        | 2021    | 60    | 2    | 2        | 2
        2021 | 720000     | 760000         | funds     | 资金支持     | Funds        | 2021    | 60    |      |          |
        2021 | 730000     | 770000         | all       | 合计         | Total        | 2021    | 90    | 1    | 1        | 1
        2021 | 730000     | 770000         | funds     | 资金支持     | Funds        | 2021    | 90    |      |          |
        """);
  }

  private static Map<String, List<List<At>>> squares() {
    Map<String, List<List<At>>> squares = new TreeMap<>();
    for (int i = 0; i < 6; i++) {
      double x = i % 3;
      double y = i / 3;
      squares.put(
          "76010" + i,
          List.of(List.of(new At(x, y), new At(x + 1, y), new At(x + 1, y + 1), new At(x, y + 1))));
    }
    return squares;
  }

  private static Frame indicators() {
    return Drawn.frame(
        "indicator",
        IndicatorRow.values(),
        """
        indicator | label_zh | label_en     | unit_zh | unit_en | kind  | decimals
        fiscal    | 财政资金 | Fiscal funds | 元      | yuan    | money | 2
        cadres    | 干部     | Cadres       | 人      | persons | count | 0
        """);
  }

  private static Frame regions(String name) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(new Object[] {"720000", "东一省", "East One", "province", "", "720000"});
    rows.add(new Object[] {"730000", "东二省", "East Two", "province", "", "730000"});
    rows.add(new Object[] {"760000", "西一省", "West One", "province", "", "760000"});
    rows.add(new Object[] {"770000", name, name, "province", "", "770000"});
    rows.add(new Object[] {"760100", name, name, "county", "", "760000"});
    return Frame.of("region", RegionRow.values(), rows);
  }

  private static Frame effects() {
    StringBuilder drawn =
        new StringBuilder(
            """
            with: donor_code=all, unit_name=x, form=none, status=paid, boundary_rule=A, ratio_status=OK, clusters=24, years_before=20, years_after=5, records_before=9, records_after=9, flags=""
            level | unit_code | indicator | direction | before | after | ratio | ci_low | ci_high | ci_status | convention
            """);
    for (String convention : List.of("total", "annual", "real")) {
      """
      nation | 000000 | fiscal | E2W | 2000000000 | 6000000000 | 3 | 1.5 | 6 | OK
      nation | 000000 | cadres | E2W | 1000 | 2000 | 2 | 1.1 | 3.5 | OK
      nation | 000000 | cadres | both | 1500 | 4500 | 3 | 1.2 | 7.25 | OK
      recipient_province | 760000 | fiscal | E2W | 1500000000 | 4000000000 | 2.6667 | | | TOO_FEW_CLUSTERS
      recipient_province | 770000 | fiscal | E2W | 500000000 | 2000000000 | 4 | | | TOO_FEW_CLUSTERS
      """
          .lines()
          .filter(line -> line.contains("fiscal") || !convention.equals("real"))
          .forEach(line -> drawn.append(line).append(" | ").append(convention).append("\n"));
    }
    return Drawn.frame("effect_ratio", EffectRatioRow.values(), drawn.toString());
  }

  private static Frame flows() {
    StringBuilder drawn =
        new StringBuilder(
            """
            with: form=none, status=paid, records=3, donor_name=d, recipient_name=r
            donor_code | recipient_code | indicator | direction | year | era | amount
            """);
    for (int year = 1996; year <= 2020; year++) {
      if (year != 2003) {
        long amount = (year < 2016 ? 90_000_000L : 700_000_000L) * 100;
        drawn.append(
            "720000 | 760000 | fiscal | E2W | %d | %d | %d\n".formatted(year, era(year), amount));
        drawn.append(
            "730000 | 770000 | cadres | E2W | %d | %d | %d\n"
                .formatted(year, era(year), 50 + year % 7));
        drawn.append(
            "730000 | 770000 | cadres | W2E | %d | %d | %d\n"
                .formatted(year, era(year), 20 + year % 5));
      }
    }
    drawn.append("UNASSIGNED | 770000 | fiscal | E2W | 1999 | 1996 | 100\n");
    drawn.append("730000 | 770000 | fiscal | E2W | 2018 | 2016 | 30000000000\n");
    return Drawn.frame("pair_year", PairYearRow.values(), drawn.toString());
  }

  private static int era(int year) {
    return year < 2010 ? 1996 : year < 2016 ? 2010 : 2016;
  }

  private static Frame lorenz() {
    return Drawn.frame(
        "lorenz",
        LorenzRow.values(),
        """
        with: indicator=fiscal, units=2
        side   | step | population_share | value_share | gini
        before | 0    | 0                | 0           | 0.25
        before | 1    | 0.5              | 0.25        | 0.25
        before | 2    | 1                | 1           | 0.25
        after  | 0    | 0                | 0           | 0.1
        after  | 1    | 0.5              | 0.4         | 0.1
        after  | 2    | 1                | 1           | 0.1
        """);
  }

  private static Frame ledger() {
    return Drawn.frame(
        "ledger",
        LedgerRow.values(),
        """
        with: file=(total), superseded=0, out_of_scope=0, control_total=0, carried=0
        measure | unit | read | accepted | rejected | duplicate | blank
        rows    | 行   | 1000 | 900      | 60       | 30        | 10
        fiscal  | 分   | 800000000000 | 780000000000 | 20000000000 | 0 | 0
        """);
  }

  private static Frame kProfile() {
    return Drawn.frame(
        "cluster_k_profile",
        ClusterKProfileRow.values(),
        """
        with: year=2020, n=6, variables=2, starts=5, status=OK, gap_error=0.05
        k | wss | silhouette_euclidean | calinski_harabasz | gap_statistic | chosen | reason_zh | reason_en
        1 | 100 |     |    | 0.1 | 0 | | |
        2 | 20  | 0.8 | 90 | 1.2 | 1 | 轮廓最大 | largest silhouette
        3 | 15  | 0.5 | 60 | 1.1 | 0 | | |
        """
            .replace("| | |\n", "| |\n"));
  }

  private static Frame gaps(String name) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double gap = 0.7 - i * 0.05;
      String called = i == 0 ? name : "县" + i;
      rows.add(
          new Object[] {
            "76010" + i,
            2020,
            called,
            "recipient",
            2,
            1.0,
            1 - gap,
            gap,
            i + 1,
            null,
            "OK",
            "720000",
            null,
            null,
            null,
            "OK",
            ""
          });
    }
    return Frame.of("gap_index", GapIndexRow.values(), rows);
  }

  private static Frame components() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(component("76010" + i, "income_pc", 20000 - 2000 * i));
      rows.add(component("76010" + i, "urban_rate", 60 - 5 * i));
    }
    return Frame.of("gap_component", GapComponentRow.values(), rows);
  }

  private static Object[] component(String code, String indicator, double value) {
    return new Object[] {code, 2020, indicator, value, value, 1.0, 0.5, 0.5, 0.25, "OK", ""};
  }

  private static Frame members(String name) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int cluster = i < 3 ? 1 : 2;
      String called = i == 0 ? name : "县" + i;
      double width = i == 5 ? -0.1 : 0.8 - 0.1 * i;
      rows.add(
          new Object[] {
            "76010" + i,
            2020,
            called,
            cluster,
            "第" + cluster + "类",
            "Cluster " + cluster,
            0.1,
            1.0,
            width,
            null,
            i == 5 ? 1 : 0,
            null,
            null,
            "OK",
            ""
          });
    }
    return Frame.of("cluster_membership", ClusterMembershipRow.values(), rows);
  }

  private static Frame profile() {
    List<Object[]> rows = new ArrayList<>();
    for (int cluster = 0; cluster < 3; cluster++) {
      double z = cluster == 0 ? 0 : cluster == 1 ? -0.9 : 0.9;
      rows.add(variable(cluster, "gap", "发展差距", "Development gap", "1", "1", z, 0.9));
      rows.add(variable(cluster, "income_pc", "人均收入", "Income per head", "元", "yuan", -z, 0.8));
      rows.add(variable(cluster, "urban_rate", "城镇化率", "Urban share", "%", "%", -z, 0.7));
    }
    return Frame.of("cluster_profile", ClusterProfileRow.values(), rows);
  }

  private static Object[] variable(
      int cluster,
      String id,
      String zh,
      String en,
      String unitZh,
      String unitEn,
      double z,
      double eta) {
    String name = cluster == 0 ? "全部地区" : "第" + cluster + "类";
    String english = cluster == 0 ? "All regions" : "Cluster " + cluster;
    return new Object[] {
      2020,
      cluster,
      id,
      name,
      english,
      zh,
      en,
      unitZh,
      unitEn,
      cluster == 0 ? 6 : 3,
      1.0,
      0.5,
      1.0,
      z,
      eta,
      "OK"
    };
  }
}
