package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

class EffectRatioReportTest {
  private static final Frame EFFECTS =
      Drawn.frame(
          "effect_ratio",
          EffectRatioRow.values(),
          """
          with: unit_code=000000, donor_code=all, form=none, boundary_rule=A, ratio_status=OK
          level  | indicator | direction | status | convention | before    | after      | ratio | ci_low | ci_high | ci_status        | clusters | ci_method                        | flags
          nation | fiscal    | E2W       | paid   | total      | 100000000 | 317000000  | 3.17  | 2.9    | 3.5     | OK               | 12       | log_delta 0.95 t(11) G/(G-1) active=12 | ""
          nation | fiscal    | E2W       | paid   | annual     | 5000000   | 63400000   | 12.68 | 11.6   | 14.0    | OK               | 12       | log_delta 0.95 t(11) G/(G-1) active=12 | ""
          nation | fiscal    | E2W       | paid   | real       | 150000000 | 330000000  | 2.2   | 2.0    | 2.4     | OK               | 12       | log_delta 0.95 t(11) G/(G-1) active=12 | ""
          nation | cadres    | both      | none   | total      | 1000      | 1600       | 1.6   |        |         | TOO_FEW_CLUSTERS | 3        | log_delta 0.95 t(2) G/(G-1) active=3 | ""
          nation | cadres    | both      | none   | annual     | 50        | 320        | 6.4   |        |         | TOO_FEW_CLUSTERS | 3        | log_delta 0.95 t(2) G/(G-1) active=3 | ""
          county | fiscal    | E2W       | paid   | total      | 1         | 9          | 9     |        |         | SINGLE_CLUSTER   | 1        |                                  | ""
          """);

  @Test
  void aLineHoldsTotalsMultipleIntervalAndTheOtherConventions() {
    String text =
        TextFormat.of(
            EffectRatioReport.of(EFFECTS, Map.of("fiscal", Text.of("财政资金", "Fiscal funds"))),
            Lang.ZH);
    assertThat(text)
        .containsPattern("财政资金 +东→西 +拨付 +1.00 +3.17 +3.17 +\\[2.90, 3.50\\] +12.68 +2.20 +12")
        .containsPattern("cadres +双向 +1,000 +1,600 +1.60 +— +6.40 +3")
        .contains("亿元", "倍", "TOO_FEW_CLUSTERS:聚类单元少于 5 个")
        .contains("1996–2015 对 2016–2020", "不识别因果效应", "并非抽样误差", "置信水平 0.95")
        .doesNotContain("9.00", "增长");
  }

  @Test
  void theEnglishTableSaysTheSame() {
    assertThat(TextFormat.of(EffectRatioReport.of(EFFECTS), Lang.EN))
        .contains("identifies no effect", "not sampling error", "100 million yuan", "[2.90, 3.50]")
        .doesNotContainPattern("\\p{IsHan}");
  }
}
