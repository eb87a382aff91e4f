package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.ConvergenceTransitionRow;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectDecompositionRow;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.EffectIntervalRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapRankDrawRow;
import org.junit.jupiter.api.Test;

/** Tables of how sure the multiples are; only flows that are sums of all others stand in them. */
class EffectTablesTest {
  private static final Map<String, Text> LABELS = Map.of("cadres", Text.of("干部", "Cadres"));

  @Test
  void conventionsStandDownAndBoundaryRulesAcrossAndEmptyOnesAreCounted() {
    Frame conventions =
        Drawn.frame(
            "effect_convention",
            EffectConventionRow.values(),
            """
            with: indicator=cadres, form=none, status=paid, prices=nominal, entrants=in, absent=zero, ci_method=log_delta, clusters=9, flags=""
            direction | scale  | boundary_rule | adjustment | estimate | estimate_status | ci_low | ci_high | ci_status
            E2W       | total  | A             | naive      | 9.99     | OK              | 9      | 10      | OK
            both      | total  | A             | naive      | 1.6      | OK              | 0.9    | 2.9     | OK
            both      | total  | B             | naive      | 1.11     | OK              |        |         | TOO_FEW_CLUSTERS
            both      | annual | A             | naive      | 6.4      | OK              | 3.5    | 11.6    | OK
            both      | annual | A             | did        |          | NO_CONTROL      |        |         | NO_CONTROL
            both      | total  | D             | naive      |          | NEEDS_DATES     |        |         | NEEDS_DATES
            """);
    PaperTable table = EffectConventionReport.of(conventions, LABELS);
    String text = TextFormat.of(table, Lang.EN);
    assertThat(table.rows()).hasSize(2);
    assertThat(text)
        .contains("Cadres (both ways)", "Rule A", "Rule B", "1.60", "1.11", "[3.50, 11.60]")
        .contains("1 more conventions have no value. NO_CONTROL")
        .contains("1 more conventions have no value. NEEDS_DATES")
        .doesNotContain("9.99", "Rule D");
    assertThat(table.absentCodes()).containsExactly("TOO_FEW_CLUSTERS");
  }

  @Test
  void modelsStandSideBySideWithCoefficientsOverTheirErrors() {
    Frame trends =
        Drawn.frame(
            "effect_trend",
            EffectTrendRow.values(),
            """
            with: level=nation, unit_code=000000, donor_code=all, indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, prices=nominal, estimate_status=OK, ci_status=OK, clusters=24, flags="", std_error_cv3=0.3
            shape | term  | coefficient | estimate | std_error | p_value | ci_low | ci_high
            level | post  | 1.856       | 6.4      | 0.289     | 0.0001  | 3.5    | 11.6
            trend | post  | 1.027       | 2.79     | 0.301     | 0.04    | 1.5    | 5.2
            trend | trend | 0.073       | 1.08     | 0.012     | 0.2     | 1.0    | 1.1
            """);
    PaperTable table = EffectTrendReport.of(trends, LABELS);
    assertThat(TextFormat.of(table, Lang.EN)).contains("1.856", "(0.289)", "[1.50, 5.20]", "0.073");
    assertThat(table.rows().get(0).cells())
        .element(1)
        .isEqualTo(new Cell.Estimate(1.856, 3).starred(3));
    assertThat(table.rows().get(0).cells())
        .element(2)
        .isEqualTo(new Cell.Estimate(1.027, 3).starred(2));
  }

  @Test
  void noStarComesFromClustersBelowTheLevelOfAssignment() {
    Frame trends =
        Drawn.frame(
            "effect_trend",
            EffectTrendRow.values(),
            """
            with: level=nation, unit_code=000000, donor_code=all, indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, prices=nominal, estimate_status=OK, ci_status=OK, clusters=24, flags=CLUSTER_BELOW_ASSIGNMENT, std_error_cv3=0.3
            shape | term  | coefficient | estimate | std_error | p_value | ci_low | ci_high
            level | post  | 1.856       | 6.4      | 0.289     | 0.0001  | 3.5    | 11.6
            """);
    assertThat(EffectTrendReport.of(trends, LABELS).rows().get(0).cells())
        .element(1)
        .isEqualTo(new Cell.Estimate(1.856, 3));
  }

  @Test
  void placeboYearsStandAboveTheActualOneWithItsRank() {
    Frame placebos =
        Drawn.frame(
            "effect_placebo",
            EffectPlaceboRow.values(),
            """
            with: indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, adjustment=naive, estimate_status=OK
            cut_year | kind    | estimate | cuts | rank | p_value | p_status
            2001     | placebo | 1.92     |      |      |         |
            2002     | placebo | 1.93     |      |      |         |
            2016     | actual  | 6.40     | 11   | 1    | 0.0833  | OK
            """);
    String text = TextFormat.of(EffectPlaceboReport.of(placebos, LABELS), Lang.EN);
    assertThat(text).contains("Placebo years", "2002", "1.93", "Actual year", "6.40", "0.083");
    assertThat(text).containsPattern("Rank +1").containsPattern("Years compared +12");
  }

  @Test
  void yearsStandWithTheirIntervalsAndTheTestOfThoseBefore() {
    Frame events =
        Drawn.frame(
            "effect_event",
            EffectEventRow.values(),
            """
            with: indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, estimate_status=OK, ci_status=OK, clusters=24, flags=""
            year | kind      | estimate | ci_low | ci_high | pre_years | pre_f | pre_p | pre_status
            2014 | before    | 1.02     | 0.93   | 1.11    |           |       |       |
            2015 | reference | 1        |        |         | 5         | 0.69  | 0.63  | OK
            2016 | after     | 2.34     | 1.87   | 2.93    |           |       |       |
            """);
    PaperTable table = EffectEventReport.of(events, LABELS);
    assertThat(table.rows()).hasSize(8);
    assertThat(TextFormat.of(table, Lang.EN))
        .contains("[0.93, 1.11]", "Reference year", "[1.87, 2.93]", "Joint pre-trend test", "0.63");
  }

  @Test
  void aFlowWithoutComparisonGroupSaysSoInThePlaceOfItsYears() {
    Frame events =
        Drawn.frame(
            "effect_event",
            EffectEventRow.values(),
            """
            with: indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, estimate_status=NO_CONTROL, ci_status=NO_CONTROL, pre_status=NO_CONTROL, clusters=24
            year | kind
            2015 | reference
            """);
    assertThat(TextFormat.of(EffectEventReport.of(events, LABELS), Lang.EN))
        .contains("NO_CONTROL", "the comparison group is empty");
  }

  @Test
  void partsMultiplyToTheRatioAndProvincesStandWithTheirShares() {
    Frame parts =
        Drawn.frame(
            "effect_decomposition",
            EffectDecompositionRow.values(),
            """
            with: indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, value_status=OK, flags=""
            component        | level          | unit_code | unit_name | value | units | p_value
            ratio_total      | nation         | 000000    | 全国      | 2     | 6     |
            ratio_continuing | nation         | 000000    | 全国      | 2.5   | 3     |
            factor_exit      | nation         | 000000    | 全国      | 0.6   | 1     |
            factor_entry     | nation         | 000000    | 全国      | 1.3333333333 | 1 |
            signed_rank      | nation         | 000000    | 全国      | 12    | 6     | 0.2807
            share_before     | donor_province | 720000    | 东一省    | 0.6   | 2     |
            contribution     | donor_province | 720000    | 东一省    | 0.9   | 2     |
            """);
    String text = TextFormat.of(EffectDecompositionReport.of(parts, LABELS), Lang.EN);
    assertThat(text).contains("2.500", "0.600", "1.333", "12.0", "0.281");
    String provinces =
        TextFormat.of(EffectDecompositionReport.contributions(parts, LABELS), Lang.EN);
    assertThat(provinces).contains("Donor provinces", "东一省", "60.0", "0.900");
  }

  @Test
  void eachMethodGivesItsInterval() {
    Frame intervals =
        Drawn.frame(
            "effect_interval",
            EffectIntervalRow.values(),
            """
            with: unit_code=000000, donor_code=all, indicator=cadres, direction=E2W, form=none, status=paid, boundary_rule=A, unit_name=全国, ratio=1.6, ci_status=OK, clusters=24, active=24
            level          | method    | std_error_log | ci_low | ci_high | replicates | undefined
            nation         | bca       |               | 0.83   | 2.64    | 9999       | 0
            nation         | log_delta | 0.288         | 0.88   | 2.91    |            |
            donor_province | fieller   |               | 7.77   | 8.88    |            |
            """);
    PaperTable table = EffectIntervalReport.of(intervals, LABELS);
    assertThat(table.rows()).hasSize(2);
    assertThat(TextFormat.of(table, Lang.EN))
        .contains("log-delta", "[0.88, 2.91]", "9,999")
        .doesNotContain("7.77");
  }

  @Test
  void transitionsAreAMatrixAPeriod() {
    Frame moves =
        Drawn.frame(
            "convergence_transition",
            ConvergenceTransitionRow.values(),
            """
            with: indicator=cadres, period=before, status=OK, steady_status=OK
            from_class | to_class | moves | probability | upper_cut | steady_state
            1          | 1        | 9     | 0.9         | 0.75      | 0.4
            1          | 2        | 1     | 0.1         | 0.75      | 0.4
            2          | 1        | 2     | 0.2         |           | 0.6
            2          | 2        | 8     | 0.8         |           | 0.6
            """);
    PaperTable table = ConvergenceTransitionReport.of(moves, LABELS);
    assertThat(table.rows()).hasSize(2);
    assertThat(TextFormat.of(table, Lang.EN)).contains("Cadres: before", "0.900", "0.600", "10");
  }

  @Test
  void ranksAreToldForEachIndicatorLeftOut() {
    Frame draws =
        Drawn.frame(
            "gap_rank_draw",
            GapRankDrawRow.values(),
            """
            with: year=2020, regions=158, status=OK, normalisation=min_max, aggregation=arithmetic, weights=w
            kind    | number | dropped | mean_shift | largest_shift | spearman
            draw    | 1      | ""      | 9.9        | 50            | 0.8
            without | 1      | cadres  | 3.11       | 35            | 0.9943
            """);
    String text = TextFormat.of(GapLeftOutReport.of(draws, LABELS), Lang.EN);
    assertThat(text).contains("Cadres", "3.11", "35.0", "0.9943").doesNotContain("9.90");
  }

  @Test
  void aFlowOfOneDirectionIsWholeOnlyWhereThereIsNoOther() {
    Frame flows =
        Drawn.frame(
            "effect_placebo",
            EffectPlaceboRow.values(),
            """
            with: status=paid, boundary_rule=A, adjustment=naive, cut_year=2001
            indicator | direction | form
            cadres    | E2W       | none
            cadres    | both      | none
            donation  | E2W       | cash
            donation  | E2W       | all
            """);
    assertThat(Flow.whole(flows))
        .containsExactly(
            new Flow("cadres", "both", "none", "paid"), new Flow("donation", "E2W", "all", "paid"));
  }
}
