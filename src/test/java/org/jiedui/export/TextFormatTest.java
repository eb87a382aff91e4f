package org.jiedui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.junit.jupiter.api.Test;

class TextFormatTest {
  private final PaperTable table =
      new PaperTable(
          "effect-ratio",
          Text.of("表 前后比", "Table ratio"),
          List.of(
              PaperTable.Column.of("indicator", "指标", "Indicator"),
              PaperTable.Column.of("ratio", "总量比", "Ratio").unit("倍", "times"),
              PaperTable.Column.of("ci", "区间", "Interval")),
          List.of(
              PaperTable.Row.of(
                  List.of(
                      Cell.words("财政资金", "Fiscal funds"),
                      new Cell.Estimate(3.165, 2),
                      new Cell.Interval(2.5, 1234.005, 2))),
              PaperTable.Row.of(
                  List.of(
                      Cell.words("捐赠", "=1+1"),
                      new Cell.Absent("ZERO_BASE"),
                      new Cell.Absent("ZERO_BASE")))),
          List.of(Text.of("注:描述,不作因果解释。", "Note: describes, proves no effect.")));

  @Test
  void chineseCharactersTakeTwoColumns() {
    assertThat(TextFormat.of(table, Lang.ZH))
        .isEqualTo(
            """
            表 前后比
            ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
            指标      总量比(倍)  区间
            ──────────────────────────────────────
            财政资金        3.17  [2.50, 1,234.01]
            捐赠               —  —
            ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
            — 表示没有数值,原因代码:ZERO_BASE
            注:描述,不作因果解释。
            """);
  }

  @Test
  void programsGetFullPrecisionAndNoFormula() {
    assertThat(CsvFormat.of(table))
        .isEqualTo(
            """
            indicator,ratio,ci
            Fiscal funds,3.165,2.5;1234.005
            '=1+1,,
            """);
    assertThat(JsonFormat.of(table))
        .contains("{\"indicator\": \"=1+1\", \"ratio\": null, \"ci\": null}");
  }

  @Test
  void numbersAreRoundedOnceFromFifteenDigits() {
    assertThat(Rounding.fixed(0.285, 2)).isEqualTo("0.29");
    assertThat(Rounding.fixed(1.005, 2)).isEqualTo("1.01");
    assertThat(Rounding.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(Rounding.grouped("-1234567.5")).isEqualTo("-1,234,567.5");
    assertThat(new Cell.Money(123_456_789_01L, 6, 2).shown(Lang.EN)).isEqualTo("12,345.68");
    assertThatThrownBy(() -> new Cell.Estimate(Double.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
