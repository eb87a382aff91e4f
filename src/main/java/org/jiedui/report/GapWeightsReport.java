package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.GapWeightRow;

/** The indicators of the index as papers print them: dimension, direction, goalposts, weight. */
public final class GapWeightsReport {
  private GapWeightsReport() {}

  public static PaperTable of(Frame weights) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < weights.size(); row++) {
      rows.add(PaperTable.Row.of(cells(weights, row)));
    }
    return new PaperTable(
        "gap-weights",
        Text.of("发展指数的指标与权重", "Indicators and weights of the development index"),
        List.of(
            PaperTable.Column.of("dimension", "准则层", "Dimension"),
            PaperTable.Column.of("indicator", "指标层", "Indicator"),
            PaperTable.Column.of("unit", "单位", "Unit"),
            PaperTable.Column.of("polarity", "属性", "Direction"),
            PaperTable.Column.of("goalpost_low", "下限", "Low").under("上下限", "Goalposts"),
            PaperTable.Column.of("goalpost_high", "上限", "High").under("上下限", "Goalposts"),
            PaperTable.Column.of("goalpost_source", "来源", "Source").under("上下限", "Goalposts"),
            PaperTable.Column.of("weight", "权重", "Weight"),
            PaperTable.Column.of("weight_method", "赋权", "Weighting")),
        rows,
        List.of(
            Text.of(
                "属性:正向为越大越好,负向为越小越好。没有差异的指标权重为 0(CONSTANT)。",
                "Direction: benefit means more is better, cost less. An indicator that does not vary"
                    + " has weight 0 (CONSTANT).")));
  }

  private static List<Cell> cells(Frame frame, int row) {
    String status = frame.text(row, GapWeightRow.STATUS);
    boolean benefit = "benefit".equals(frame.text(row, GapWeightRow.POLARITY));
    return List.of(
        Cell.words(frame.text(row, GapWeightRow.DIMENSION)),
        Cell.words(frame.text(row, GapWeightRow.LABEL_ZH), frame.text(row, GapWeightRow.LABEL_EN)),
        Cell.words(frame.text(row, GapWeightRow.UNIT_ZH), frame.text(row, GapWeightRow.UNIT_EN)),
        benefit ? Cell.words("正向", "benefit") : Cell.words("负向", "cost"),
        Cell.estimate((Double) frame.value(row, GapWeightRow.GOALPOST_LOW), 2, status),
        Cell.estimate((Double) frame.value(row, GapWeightRow.GOALPOST_HIGH), 2, status),
        Cell.words(frame.text(row, GapWeightRow.GOALPOST_SOURCE)),
        Cell.estimate((Double) frame.value(row, GapWeightRow.WEIGHT), 4, status),
        Cell.words(frame.text(row, GapWeightRow.WEIGHT_METHOD)));
  }
}
