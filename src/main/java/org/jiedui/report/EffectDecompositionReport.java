package org.jiedui.report;

import static org.jiedui.table.EffectDecompositionRow.COMPONENT;
import static org.jiedui.table.EffectDecompositionRow.LEVEL;
import static org.jiedui.table.EffectDecompositionRow.P_VALUE;
import static org.jiedui.table.EffectDecompositionRow.UNITS;
import static org.jiedui.table.EffectDecompositionRow.UNIT_CODE;
import static org.jiedui.table.EffectDecompositionRow.UNIT_NAME;
import static org.jiedui.table.EffectDecompositionRow.VALUE;
import static org.jiedui.table.EffectDecompositionRow.VALUE_STATUS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** What the national multiples are made of: one column a flow. */
public final class EffectDecompositionReport {
  private static final Text MADE_OF = Text.of("总额之比的分解", "The ratio of totals taken apart");
  private static final Text TYPICAL = Text.of("各受援方自身的倍数", "Multiples of single recipients");
  private static final Text TESTS = Text.of("配对检验(年均)", "Paired tests (annual)");
  private static final Map<String, Text> LEVELS =
      Map.of(
          "donor_province", Text.of("支援省", "Donor provinces"),
          "recipient_province", Text.of("受援省", "Recipient provinces"));

  private final Frame parts;
  private final Flows flows;
  private final Map<Flow, Map<String, Integer>> rows;

  private EffectDecompositionReport(Frame parts, Map<String, Text> labels) {
    this.parts = parts;
    this.flows = new Flows(parts, labels);
    this.rows = flows.by(this::key, row -> true);
  }

  private String key(int row) {
    return parts.text(row, COMPONENT) + " " + parts.text(row, UNIT_CODE);
  }

  /**
   * Continuing, leaving and entering recipients, the typical one, and tests.
   *
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame parts, Map<String, Text> labels) {
    return new EffectDecompositionReport(parts, labels).nation();
  }

  private PaperTable nation() {
    List<PaperTable.Row> printed = new ArrayList<>();
    line(printed, MADE_OF, "ratio_total", "总额之比", "Ratio of totals");
    line(printed, MADE_OF, "ratio_continuing", "持续受援方", "Continuing recipients");
    line(printed, MADE_OF, "factor_exit", "× 退出", "× leaving");
    line(printed, MADE_OF, "factor_entry", "× 新进入", "× entering");
    counts(printed, MADE_OF, "ratio_continuing", "持续受援方数", "Continuing recipients, n");
    counts(printed, MADE_OF, "factor_exit", "退出数", "Leaving, n");
    counts(printed, MADE_OF, "factor_entry", "新进入数", "Entering, n");
    line(printed, TYPICAL, "unit_median", "中位数", "Median");
    line(printed, TYPICAL, "unit_geometric_mean", "几何平均", "Geometric mean");
    line(printed, TYPICAL, "unit_mean", "算术平均", "Mean");
    line(printed, TYPICAL, "unit_min", "最小", "Smallest");
    line(printed, TYPICAL, "unit_max", "最大", "Largest");
    line(printed, TYPICAL, "unit_share_above_1", "大于 1 的比例", "Share above 1");
    line(printed, TESTS, "paired_t", "t 值", "t");
    told(printed, TESTS, Text.of("p", "p"), flow -> p(flow, "paired_t"));
    told(printed, TESTS, Text.of("符号秩 V", "Signed rank V"), this::rankSum);
    told(printed, TESTS, Text.of("p", "p"), flow -> p(flow, "signed_rank"));
    return new PaperTable(
        "effect-decomposition",
        Text.of("倍数的构成(全国)", "What the multiples are made of (nation)"),
        columns(Text.of("成分", "Part")),
        printed,
        List.of(
            Text.of(
                "总额之比 = 持续受援方之比 × 退出因子 × 新进入因子。各受援方自身的倍数只计前后两期都有投入者,回答“典型的县”,与总额之比回答的“整个项目”不同。",
                "Ratio of totals = ratio of continuing recipients × factor of leaving × factor of"
                    + " entering. Multiples of single recipients count those with flows in both"
                    + " windows; they answer for the typical county, the ratio of totals for the"
                    + " programme.")));
  }

  /**
   * What each province adds to the multiple.
   *
   * @param labels of the indicators, by id
   */
  public static PaperTable contributions(Frame parts, Map<String, Text> labels) {
    return new EffectDecompositionReport(parts, labels).provinces();
  }

  private PaperTable provinces() {
    List<PaperTable.Row> printed = new ArrayList<>();
    for (Map.Entry<String, String> unit : units().entrySet()) {
      String code = unit.getKey().substring(unit.getKey().indexOf(' ') + 1);
      Text panel = LEVELS.get(unit.getKey().substring(0, unit.getKey().indexOf(' ')));
      List<Cell> cells = new ArrayList<>(List.of(Cell.words(unit.getValue())));
      for (Flow flow : flows.whole()) {
        Integer share = rows.get(flow).get("share_before " + code);
        cells.add(share == null ? Cell.words("") : share(share));
        cells.add(
            share == null ? Cell.words("") : value(rows.get(flow).get("contribution " + code)));
      }
      printed.add(new PaperTable.Row(panel, cells));
    }
    return new PaperTable(
        "effect-contribution",
        Text.of("各省对倍数变化的贡献", "What each province adds to the multiples"),
        contributionColumns(),
        printed,
        List.of(
            Text.of(
                "倍数 − 1 = Σ 前期份额 × (该省倍数 − 1);一列的贡献之和在支援省与受援省各等于倍数 − 1。",
                "Multiple − 1 = Σ earlier share × (multiple of the province − 1): contributions sum"
                    + " to the multiple − 1, once over donors and once over recipients.")));
  }

  /** Names of the provinces by level and code. */
  private Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    for (int row = 0; row < parts.size(); row++) {
      if (LEVELS.containsKey(parts.text(row, LEVEL))) {
        units.put(
            parts.text(row, LEVEL) + " " + parts.text(row, UNIT_CODE), parts.text(row, UNIT_NAME));
      }
    }
    return units;
  }

  private List<PaperTable.Column> columns(Text first) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("part", first.zh(), first.en()));
    for (Flow flow : flows.whole()) {
      Text name = flows.name(flow);
      columns.add(PaperTable.Column.of(flow.indicator(), name.zh(), name.en()));
    }
    return columns;
  }

  private List<PaperTable.Column> contributionColumns() {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("province", "省", "Province"));
    for (Flow flow : flows.whole()) {
      Text name = flows.name(flow);
      columns.add(
          PaperTable.Column.of(flow.indicator() + "_share", "前期份额", "Earlier share")
              .unit("%", "%")
              .under(name.zh(), name.en()));
      columns.add(
          PaperTable.Column.of(flow.indicator() + "_contribution", "贡献", "Adds")
              .under(name.zh(), name.en()));
    }
    return columns;
  }

  private void line(
      List<PaperTable.Row> printed, Text panel, String component, String zh, String en) {
    told(printed, panel, Text.of(zh, en), flow -> value(nationRow(flow, component)));
  }

  private void counts(
      List<PaperTable.Row> printed, Text panel, String component, String zh, String en) {
    told(printed, panel, Text.of(zh, en), flow -> count(nationRow(flow, component)));
  }

  private void told(
      List<PaperTable.Row> printed, Text panel, Text name, Function<Flow, Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(name)));
    flows.whole().forEach(flow -> cells.add(cell.apply(flow)));
    printed.add(new PaperTable.Row(panel, cells));
  }

  private Integer nationRow(Flow flow, String component) {
    return rows.get(flow).get(component + " " + EffectRatioRow.NATION);
  }

  private Cell value(Integer row) {
    return row == null
        ? new Cell.Absent("NO_DATA")
        : Cell.estimate((Double) parts.value(row, VALUE), 3, parts.text(row, VALUE_STATUS));
  }

  /** Halves come from ties. */
  private Cell rankSum(Flow flow) {
    Integer row = nationRow(flow, "signed_rank");
    return row == null
        ? new Cell.Absent("NO_DATA")
        : Cell.estimate((Double) parts.value(row, VALUE), 1, parts.text(row, VALUE_STATUS));
  }

  private Cell share(int row) {
    Double value = (Double) parts.value(row, VALUE);
    return value == null ? new Cell.Absent("NO_DATA") : new Cell.Share(value, 1);
  }

  private Cell count(Integer row) {
    Long units = row == null ? null : (Long) parts.value(row, UNITS);
    return units == null ? new Cell.Absent("NO_DATA") : new Cell.Count(units);
  }

  private Cell p(Flow flow, String component) {
    Integer row = nationRow(flow, component);
    Double p = row == null ? null : (Double) parts.value(row, P_VALUE);
    return p == null
        ? new Cell.Absent(row == null ? "NO_DATA" : parts.text(row, VALUE_STATUS))
        : new Cell.PValue(p);
  }
}
