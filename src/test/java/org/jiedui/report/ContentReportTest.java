package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.ContentRow;
import org.jiedui.table.EffectPlaceboUnitRow;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;
import org.jiedui.table.PeriodTotalRow;
import org.jiedui.table.ScorecardRow;
import org.junit.jupiter.api.Test;

/** Printed tables of what is given, of how it is assessed, and of what stands beside the panel. */
class ContentReportTest {
  @Test
  void partsStandInTheOrderOfPapersAndIndicatorsUnderTheirLabels() {
    Frame shares =
        Drawn.frame(
            "content_share",
            ContentRow.values(),
            """
            with: level=nation, donor_code=all, recipient_code=all, donor_name=all, recipient_name=all, status=OK, ci_low=-0.1, ci_high=0.2, ci_status=OK, ci_method=m, clusters=24, years=4, flags=MISSING_YEARS=16
            period | measure | part        | value
            before | area    | development | 0.3
            after  | area    | development | 0.6
            change | area    | development | 0.3
            before | area    | support     | 0.7
            after  | area    | support     | 0.4
            change | area    | support     | -0.3
            before | role    | cadres      | 0.25
            after  | role    | cadres      | 0.5
            change | role    | cadres      | 0.25
            """);
    PaperTable table = ContentReport.shares(shares, Map.of("cadres", Text.of("干部", "Cadres")));
    assertThat(table.rows())
        .extracting(row -> row.cells().get(0).shown(Lang.EN))
        .containsExactly("fund support", "development, added up", "Cadres");
    assertThat(TextFormat.of(table, Lang.EN))
        .contains("Share in people by role", "-0.300", "[-0.100, 0.200]")
        .contains("up to 16 years have no records");
  }

  @Test
  void scoresStandUnderTheirYearFromTheHighestAndAreNoOfficialResults() {
    Frame scores =
        Drawn.frame(
            "scorecard",
            ScorecardRow.values(),
            """
            with: dimension=all, recipient_name=r, dimension_zh=合计, dimension_en=Total, version=2017, grade_zh=好, grade_en=good, ranked=2, share_present=1, flags=""
            year | donor_code | recipient_code | donor_name | score | status | rank | rank_low | rank_high
            2018 | 720000     | 760000         | a          | 70    | OK     | 2    | 1        | 2
            2018 | 730000     | 760000         | b          | 80    | OK     | 1    | 1        | 2
            2018 | 740000     | 760000         | c          |       | NO_DATA |     |          |
            """);
    PaperTable table = ScorecardReport.of(scores);
    assertThat(table.rows())
        .extracting(row -> row.cells().get(0).shown(Lang.ZH))
        .containsExactly("b→r", "a→r", "c→r");
    assertThat(TextFormat.of(table, Lang.ZH))
        .contains("2018 年(2017 年版指标体系)", "用户自设权重,非官方考核结果", "1 对年没有得分(NO_DATA");
  }

  /** 2 placebo units, of which one has no multiple. */
  @Test
  void theActualMultipleStandsBesideTheRangeOfThePlacebos() {
    Frame placebos =
        Drawn.frame(
            "effect_placebo_unit",
            EffectPlaceboUnitRow.values(),
            """
            with: indicator=cadres, direction=both, form=none, status=paid, boundary_rule=A
            unit_code | kind    | estimate | estimate_status | units | rank | p_value | p_status
            all       | actual  | 3.2      | OK              | 3     | 1    | 0.25    | OK
            760101    | placebo | 0.8      | OK              |       |      |         |
            760102    | placebo | 1.9      | OK              |       |      |         |
            760103    | placebo |          | ZERO_BASE       |       |      |         |
            """);
    PaperTable table = EffectPlaceboUnitReport.of(placebos, Map.of());
    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().get(0).cells())
        .extracting(cell -> cell.shown(Lang.EN))
        .containsExactly("cadres (both ways)", "3.20", "3", "0.80", "1.90", "1", "0.250");
  }

  @Test
  void totalsOverSeveralYearsAreAddedUpBySourceAndMoneyIsInHundredMillions() {
    Frame indicators =
        Drawn.frame(
            "indicator",
            IndicatorRow.values(),
            """
            indicator | label_zh | label_en     | unit_zh | unit_en | kind  | decimals
            fiscal    | 财政资金 | Fiscal funds | 元      | yuan    | money | 2
            cadres    | 干部     | Cadres       | 人      | persons | count | 0
            """);
    Frame totals =
        Drawn.frame(
            "period_total",
            PeriodTotalRow.values(),
            """
            with: donor_code=UNASSIGNED, year_from=2011, year_to=2015, source_id=paper, direction=E2W, form=none, status=paid
            recipient_code | indicator | amount      | records
            760101         | fiscal    | 12300000000 | 1
            760102         | fiscal    | 45000000000 | 2
            760101         | cadres    | 1500        | 1
            """);
    PaperTable table = PeriodTotalReport.of(totals, indicators);
    assertThat(table.rows()).extracting(PaperTable.Row::panel).last().isEqualTo(MONEY);
    assertThat(table.rows().get(1).cells())
        .extracting(cell -> cell.shown(Lang.EN))
        .isEqualTo(List.of("2011–2015", "paper", "east to west", "", "paid", "5.73", "2", "3"));
    assertThat(table.rows().get(0).cells()).element(5).isEqualTo(new Cell.Money(1500, 0, 0));
  }

  private static final Text MONEY = Text.of("财政资金(亿元)", "Fiscal funds (100 million yuan)");
}
