package org.jiedui.report;

import static org.jiedui.table.EffectPlaceboUnitRow.ESTIMATE;
import static org.jiedui.table.EffectPlaceboUnitRow.ESTIMATE_STATUS;
import static org.jiedui.table.EffectPlaceboUnitRow.KIND;
import static org.jiedui.table.EffectPlaceboUnitRow.P_STATUS;
import static org.jiedui.table.EffectPlaceboUnitRow.P_VALUE;
import static org.jiedui.table.EffectPlaceboUnitRow.RANK;
import static org.jiedui.table.EffectPlaceboUnitRow.UNITS;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EffectPlaceboUnitRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** How unusual the multiple over that of the comparison group is among those of its recipients. */
public final class EffectPlaceboUnitReport {
  private final Frame placebos;
  private final Flows flows;
  private final Map<Flow, Map<Integer, Integer>> ofUnits;

  private EffectPlaceboUnitReport(Frame placebos, Map<String, Text> labels) {
    this.placebos = placebos;
    this.flows = new Flows(placebos, labels);
    this.ofUnits = flows.by(row -> row, row -> placebos.text(row, KIND).equals("placebo"));
  }

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame placebos, Map<String, Text> labels) {
    return new EffectPlaceboUnitReport(placebos, labels).table();
  }

  private PaperTable table() {
    List<PaperTable.Row> rows = new ArrayList<>();
    flows
        .by(row -> row, row -> placebos.text(row, KIND).equals("actual"))
        .forEach((flow, actual) -> actual.keySet().forEach(row -> rows.add(row(flow, row))));
    return new PaperTable(
        "effect-placebo-unit",
        Text.of("以对照单元为安慰剂", "Recipients of the comparison group as placebos"),
        List.of(
            PaperTable.Column.of("flow", "指标", "Indicator"),
            PaperTable.Column.of("estimate", "与对照组的倍数之比", "Over the comparison group"),
            PaperTable.Column.of("units", "个数", "Number").under("安慰剂单元", "Placebo units"),
            PaperTable.Column.of("lowest", "最小", "Lowest").under("安慰剂单元", "Placebo units"),
            PaperTable.Column.of("highest", "最大", "Highest").under("安慰剂单元", "Placebo units"),
            PaperTable.Column.of("rank", "位次", "Rank"),
            PaperTable.Column.of("p_value", "同样异常的比例", "Share as unusual")),
        rows,
        List.of(
            Text.of(
                "每个对照单元的倍数与其余对照单元的相比;位次按对数的绝对值由大到小。单个单元的波动大于合计,故位次偏保守。",
                "The multiple of each recipient of the comparison group is over that of the others;"
                    + " ranks go by the size of the logarithm. One recipient varies more than many"
                    + " added up, so that the rank is a cautious one.")));
  }

  private PaperTable.Row row(Flow flow, int row) {
    DoubleSummaryStatistics range = range(flow);
    String none = placebos.text(row, ESTIMATE_STATUS);
    boolean any = range.getCount() > 0;
    return PaperTable.Row.of(
        List.of(
            new Cell.Words(flows.name(flow)),
            Cell.estimate((Double) placebos.value(row, ESTIMATE), 2, none),
            count(row, UNITS),
            Cell.estimate(any ? range.getMin() : null, 2, none),
            Cell.estimate(any ? range.getMax() : null, 2, none),
            count(row, RANK),
            Cell.estimate((Double) placebos.value(row, P_VALUE), 3, status(row))));
  }

  private DoubleSummaryStatistics range(Flow flow) {
    return ofUnits.get(flow).keySet().stream()
        .map(row -> (Double) placebos.value(row, ESTIMATE))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .summaryStatistics();
  }

  private Cell count(int row, EffectPlaceboUnitRow field) {
    Integer value = (Integer) placebos.value(row, field);
    return value == null ? new Cell.Absent(status(row)) : new Cell.Count(value);
  }

  private String status(int row) {
    return placebos.text(row, P_STATUS);
  }
}
