package org.jiedui.report;

import static org.jiedui.table.EffectConventionRow.ABSENT;
import static org.jiedui.table.EffectConventionRow.ADJUSTMENT;
import static org.jiedui.table.EffectConventionRow.BOUNDARY_RULE;
import static org.jiedui.table.EffectConventionRow.CI_HIGH;
import static org.jiedui.table.EffectConventionRow.CI_LOW;
import static org.jiedui.table.EffectConventionRow.CI_STATUS;
import static org.jiedui.table.EffectConventionRow.ENTRANTS;
import static org.jiedui.table.EffectConventionRow.ESTIMATE;
import static org.jiedui.table.EffectConventionRow.ESTIMATE_STATUS;
import static org.jiedui.table.EffectConventionRow.PRICES;
import static org.jiedui.table.EffectConventionRow.SCALE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** Every multiple that one sentence could mean: conventions down, boundary rules across. */
public final class EffectConventionReport {
  private static final int DECIMALS = 2;

  private final Frame conventions;
  private final Flows flows;
  private final TreeSet<String> rules = new TreeSet<>();

  private EffectConventionReport(Frame conventions, Map<String, Text> labels) {
    this.conventions = conventions;
    this.flows = new Flows(conventions, labels);
    for (int row = 0; row < conventions.size(); row++) {
      if (conventions.value(row, ESTIMATE) != null) {
        rules.add(conventions.text(row, BOUNDARY_RULE));
      }
    }
  }

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame conventions, Map<String, Text> labels) {
    return new EffectConventionReport(conventions, labels).table();
  }

  /** The choices that a line stands for; its columns are the boundary rules. */
  private record Line(String scale, String prices, String entrants, String absent, String adjust) {}

  private PaperTable table() {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (Flow flow : flows.whole()) {
      lines(flow).forEach((line, cells) -> rows.add(row(flows.name(flow), line, cells)));
    }
    return new PaperTable(
        "effect-convention",
        Text.of("各种口径下的倍数", "The multiple under every convention"),
        columns(),
        rows,
        notes());
  }

  /** Lines in which some rule has a value: row numbers by rule. */
  private Map<Line, Map<String, Integer>> lines(Flow flow) {
    Map<Line, Map<String, Integer>> lines = new LinkedHashMap<>();
    for (int row = 0; row < conventions.size(); row++) {
      if (Flow.of(conventions, row).equals(flow)
          && rules.contains(conventions.text(row, BOUNDARY_RULE))) {
        lines
            .computeIfAbsent(line(row), l -> new TreeMap<>())
            .put(conventions.text(row, BOUNDARY_RULE), row);
      }
    }
    lines.values().removeIf(by -> by.values().stream().allMatch(this::isEmpty));
    return lines;
  }

  private boolean isEmpty(int row) {
    return conventions.value(row, ESTIMATE) == null;
  }

  private Line line(int row) {
    return new Line(
        conventions.text(row, SCALE),
        conventions.text(row, PRICES),
        conventions.text(row, ENTRANTS),
        conventions.text(row, ABSENT),
        conventions.text(row, ADJUSTMENT));
  }

  private List<PaperTable.Column> columns() {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("scale", "口径", "Scale"));
    columns.add(PaperTable.Column.of("prices", "价格", "Prices"));
    columns.add(PaperTable.Column.of("entrants", "新进入", "Entrants"));
    columns.add(PaperTable.Column.of("absent", "无记录", "No record"));
    columns.add(PaperTable.Column.of("adjustment", "调整", "Adjustment"));
    for (String rule : rules) {
      String zh = "规则 " + rule;
      String en = "Rule " + rule;
      columns.add(
          PaperTable.Column.of("estimate_" + rule, "倍数", "Multiple")
              .unit("倍", "times")
              .under(zh, en));
      columns.add(PaperTable.Column.of("ci_" + rule, "区间", "Interval").under(zh, en));
    }
    return columns;
  }

  private PaperTable.Row row(Text panel, Line line, Map<String, Integer> by) {
    List<Cell> cells = new ArrayList<>();
    for (String code : List.of(line.scale, line.prices, line.entrants, line.absent, line.adjust)) {
      cells.add(new Cell.Words(EffectWords.of(code)));
    }
    for (String rule : rules) {
      Integer row = by.get(rule);
      cells.add(row == null ? Cell.words("") : estimate(row));
      cells.add(row == null ? Cell.words("") : interval(row));
    }
    return new PaperTable.Row(panel, cells);
  }

  private Cell estimate(int row) {
    return Cell.estimate(number(row, ESTIMATE), DECIMALS, conventions.text(row, ESTIMATE_STATUS));
  }

  private Cell interval(int row) {
    return Cell.interval(
        number(row, CI_LOW), number(row, CI_HIGH), DECIMALS, conventions.text(row, CI_STATUS));
  }

  private List<Text> notes() {
    List<Text> notes = new ArrayList<>();
    rules.forEach(rule -> notes.add(Wording.of(rule)));
    notes.add(
        Text.of(
            "新进入:前期没有投入的受援方计入或剔除;无记录:按零或按缺失计。区间以结对为聚类单元;扣除趋势与对照的倍数由泊松回归得出(单元效应,CR1)。",
            "Entrants: recipients without earlier flows are in or out; no record: taken as zero or"
                + " as missing. Intervals are clustered by pair; multiples beside a trend or a"
                + " comparison are from Poisson regressions (unit effects, CR1)."));
    notes.add(
        Text.of(
            "倍数只描述前后差异,不识别因果效应。选定口径之前应看全部口径。",
            "A multiple describes and identifies no effect. Look at all conventions before choosing"
                + " one."));
    withoutValue().forEach((code, n) -> notes.add(without(code, n)));
    return notes;
  }

  /** How many specifications of the flows shown have no value, by code. */
  private Map<String, Integer> withoutValue() {
    Map<String, Integer> codes = new TreeMap<>();
    for (int row = 0; row < conventions.size(); row++) {
      if (isEmpty(row) && flows.whole().contains(Flow.of(conventions, row))) {
        codes.merge(conventions.text(row, ESTIMATE_STATUS), 1, Integer::sum);
      }
    }
    return codes;
  }

  private static Text without(String code, int n) {
    Text meaning =
        EffectRatioReport.meaning(code).stream().findFirst().orElse(Text.same(code + "."));
    return Text.of(
        "另有 " + n + " 种口径没有数值。" + meaning.zh(),
        n + " more conventions have no value. " + meaning.en());
  }

  private Double number(int row, EffectConventionRow field) {
    return (Double) conventions.value(row, field);
  }
}
