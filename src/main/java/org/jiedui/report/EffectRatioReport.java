package org.jiedui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * The national multiples: a line per indicator, direction, form and stage, with both totals and the
 * multiple of totals, its interval, the annual and the constant-price multiple beside it.
 */
public final class EffectRatioReport {
  private static final int DECIMALS = 2;
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("indicator", "指标", "Indicator"),
          Column.of("direction", "方向", "Direction"),
          Column.of("form", "形式", "Form"),
          Column.of("status", "阶段", "Stage"),
          Column.of("before", "前期", "Before").under("总额", "Total"),
          Column.of("after", "后期", "After").under("总额", "Total"),
          Column.of("ratio", "总量", "Total").unit("倍", "times").under("后期为前期的倍数", "Multiple"),
          Column.of("ci", "区间", "Interval").under("后期为前期的倍数", "Multiple"),
          Column.of("annual", "年均", "Annual").unit("倍", "times").under("后期为前期的倍数", "Multiple"),
          Column.of("real", "不变价", "Constant prices")
              .unit("倍", "times")
              .under("后期为前期的倍数", "Multiple"),
          Column.of("clusters", "聚类数", "Clusters"),
          Column.of("flags", "标记", "Flags"));

  private final Frame effects;
  private final Map<String, Text> labels;

  private EffectRatioReport(Frame effects, Map<String, Text> labels) {
    this.effects = effects;
    this.labels = labels;
  }

  /** Indicators by their ids. */
  public static PaperTable of(Frame effects) {
    return of(effects, Map.of());
  }

  /** Indicators by their labels. */
  public static PaperTable of(Frame effects, Map<String, Text> labels) {
    return new EffectRatioReport(effects, labels).table();
  }

  private PaperTable table() {
    Map<String, Map<String, Integer>> lines = lines();
    List<PaperTable.Row> rows = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      lines.values().stream()
          .filter(line -> Unit.of(line) == unit)
          .forEach(line -> rows.add(row(line, unit)));
    }
    return new PaperTable(
        "effect-ratio",
        Text.of("全国:后期总额为前期总额的倍数", "Nation: later totals as multiples of earlier ones"),
        COLUMNS,
        rows,
        notes());
  }

  /** National rows by line, then by convention. */
  private Map<String, Map<String, Integer>> lines() {
    Map<String, Map<String, Integer>> lines = new LinkedHashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, EffectRatioRow.LEVEL).equals("nation")) {
        String line =
            String.join(
                "|",
                effects.text(i, EffectRatioRow.INDICATOR),
                effects.text(i, EffectRatioRow.DIRECTION),
                effects.text(i, EffectRatioRow.FORM),
                effects.text(i, EffectRatioRow.STATUS),
                effects.text(i, EffectRatioRow.BOUNDARY_RULE));
        lines
            .computeIfAbsent(line, l -> new LinkedHashMap<>())
            .put(effects.text(i, EffectRatioRow.CONVENTION), i);
      }
    }
    return lines;
  }

  private PaperTable.Row row(Map<String, Integer> line, Unit unit) {
    int total = line.get("total");
    List<Cell> cells = new ArrayList<>();
    String indicator = effects.text(total, EffectRatioRow.INDICATOR);
    cells.add(new Cell.Words(labels.getOrDefault(indicator, Text.same(indicator))));
    cells.add(words(total, EffectRatioRow.DIRECTION));
    cells.add(words(total, EffectRatioRow.FORM));
    cells.add(words(total, EffectRatioRow.STATUS));
    cells.add(amount(total, EffectRatioRow.BEFORE, unit));
    cells.add(amount(total, EffectRatioRow.AFTER, unit));
    cells.add(ratio(total));
    cells.add(
        Cell.interval(
            number(total, EffectRatioRow.CI_LOW),
            number(total, EffectRatioRow.CI_HIGH),
            DECIMALS,
            effects.text(total, EffectRatioRow.CI_STATUS)));
    cells.add(ratio(line.get("annual")));
    cells.add(line.containsKey("real") ? ratio(line.get("real")) : Cell.words(""));
    cells.add(new Cell.Count((Integer) effects.value(total, EffectRatioRow.CLUSTERS)));
    cells.add(Cell.words(effects.text(total, EffectRatioRow.FLAGS)));
    return new PaperTable.Row(unit.heading, cells);
  }

  private Cell words(int row, EffectRatioRow field) {
    return new Cell.Words(Wording.of(effects.text(row, field)));
  }

  private Cell amount(int row, EffectRatioRow field, Unit unit) {
    Double value = number(row, field);
    String why = effects.text(row, EffectRatioRow.RATIO_STATUS);
    return Cell.estimate(value == null ? null : value / unit.size, unit.decimals, why);
  }

  private Cell ratio(int row) {
    String why = effects.text(row, EffectRatioRow.RATIO_STATUS);
    return Cell.estimate(number(row, EffectRatioRow.RATIO), DECIMALS, why);
  }

  private Double number(int row, EffectRatioRow field) {
    return (Double) effects.value(row, field);
  }

  private List<Text> notes() {
    TreeSet<String> rules = new TreeSet<>();
    TreeSet<String> levels = new TreeSet<>();
    TreeSet<String> codes = new TreeSet<>();
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, EffectRatioRow.LEVEL).equals("nation")) {
        rules.add(effects.text(i, EffectRatioRow.BOUNDARY_RULE));
        String method = effects.text(i, EffectRatioRow.CI_METHOD);
        levels.add(method == null ? "" : method.split(" ")[1]);
        codes.addAll(List.of(effects.text(i, EffectRatioRow.FLAGS).split(";")));
        codes.add(effects.text(i, EffectRatioRow.RATIO_STATUS));
        codes.add(effects.text(i, EffectRatioRow.CI_STATUS));
      }
    }
    levels.remove("");
    List<Text> notes = new ArrayList<>();
    rules.forEach(rule -> notes.add(window(rule)));
    notes.add(DESCRIBES);
    if (!levels.isEmpty()) {
      notes.add(method(String.join(", ", levels)));
      notes.add(FULL_COUNT);
    }
    codes.stream().map(EffectRatioReport::meaning).forEach(notes::addAll);
    return notes;
  }

  private static final Text DESCRIBES =
      Text.of(
          "倍数为后期总额与前期总额之比(3 倍即增加 2 倍),只描述前后差异,不识别因果效应:2016 年的变化同时及于所有结对单元。",
          "A multiple is the later total over the earlier one (3 times is an increase of 2 times). It"
              + " describes and identifies no effect: 2016 reached every pair at once.");
  private static final Text FULL_COUNT =
      Text.of(
          "区间反映结对单元间差异,以超总体假设为前提,并非抽样误差。",
          "The interval describes variation between pairing units under a superpopulation reading, not"
              + " sampling error.");

  private static Text window(String rule) {
    Text years = Wording.of(rule);
    return Text.of("窗口规则 " + years.zh() + "。", "Boundary rule " + years.en() + ".");
  }

  private static Text method(String levels) {
    return Text.of(
        "区间:总量之比的对数线性化,按支援省—受援省结对聚类,G/(G−1) 校正,置信水平 " + levels + ";自由度见 ci_method。",
        "Interval: log-delta linearisation of the ratio of totals, clustered by donor-recipient"
            + " province pair, G/(G-1) correction, level "
            + levels
            + "; degrees of freedom in ci_method.");
  }

  static List<Text> meaning(String code) {
    return Status.of(code)
        .filter(status -> status != Status.OK)
        .map(
            status ->
                List.of(
                    Text.of(
                        status + ":" + status.meaning().zh() + "。",
                        status + ": " + status.meaning().en() + ".")))
        .orElse(List.of());
  }

  /** In what amounts are shown. Only money has a multiple in constant prices. */
  private enum Unit {
    MONEY(1e8, 2, Text.of("资金(总额单位:亿元)", "Funds (totals in 100 million yuan)")),
    HEADS(1, 0, Text.of("人员等(总额单位:人或次)", "Heads (totals in persons or person-times)"));

    private final double size;
    private final int decimals;
    private final Text heading;

    Unit(double size, int decimals, Text heading) {
      this.size = size;
      this.decimals = decimals;
      this.heading = heading;
    }

    static Unit of(Map<String, Integer> line) {
      return line.containsKey("real") ? MONEY : HEADS;
    }
  }
}
