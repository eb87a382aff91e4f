package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.InequalityRow;

/** Inequality of regions before and after and the change, weighted by population. */
public final class InequalityReport {
  private static final Map<String, Text> MEASURES =
      Map.of(
          "gini", Text.of("基尼系数", "Gini"),
          "theil_t", Text.of("泰尔指数 T", "Theil T"),
          "theil_l", Text.of("泰尔指数 L", "Theil L"),
          "atkinson_05", Text.of("阿特金森(ε=0.5)", "Atkinson (ε = 0.5)"),
          "atkinson_1", Text.of("阿特金森(ε=1)", "Atkinson (ε = 1)"),
          "cv", Text.of("变异系数", "Coefficient of variation"),
          "var_log", Text.of("对数方差", "Variance of logs"));

  private InequalityReport() {}

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame inequality, Map<String, Text> labels) {
    String weighting = weighting(inequality);
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row : rows(inequality, weighting)) {
      String id = inequality.text(row, InequalityRow.INDICATOR);
      rows.add(new PaperTable.Row(labels.getOrDefault(id, Text.same(id)), cells(inequality, row)));
    }
    return new PaperTable(
        "inequality",
        weighting.equals("population")
            ? Text.of("地区差异(按人口加权)", "Inequality of regions (weighted by population)")
            : Text.of("地区差异(各地区等权)", "Inequality of regions (each counts once)"),
        columns(),
        rows,
        notes());
  }

  /** The Gini coefficients alone, a line for each indicator, with its absolute β-convergence. */
  public static PaperTable brief(Frame inequality, Frame convergence, Map<String, Text> labels) {
    String weighting = weighting(inequality);
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row : rows(inequality, weighting)) {
      if (inequality.text(row, InequalityRow.MEASURE).equals("gini")) {
        String id = inequality.text(row, InequalityRow.INDICATOR);
        List<Cell> cells = new ArrayList<>(cells(inequality, row));
        cells.set(0, new Cell.Words(labels.getOrDefault(id, Text.same(id))));
        cells.addAll(5, ConvergenceReport.absolute(convergence, id));
        rows.add(PaperTable.Row.of(cells));
      }
    }
    List<PaperTable.Column> columns = new ArrayList<>(columns());
    columns.set(0, PaperTable.Column.of("indicator", "指标", "Indicator"));
    columns.addAll(5, ConvergenceReport.absoluteColumns());
    return new PaperTable(
        "inequality-brief",
        weighting.equals("population")
            ? Text.of("地区差异:基尼系数(按人口加权)", "Inequality of regions: Gini (weighted by population)")
            : Text.of("地区差异:基尼系数(各地区等权)", "Inequality of regions: Gini (each counts once)"),
        columns,
        rows,
        List.of(
            notes().get(0),
            Text.of(
                "β < 0:起点低的地区增长较快。其他测度、分解与收敛:jiedui inequality。",
                "β < 0: regions that start lower grow faster. Other measures, parts and convergence:"
                    + " `jiedui inequality`.")));
  }

  private static String weighting(Frame inequality) {
    return IntStream.range(0, inequality.size())
        .mapToObj(row -> inequality.text(row, InequalityRow.WEIGHTING))
        .filter("population"::equals)
        .findFirst()
        .orElse("none");
  }

  /** The row of the change of every measure; the other periods are looked up from it. */
  private static int[] rows(Frame frame, String weighting) {
    return IntStream.range(0, frame.size())
        .filter(row -> frame.text(row, InequalityRow.WEIGHTING).equals(weighting))
        .filter(row -> frame.text(row, InequalityRow.PERIOD).equals(InequalityRow.CHANGE))
        .toArray();
  }

  private static List<PaperTable.Column> columns() {
    return List.of(
        PaperTable.Column.of("measure", "测度", "Measure"),
        PaperTable.Column.of("before", "前期", "Before"),
        PaperTable.Column.of("after", "后期", "After"),
        PaperTable.Column.of("change", "差", "Difference").under("后期减前期", "After less before"),
        PaperTable.Column.of("interval", "区间", "Interval").under("后期减前期", "After less before"),
        PaperTable.Column.of("regions", "地区数", "Regions"),
        PaperTable.Column.of("clusters", "省数", "Provinces"));
  }

  private static List<Cell> cells(Frame frame, int row) {
    String measure = frame.text(row, InequalityRow.MEASURE);
    return List.of(
        new Cell.Words(MEASURES.getOrDefault(measure, Text.same(measure))),
        value(frame, peer(frame, row, InequalityRow.BEFORE)),
        value(frame, peer(frame, row, InequalityRow.AFTER)),
        value(frame, row),
        Cell.interval(
            (Double) frame.value(row, InequalityRow.CI_LOW),
            (Double) frame.value(row, InequalityRow.CI_HIGH),
            4,
            frame.text(row, InequalityRow.CI_STATUS)),
        new Cell.Count((Integer) frame.value(row, InequalityRow.UNITS)),
        new Cell.Count((Integer) frame.value(row, InequalityRow.CLUSTERS)));
  }

  private static int peer(Frame frame, int change, String period) {
    return IntStream.range(0, frame.size())
        .filter(row -> frame.text(row, InequalityRow.PERIOD).equals(period))
        .filter(
            row ->
                List.of(InequalityRow.INDICATOR, InequalityRow.WEIGHTING, InequalityRow.MEASURE)
                    .stream()
                    .allMatch(f -> frame.text(row, f).equals(frame.text(change, f))))
        .findFirst()
        .orElseThrow();
  }

  private static Cell value(Frame frame, int row) {
    return Cell.estimate(
        (Double) frame.value(row, InequalityRow.VALUE),
        4,
        frame.text(row, InequalityRow.VALUE_STATUS));
  }

  private static List<Text> notes() {
    return List.of(
        Text.of(
            "前期、后期为各年测度的平均。区间:逐省剔除的刀切法(同一省从所有年份一并剔除),t 分布,自由度为省数减 1。",
            "Before and after: mean of the yearly measures. Interval: jackknife leaving one province"
                + " out of all years at once, t with provinces − 1 degrees of freedom."),
        Text.of(
            "区间反映省际变异,以超总体假设为前提,并非抽样误差。差异的变化只作描述,不说明原因。",
            "An interval describes variation between provinces under a superpopulation reading, not"
                + " sampling error. A change describes; it names no cause."));
  }
}
