package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.GapWeightRow;

/** The indicators of the index as papers print them: dimension, direction, goalposts, weight. */
public final class GapWeightsReport {
  private GapWeightsReport() {}

  /**
   * @param dimensions labels of the dimensions, by id
   */
  public static PaperTable of(Frame weights, Map<String, Text> dimensions) {
    return new PaperTable(
        "gap-weights",
        Text.of("发展指数的指标与权重", "Indicators and weights of the development index"),
        List.of(
            PaperTable.Column.of("target", "目标层", "Target").once(),
            PaperTable.Column.of("dimension", "准则层", "Dimension").once(),
            PaperTable.Column.of("indicator", "指标层", "Indicator"),
            PaperTable.Column.of("unit", "单位", "Unit"),
            PaperTable.Column.of("polarity", "属性", "Direction"),
            PaperTable.Column.of("weight", "权重", "Weight")),
        rows(weights, row -> cells(weights, row, dimensions)),
        List.of(
            Text.of(
                "属性:正向为越大越好,负向为越小越好。没有差异的指标权重为 0(CONSTANT)。",
                "Direction: benefit means more is better, cost less. An indicator that does not vary"
                    + " has weight 0 (CONSTANT).")));
  }

  /** Goalposts, and the weight beside what it really decides and what other methods would give. */
  public static PaperTable compared(Frame weights, Map<String, Text> dimensions) {
    return new PaperTable(
        "gap-weights-compared",
        Text.of("指标的上下限与各种权重", "Goalposts of the indicators and weights of several methods"),
        List.of(
            PaperTable.Column.of("dimension", "准则层", "Dimension").once(),
            PaperTable.Column.of("dimension_weight", "准则层权重", "Its weight"),
            PaperTable.Column.of("indicator", "指标层", "Indicator"),
            PaperTable.Column.of("goalpost_low", "下限", "Low").under("上下限", "Goalposts"),
            PaperTable.Column.of("goalpost_high", "上限", "High").under("上下限", "Goalposts"),
            PaperTable.Column.of("goalpost_source", "来源", "Source").under("上下限", "Goalposts"),
            PaperTable.Column.of("weight", "权重", "Weight"),
            PaperTable.Column.of("weight_method", "赋权", "Weighting"),
            PaperTable.Column.of("effective_weight", "有效权重", "Effective"),
            compared("entropy_weight", "熵权", "Entropy"),
            compared("critic_weight", "CRITIC", "CRITIC"),
            compared("pca_weight", "主成分", "PCA"),
            compared("pca_loading", "载荷", "Loading")),
        rows(weights, row -> comparedCells(weights, row, dimensions)),
        List.of(
            Text.of(
                "有效权重为指标与指数相关系数平方的占比。对照权重由同一批完整记录算出,只供比较;主成分权重可为负。",
                "Effective: squared correlation of the indicator with the index, as a share. The"
                    + " weights of other methods are from the same complete rows and for comparison"
                    + " only; those of a principal component may be negative.")));
  }

  /** Dimension by dimension, as they follow one another in the table. */
  private static List<PaperTable.Row> rows(Frame weights, IntFunction<List<Cell>> cells) {
    return IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.comparing(row -> weights.text(row, GapWeightRow.DIMENSION)))
        .map(row -> PaperTable.Row.of(cells.apply(row)))
        .toList();
  }

  private static PaperTable.Column compared(String id, String zh, String en) {
    return PaperTable.Column.of(id, zh, en).under("对照权重", "For comparison");
  }

  /** What the screening of the indicators found, and what was done about outliers. */
  public static PaperTable screening(Frame weights) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < weights.size(); row++) {
      rows.add(PaperTable.Row.of(screened(weights, row)));
    }
    return new PaperTable(
        "gap-screening",
        Text.of("指标筛查", "Screening of the indicators"),
        List.of(
            PaperTable.Column.of("indicator", "指标层", "Indicator"),
            PaperTable.Column.of("missing_share", "缺失率", "Missing"),
            PaperTable.Column.of("skewness", "偏度", "Skewness"),
            PaperTable.Column.of("kurtosis", "峰度", "Kurtosis"),
            PaperTable.Column.of("treatment_indicated", "需处理", "Indicated"),
            PaperTable.Column.of("treatment", "处理", "Treatment"),
            PaperTable.Column.of("treated_values", "处理个数", "Treated"),
            PaperTable.Column.of("status", "状态", "Status")),
        rows,
        List.of(
            Text.of(
                "偏度绝对值大于 2 且峰度大于 3.5 时提示处理;是否处理由研究设定(gap.treat)决定。",
                "Treatment is indicated where skewness is beyond ±2 and kurtosis above 3.5; whether"
                    + " it is done, the study says (gap.treat).")));
  }

  private static List<Cell> screened(Frame frame, int row) {
    String status = frame.text(row, GapWeightRow.STATUS);
    String few = "OK".equals(status) ? "SMALL_N" : status;
    return List.of(
        label(frame, row),
        number(frame, row, GapWeightRow.MISSING_SHARE, 3, "NO_DATA"),
        number(frame, row, GapWeightRow.SKEWNESS, 2, few),
        number(frame, row, GapWeightRow.KURTOSIS, 2, few),
        frame.value(row, GapWeightRow.TREATMENT_INDICATED).equals(1)
            ? Cell.words("是", "yes")
            : Cell.words("否", "no"),
        Cell.words(frame.text(row, GapWeightRow.TREATMENT)),
        new Cell.Count((Integer) frame.value(row, GapWeightRow.TREATED_VALUES)),
        Cell.words(status));
  }

  private static Cell number(Frame frame, int row, GapWeightRow field, int decimals, String code) {
    return Cell.estimate((Double) frame.value(row, field), decimals, code);
  }

  private static List<Cell> cells(Frame frame, int row, Map<String, Text> dimensions) {
    boolean benefit = "benefit".equals(frame.text(row, GapWeightRow.POLARITY));
    return List.of(
        Cell.words("发展指数", "Development index"),
        dimension(frame, row, dimensions),
        label(frame, row),
        Cell.words(frame.text(row, GapWeightRow.UNIT_ZH), frame.text(row, GapWeightRow.UNIT_EN)),
        benefit ? Cell.words("正向", "benefit") : Cell.words("负向", "cost"),
        number(frame, row, GapWeightRow.WEIGHT, 4, frame.text(row, GapWeightRow.STATUS)));
  }

  private static List<Cell> comparedCells(Frame frame, int row, Map<String, Text> dimensions) {
    String status = frame.text(row, GapWeightRow.STATUS);
    String compared = frame.text(row, GapWeightRow.COMPARISON_STATUS);
    return List.of(
        dimension(frame, row, dimensions),
        number(frame, row, GapWeightRow.DIMENSION_WEIGHT, 4, status),
        label(frame, row),
        number(frame, row, GapWeightRow.GOALPOST_LOW, 2, status),
        number(frame, row, GapWeightRow.GOALPOST_HIGH, 2, status),
        Cell.words(frame.text(row, GapWeightRow.GOALPOST_SOURCE)),
        number(frame, row, GapWeightRow.WEIGHT, 4, status),
        Cell.words(frame.text(row, GapWeightRow.WEIGHT_METHOD)),
        number(frame, row, GapWeightRow.EFFECTIVE_WEIGHT, 4, compared),
        number(frame, row, GapWeightRow.ENTROPY_WEIGHT, 4, compared),
        number(frame, row, GapWeightRow.CRITIC_WEIGHT, 4, compared),
        number(frame, row, GapWeightRow.PCA_WEIGHT, 4, compared),
        number(frame, row, GapWeightRow.PCA_LOADING, 3, compared));
  }

  private static Cell dimension(Frame frame, int row, Map<String, Text> dimensions) {
    String id = frame.text(row, GapWeightRow.DIMENSION);
    return new Cell.Words(dimensions.getOrDefault(id, Text.same(id)));
  }

  private static Cell label(Frame frame, int row) {
    return Cell.words(
        frame.text(row, GapWeightRow.LABEL_ZH), frame.text(row, GapWeightRow.LABEL_EN));
  }
}
