package org.jiedui.report;

import static org.jiedui.table.EffectEventRow.CI_HIGH;
import static org.jiedui.table.EffectEventRow.CI_LOW;
import static org.jiedui.table.EffectEventRow.CI_STATUS;
import static org.jiedui.table.EffectEventRow.CLUSTERS;
import static org.jiedui.table.EffectEventRow.ESTIMATE;
import static org.jiedui.table.EffectEventRow.ESTIMATE_STATUS;
import static org.jiedui.table.EffectEventRow.KIND;
import static org.jiedui.table.EffectEventRow.PRE_F;
import static org.jiedui.table.EffectEventRow.PRE_P;
import static org.jiedui.table.EffectEventRow.PRE_P_WILD;
import static org.jiedui.table.EffectEventRow.PRE_STATUS;
import static org.jiedui.table.EffectEventRow.PRE_YEARS;
import static org.jiedui.table.EffectEventRow.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** Year by year: how the recipients that the change reached part from the comparison group. */
public final class EffectEventReport {
  private static final int DECIMALS = 2;
  private static final int P_DECIMALS = 4;
  private static final Map<String, Text> PANELS =
      Map.of(
          "before", Text.of("前期", "Before"),
          "reference", Text.of("参照年(定义为 1)", "Reference year (1 by definition)"),
          "after", Text.of("后期", "After"));
  private static final Text TEST = Text.of("前期趋势联合检验", "Joint pre-trend test");

  private final Frame events;
  private final Flows flows;
  private final Map<Flow, Map<Integer, Integer>> rows;

  private EffectEventReport(Frame events, Map<String, Text> labels) {
    this.events = events;
    this.flows = new Flows(events, labels);
    this.rows = flows.by(row -> (Integer) events.value(row, YEAR), row -> true);
  }

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame events, Map<String, Text> labels) {
    return new EffectEventReport(events, labels).table();
  }

  private PaperTable table() {
    List<PaperTable.Row> printed = new ArrayList<>();
    for (String kind : List.of("before", "reference", "after")) {
      years(kind).forEach(year -> printed.add(year(PANELS.get(kind), year)));
    }
    printed.add(test(Text.of("年数", "Years"), row -> count(row, PRE_YEARS)));
    printed.add(test(Text.of("F", "F"), row -> number(row, PRE_F, PRE_STATUS)));
    printed.add(test(Text.of("p 值", "p value"), this::p));
    printed.add(test(Text.of("p(wild)", "p (wild)"), this::wild));
    printed.add(test(Text.of("聚类数", "Clusters"), row -> count(row, CLUSTERS)));
    return new PaperTable(
        "effect-event",
        Text.of("逐年与对照组相比(事件研究)", "Year by year against the comparison group (event study)"),
        columns(),
        printed,
        notes());
  }

  private TreeSet<Integer> years(String kind) {
    TreeSet<Integer> years = new TreeSet<>();
    for (int row = 0; row < events.size(); row++) {
      if (events.text(row, KIND).equals(kind)) {
        years.add((Integer) events.value(row, YEAR));
      }
    }
    return years;
  }

  private List<PaperTable.Column> columns() {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("year", "年份", "Year"));
    for (Flow flow : flows.whole()) {
      Text name = flows.name(flow);
      columns.add(
          PaperTable.Column.of(flow.indicator() + "_estimate", "倍数", "Multiple")
              .under(name.zh(), name.en()));
      columns.add(
          PaperTable.Column.of(flow.indicator() + "_ci", "区间", "Interval")
              .under(name.zh(), name.en()));
    }
    return columns;
  }

  private PaperTable.Row year(Text panel, int year) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Year(year)));
    for (Flow flow : flows.whole()) {
      Integer row = rows.get(flow).get(year);
      cells.add(row == null ? Cell.words("") : number(row, ESTIMATE, ESTIMATE_STATUS));
      cells.add(row == null || isReference(row) ? Cell.words("") : interval(row));
    }
    return new PaperTable.Row(panel, cells);
  }

  private boolean isReference(int row) {
    return events.text(row, KIND).equals("reference");
  }

  /** One line of the test, which stands in the row of the reference year. */
  private PaperTable.Row test(Text what, IntFunction<Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(what)));
    for (Flow flow : flows.whole()) {
      int row =
          rows.get(flow).values().stream().filter(this::isReference).findFirst().orElseThrow();
      cells.add(cell.apply(row));
      cells.add(Cell.words(""));
    }
    return new PaperTable.Row(TEST, cells);
  }

  private Cell number(int row, Field field, Field status) {
    return Cell.estimate((Double) events.value(row, field), DECIMALS, events.text(row, status));
  }

  private Cell p(int row) {
    return Cell.estimate(
        (Double) events.value(row, PRE_P), P_DECIMALS, events.text(row, PRE_STATUS));
  }

  /** Nothing where clusters are many. */
  private Cell wild(int row) {
    Double p = (Double) events.value(row, PRE_P_WILD);
    return p == null ? Cell.words("") : new Cell.Estimate(p, P_DECIMALS);
  }

  private Cell count(int row, Field field) {
    Integer value = (Integer) events.value(row, field);
    return value == null ? new Cell.Absent(events.text(row, PRE_STATUS)) : new Cell.Count(value);
  }

  private Cell interval(int row) {
    return Cell.interval(
        (Double) events.value(row, CI_LOW),
        (Double) events.value(row, CI_HIGH),
        DECIMALS,
        events.text(row, CI_STATUS));
  }

  private List<Text> notes() {
    List<Text> notes = new ArrayList<>();
    notes.add(
        Text.of(
            "泊松回归(单元与年份效应,按结对聚类的 CR1):变化所及受援单元与对照组之比,除以参照年之比;价格在同一年对两者相同,相互抵消。联合检验取参照年之前至多五年;聚类不超过 30 个时 F 检验过于容易拒绝,以 wild 聚类自助法的 p 值为准。检验未拒绝不等于趋势平行。",
            "Poisson regression (effects of units and years, CR1 by pair): recipients that the change"
                + " reached over the comparison group, divided by the same in the reference year;"
                + " prices cancel within a year. The joint test takes up to five years before the"
                + " reference; up to 30 clusters F rejects too often and the p of the wild cluster"
                + " bootstrap decides. Not rejecting is no evidence of parallel trends."));
    TreeSet<String> codes = new TreeSet<>();
    for (int row = 0; row < events.size(); row++) {
      codes.add(events.text(row, ESTIMATE_STATUS));
      codes.add(events.text(row, CI_STATUS));
    }
    codes.forEach(code -> notes.addAll(EffectRatioReport.meaning(code)));
    return notes;
  }
}
