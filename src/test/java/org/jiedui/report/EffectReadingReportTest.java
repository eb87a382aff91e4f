package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

class EffectReadingReportTest {
  private static final Frame PLACEBOS =
      Drawn.frame(
          "effect_placebo",
          EffectPlaceboRow.values(),
          """
          with: indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A
          adjustment | cut_year | kind    | estimate | estimate_status | cuts | rank | p_value | p_status
          naive      | 2001     | placebo | 1.2      | OK              |      |      |         |
          naive      | 2016     | actual  | 12.68    | OK              | 11   | 1    | 0.0833  | OK
          trend      | 2016     | actual  | 1.3      | OK              | 11   | 4    | 0.3333  | OK
          """);

  private static Frame trends(String wild) {
    return Drawn.frame(
        "effect_trend",
        EffectTrendRow.values(),
        """
        with: level=nation, indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A, prices=nominal
        shape | term  | estimate | p_value_wild
        level | post  | 9        | 0.001
        """
            + "trend | post  | 1.3      | "
            + wild
            + "\n");
  }

  /** Without a comparison group there is no test. */
  private static Frame events(String p, String wild) {
    return Drawn.frame(
        "effect_event",
        EffectEventRow.values(),
        """
        with: indicator=fiscal, direction=E2W, form=none, status=paid, boundary_rule=A
        year | kind      | pre_p | pre_p_wild
        2014 | before    |       |
        """
            + "2015 | reference | "
            + p
            + " | "
            + wild
            + "\n");
  }

  private static Frame conventions(String trend) {
    return Drawn.frame(
        "effect_convention",
        EffectConventionRow.values(),
        """
        with: indicator=fiscal, direction=E2W, form=none, status=paid, entrants=in, absent=zero, clusters=12, flags=""
        scale  | prices  | boundary_rule | adjustment | estimate | estimate_status | ci_low | ci_high | ci_status
        total  | nominal | A             | naive      | 3.17     | OK              | 2.9    | 3.5     | OK
        annual | nominal | A             | naive      | 12.68    | OK              | 11.6   | 14      | OK
        total  | real    | A             | naive      | 2.2      | OK              | 2.0    | 2.4     | OK
        annual | nominal | A             | did        |          | NO_CONTROL      |        |         | NO_CONTROL
        annual | nominal | B             | naive      | 99       | OK              | 98     | 100     | OK
        total  | nominal | D             | naive      |          | NEEDS_DATES     |        |         | NEEDS_DATES
        """
            + trend);
  }

  private static String shown(String trend, Lang lang) {
    return shown(trend, "0.012", lang);
  }

  private static String shown(String trend, String wild, Lang lang) {
    return TextFormat.of(
            EffectReadingReport.of(
                conventions(trend),
                PLACEBOS,
                trends(wild),
                events("", ""),
                Map.of("fiscal", Text.of("财政资金", "Fiscal funds"))),
            lang)
        .replaceAll("\\s+", lang == Lang.ZH ? "" : " ");
  }

  private static String trend(String ofValues) {
    return "annual | nominal | A | trend | " + ofValues + "\n";
  }

  @Test
  void fiveReadingsOfTheStudysOwnWindowsStandInOrder() {
    assertThat(shown(trend("1.3 | OK | 0.9 | 1.9 | OK"), Lang.EN))
        .containsPattern(
            "total 3.17 .* annual 12.68 .* total, constant prices 2.20 .* annual, beside a common"
                + " trend 1.30 .* annual, against a comparison group —")
        .doesNotContain("99.00", "NEEDS_DATES");
  }

  @Test
  void oneLineReadsTheResultAndSaysWhatStaysOpen() {
    String open = shown(trend("1.3 | OK | 0.9 | 1.9 | OK"), Lang.EN);
    assertThat(open)
        .contains(
            "3.17 times the earlier one (2.20 in constant prices), per year 12.68 times [11.60, 14.00]")
        .contains("beside a common trend it is 1.30 times [0.90, 1.90]")
        .contains("not to be told from the trend going on")
        .contains("beside a trend the actual year ranks 4 among 12 cut-off years")
        .contains("without a comparison group (effects.comparison in the study) nothing says");
    assertThat(shown(trend("1.3 | OK | 1.1 | 1.9 | OK"), Lang.EN))
        .contains("above the trend going on");
    assertThat(shown(trend("0.8 | OK | 0.7 | 0.9 | OK"), Lang.EN))
        .contains("below the trend going on");
    assertThat(shown(trend("1.3 | OK | | | TOO_FEW_CLUSTERS"), Lang.EN))
        .contains("too few clusters to conclude", "TOO_FEW_CLUSTERS: fewer than 5 clusters");
  }

  @Test
  void anIntervalWithoutOneIsNotEnoughWhereTheWildBootstrapDoesNotReject() {
    assertThat(shown(trend("1.3 | OK | 1.1 | 1.9 | OK"), "0.07", Lang.EN))
        .contains("0.0700", "not to be told from the trend going on")
        .doesNotContain("above the trend");
  }

  private static String compared(String p, String wild) {
    String did = "annual | nominal | A | did | 1.5 | OK | 1.2 | 1.9 | OK\n";
    Frame compared =
        Drawn.frame(
            "effect_convention",
            EffectConventionRow.values(),
            """
            with: indicator=fiscal, direction=E2W, form=none, status=paid, entrants=in, absent=zero, clusters=12, flags=""
            scale  | prices  | boundary_rule | adjustment | estimate | estimate_status | ci_low | ci_high | ci_status
            total  | nominal | A             | naive      | 3.17     | OK              | 2.9    | 3.5     | OK
            annual | nominal | A             | naive      | 12.68    | OK              | 11.6   | 14      | OK
            """
                + did);
    return TextFormat.of(
            EffectReadingReport.of(compared, PLACEBOS, trends("0.5"), events(p, wild), Map.of()),
            Lang.EN)
        .replaceAll("\\s+", " ");
  }

  @Test
  void againstAComparisonGroupTheMultipleHasItsInterval() {
    assertThat(compared("", ""))
        .contains("against the comparison group it is 1.50 times [1.20, 1.90].")
        .contains("no multiple beside a trend can be estimated");
  }

  @Test
  void whatTheYearsBeforeSayOfTheComparisonStandsBesideIt() {
    assertThat(compared("0.01", "")).contains("parted in the years before already", "0.0100");
    assertThat(compared("0.01", "0.25"))
        .contains("cannot be told apart (joint p = 0.2500)")
        .doesNotContain("already");
  }

  @Test
  void headsHaveNoMultipleInConstantPrices() {
    assertThat(compared("", "")).contains("total, constant prices: heads have no price");
  }

  @Test
  void theChineseLineSaysTheSame() {
    assertThat(shown(trend("1.3 | OK | 0.9 | 1.9 | OK"), Lang.ZH))
        .contains("财政资金、东→西、拨付:后期总额为前期的3.17倍(不变价2.20倍),年均12.68倍[11.60,14.00]")
        .contains("不能与趋势的延续相区分", "12个分割年", "没有对照组");
  }
}
