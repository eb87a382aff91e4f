package org.jiedui.report;

import static org.jiedui.table.EffectTrendRow.CI_HIGH;
import static org.jiedui.table.EffectTrendRow.CI_LOW;
import static org.jiedui.table.EffectTrendRow.CI_STATUS;
import static org.jiedui.table.EffectTrendRow.CLUSTERS;
import static org.jiedui.table.EffectTrendRow.COEFFICIENT;
import static org.jiedui.table.EffectTrendRow.ESTIMATE;
import static org.jiedui.table.EffectTrendRow.ESTIMATE_STATUS;
import static org.jiedui.table.EffectTrendRow.FLAGS;
import static org.jiedui.table.EffectTrendRow.PRICES;
import static org.jiedui.table.EffectTrendRow.P_VALUE;
import static org.jiedui.table.EffectTrendRow.SHAPE;
import static org.jiedui.table.EffectTrendRow.STD_ERROR;
import static org.jiedui.table.EffectTrendRow.STD_ERROR_CV3;
import static org.jiedui.table.EffectTrendRow.TERM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/**
 * Models side by side: a level, a trend, a change of slope, in current and constant prices;
 * coefficients over their standard errors, then the multiple.
 */
public final class EffectTrendReport {
  private static final int DECIMALS = 3;
  private static final String BELOW_ASSIGNMENT = "CLUSTER_BELOW_ASSIGNMENT";
  private static final Map<String, Text> TERMS =
      Map.of(
          "post", Text.of("后期", "Later window"),
          "trend", Text.of("趋势(每年)", "Trend (a year)"),
          "post:trend", Text.of("后期斜率变化(每年)", "Change of slope (a year)"));
  private static final List<String> ORDER = List.of("post", "trend", "post:trend");

  /** One column: what the model holds besides the effects of units. */
  private record Model(String prices, String shape, String zh, String en) {
    String id() {
      return prices + "_" + shape;
    }

    boolean has(String term) {
      return term.equals("post")
          || term.equals("trend") && !shape.equals("level")
          || term.equals("post:trend") && shape.equals("slope_change");
    }
  }

  private static final List<Model> MODELS =
      List.of(
          new Model("nominal", "level", "水平", "Level"),
          new Model("nominal", "trend", "加趋势", "With trend"),
          new Model("nominal", "slope_change", "加斜率变化", "With slope change"),
          new Model("real", "level", "水平", "Level"),
          new Model("real", "trend", "加趋势", "With trend"),
          new Model("real", "slope_change", "加斜率变化", "With slope change"));

  private final Frame trends;
  private final Flows flows;
  private final Map<Flow, Map<String, Integer>> rows;

  private EffectTrendReport(Frame trends, Map<String, Text> labels) {
    this.trends = trends;
    this.flows = new Flows(trends, labels);
    this.rows = flows.by(this::key, flows.nation());
  }

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame trends, Map<String, Text> labels) {
    return new EffectTrendReport(trends, labels).table();
  }

  private String key(int row) {
    return trends.text(row, PRICES) + "_" + trends.text(row, SHAPE) + " " + trends.text(row, TERM);
  }

  private PaperTable table() {
    List<PaperTable.Row> printed = new ArrayList<>();
    flows.whole().forEach(flow -> panel(flow, printed));
    return new PaperTable(
        "effect-trend",
        Text.of("分段泊松回归(全国)", "Segmented Poisson regressions (nation)"),
        columns(),
        printed,
        List.of(
            Text.of(
                "被解释变量为各单元各年的投入;各列均含单元固定效应。系数下括号内为聚类标准误(结对,CR1);CV3 为聚类刀切标准误。倍数 = e^后期系数:第一个后期年相对于所设走势的倍数。",
                "Dependent variable: the flow of a unit and year; all columns hold unit effects."
                    + " Below coefficients: standard errors clustered by pair (CR1) in parentheses;"
                    + " CV3: by cluster jackknife. Multiple = e^coefficient of the later window: the first later year against"
                    + " the course that the model lets go on."),
            Text.of(
                "2016 年的变化同时及于所有结对单元:趋势之外的变化仍不等于政策效应。",
                "2016 reached every pair at once: a change beside a trend is still no effect of the"
                    + " policy.")));
  }

  private static List<PaperTable.Column> columns() {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("term", "项", "Term"));
    for (Model model : MODELS) {
      Text prices =
          model.prices.equals("real")
              ? Text.of("不变价", "Constant prices")
              : Text.of("当年价", "Current prices");
      columns.add(
          PaperTable.Column.of(model.id(), model.zh, model.en).under(prices.zh(), prices.en()));
    }
    return columns;
  }

  private void panel(Flow flow, List<PaperTable.Row> printed) {
    Text name = flows.name(flow);
    for (String term : ORDER) {
      Text words = TERMS.get(term);
      printed.add(line(name, words, m -> m.has(term) ? coefficient(row(flow, m, term)) : blank()));
      printed.add(
          line(name, Text.NONE, m -> m.has(term) ? standardError(row(flow, m, term)) : blank()));
    }
    printed.add(line(name, Text.of("倍数", "Multiple"), m -> multiple(row(flow, m, "post"))));
    printed.add(line(name, Text.of("区间", "Interval"), m -> interval(row(flow, m, "post"))));
    printed.add(
        line(
            name,
            Text.of("后期的 CV3 标准误", "CV3 error, later window"),
            m -> number(row(flow, m, "post"), STD_ERROR_CV3, CI_STATUS)));
    printed.add(line(name, Text.of("聚类数", "Clusters"), m -> clusters(row(flow, m, "post"))));
  }

  private static PaperTable.Row line(Text panel, Text term, Function<Model, Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(term)));
    MODELS.forEach(model -> cells.add(cell.apply(model)));
    return new PaperTable.Row(panel, cells);
  }

  private Integer row(Flow flow, Model model, String term) {
    return rows.get(flow).get(model.id() + " " + term);
  }

  private Cell coefficient(Integer row) {
    Cell cell = number(row, COEFFICIENT, ESTIMATE_STATUS);
    Double p = row == null ? null : (Double) trends.value(row, P_VALUE);
    boolean honest = p != null && !trends.text(row, FLAGS).contains(BELOW_ASSIGNMENT);
    return honest ? cell.starred(p < .01 ? 3 : p < .05 ? 2 : p < .1 ? 1 : 0) : cell;
  }

  private Cell standardError(Integer row) {
    Double value = row == null ? null : (Double) trends.value(row, STD_ERROR);
    return value == null ? blank() : new Cell.StandardError(value, DECIMALS);
  }

  private Cell multiple(Integer row) {
    return row == null
        ? blank()
        : Cell.estimate((Double) trends.value(row, ESTIMATE), 2, trends.text(row, ESTIMATE_STATUS));
  }

  private Cell interval(Integer row) {
    return row == null
        ? blank()
        : Cell.interval(
            (Double) trends.value(row, CI_LOW),
            (Double) trends.value(row, CI_HIGH),
            2,
            trends.text(row, CI_STATUS));
  }

  private Cell clusters(Integer row) {
    Integer clusters = row == null ? null : (Integer) trends.value(row, CLUSTERS);
    return clusters == null ? blank() : new Cell.Count(clusters);
  }

  private Cell number(Integer row, Field field, Field status) {
    return row == null
        ? blank()
        : Cell.estimate((Double) trends.value(row, field), DECIMALS, trends.text(row, status));
  }

  private static Cell blank() {
    return Cell.words("");
  }
}
