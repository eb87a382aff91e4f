package org.jiedui.export;

import java.util.List;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;

/** Tables as papers print them: models side by side, and several panels. */
final class PrintedExamples {
  private PrintedExamples() {}

  /** Estimates above their standard errors, then what the models are made of. */
  static PaperTable regression() {
    return new PaperTable(
        "models",
        Text.of("投入对收入的影响", "Inputs and income"),
        List.of(
            Column.of("term", "变量", "Term"),
            Column.of("m1", "(1)", "(1)").under("OLS", "OLS").under("人均收入对数", "Log income"),
            Column.of("m2", "(2)", "(2)").under("OLS", "OLS").under("人均收入对数", "Log income"),
            Column.of("m3", "(3)", "(3)").under("PPML", "PPML").under("捐赠", "Donations")),
        List.of(
            row(
                Cell.words("结对×2016年后", "Paired × after 2016"),
                new Cell.Estimate(0.1235, 3).starred(3),
                new Cell.Estimate(-0.0005, 3),
                new Cell.Estimate(12.5, 3).starred(1).marked("a")),
            row(
                Cell.words("", ""),
                new Cell.StandardError(0.0214, 3),
                new Cell.StandardError(0.1, 3),
                new Cell.StandardError(6.9, 3)),
            row(
                Cell.words("p", "p"),
                new Cell.PValue(0.00004),
                new Cell.PValue(0.996),
                new Cell.PValue(0.07)),
            row(
                Cell.words("观测数", "N"),
                new Cell.Count(12345),
                new Cell.Count(12300),
                new Cell.Count(980)),
            row(Cell.words("固定效应", "Fixed effects"), Cell.YES, Cell.YES, Cell.NO)),
        List.of(Text.of("括号内为标准误。", "Standard errors in parentheses.")));
  }

  /** Money, shares, intervals and missing values in two panels. */
  static PaperTable panels() {
    Text funds = Text.of("A. 财政资金", "A. Fiscal funds");
    Text heads = Text.of("B. 人员", "B. Personnel");
    return new PaperTable(
        "panels",
        Text.of("投入的前后比", "Inputs before and after"),
        List.of(
            Column.of("province", "省", "Province"),
            Column.of("money", "总额", "Total").unit("万元", "10,000 yuan"),
            Column.of("share", "占比", "Share").unit("%", "%"),
            Column.of("ratio", "倍数", "Multiple").unit("倍", "times"),
            Column.of("ci", "区间", "Interval"),
            Column.of("year", "年份", "Year")),
        List.of(
            line(funds, "贵州", "Guizhou", 123_456_789_01L, 0.285, 3.165, -1.5, 1234.005, 2016),
            line(funds, "云南", "Yunnan", -5_000_00L, 1.0 / 3, 0.285, 0.2, 0.4, 2020),
            new PaperTable.Row(
                heads,
                List.of(
                    Cell.words("甘肃", "Gansu"),
                    new Cell.Absent("NO_DATA"),
                    new Cell.Share(0.00001, 1),
                    new Cell.Absent("ZERO_BASE"),
                    new Cell.Absent("ZERO_BASE"),
                    new Cell.Year(1996)))),
        List.of(Text.of("窗口规则 A。", "Boundary rule A.")),
        Text.of("示例数据。", "Example data."),
        Text.of("数据版本：示例 1。", "Data version: example 1."));
  }

  private static PaperTable.Row line(
      Text panel,
      String zh,
      String en,
      long fen,
      double share,
      double ratio,
      double low,
      double high,
      int year) {
    return new PaperTable.Row(
        panel,
        List.of(
            Cell.words(zh, en),
            new Cell.Money(fen, 6, 2),
            new Cell.Share(share, 1),
            new Cell.Estimate(ratio, 2),
            new Cell.Interval(low, high, 2),
            new Cell.Year(year)));
  }

  private static PaperTable.Row row(Cell... cells) {
    return PaperTable.Row.of(List.of(cells));
  }

  /** Words of the first columns stand once: of three rows, and of two and one within them. */
  static PaperTable grouped() {
    Cell target = Cell.words("发展指数", "Development");
    return new PaperTable(
        "grouped",
        Text.of("指标与权重", "Indicators and weights"),
        List.of(
            Column.of("target", "目标层", "Target").once(),
            Column.of("dimension", "准则层", "Dimension").once(),
            Column.of("indicator", "指标层", "Indicator"),
            Column.of("weight", "权重", "Weight")),
        List.of(
            row(target, Cell.words("经济", "Economy"), Cell.words("收入", "Income"), weight(0.25)),
            row(target, Cell.words("经济", "Economy"), Cell.words("产值", "Output"), weight(0.25)),
            row(target, Cell.words("民生", "Living"), Cell.words("床位", "Beds"), weight(0.5))),
        List.of(Text.same("τ_b ρ ε Σ Ω ≠ ≈ ← → ≤")));
  }

  private static Cell weight(double share) {
    return new Cell.Estimate(share, 4);
  }

  /** One hostile text a line, with a number beside it. */
  static PaperTable hostile() {
    List<PaperTable.Row> rows =
        Payloads.ALL.stream()
            .map(text -> row(Cell.words(text), new Cell.Estimate(1.005, 2)))
            .toList();
    return new PaperTable(
        "hostile",
        Text.of("<b>表</b> & \\input{x} $1", "<b>Table</b> & \\input{x} $1"),
        List.of(Column.of("text", "=文字|", "=text|"), Column.of("number", "数", "Number")),
        rows,
        List.of(Text.same("</script><script>alert(1)</script> \\write18{ls} ${x} |")));
  }
}
