package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EstimateRow;
import org.jiedui.table.Frame;

/** Estimated terms with their inference, in the order of the model. */
public final class EstimateReport {
  private static final int DECIMALS = 4;

  private EstimateReport() {}

  public static PaperTable of(Frame estimates, List<Text> notes) {
    List<PaperTable.Row> rows = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>();
    for (int i = 0; i < estimates.size(); i++) {
      rows.add(row(estimates, i));
      codes.add(estimates.text(i, EstimateRow.STATUS));
      codes.addAll(List.of(estimates.text(i, EstimateRow.FLAGS).split(";")));
    }
    List<Text> all = new ArrayList<>(notes);
    codes.forEach(code -> all.addAll(EffectRatioReport.meaning(code)));
    return new PaperTable(
        "estimate",
        Text.of("估计结果", "Estimates"),
        List.of(
            PaperTable.Column.of("term", "项", "Term"),
            PaperTable.Column.of("estimate", "估计值", "Estimate"),
            PaperTable.Column.of("std_error", "标准误", "Std. error"),
            PaperTable.Column.of("statistic", "统计量", "Statistic"),
            PaperTable.Column.of("p_value", "p 值", "p value"),
            PaperTable.Column.of("ci", "区间", "Interval"),
            PaperTable.Column.of("n", "N", "N"),
            PaperTable.Column.of("clusters", "聚类数", "Clusters"),
            PaperTable.Column.of("method", "方法", "Method"),
            PaperTable.Column.of("status", "状态", "Status"),
            PaperTable.Column.of("flags", "标记", "Flags")),
        rows,
        all);
  }

  private static PaperTable.Row row(Frame estimates, int i) {
    String status = estimates.text(i, EstimateRow.STATUS);
    return PaperTable.Row.of(
        List.of(
            Cell.words(estimates.text(i, EstimateRow.TERM)),
            number(estimates, i, EstimateRow.ESTIMATE, status),
            number(estimates, i, EstimateRow.STD_ERROR, status),
            number(estimates, i, EstimateRow.STATISTIC, status),
            p(estimates, i, status),
            Cell.interval(
                (Double) estimates.value(i, EstimateRow.CI_LOW),
                (Double) estimates.value(i, EstimateRow.CI_HIGH),
                DECIMALS,
                code(status)),
            count(estimates, i, EstimateRow.N),
            count(estimates, i, EstimateRow.CLUSTERS),
            Cell.words(estimates.text(i, EstimateRow.METHOD)),
            Cell.words(status),
            Cell.words(estimates.text(i, EstimateRow.FLAGS))));
  }

  /** A method that has no such number leaves its place without a code. */
  private static String code(String status) {
    return status.equals("OK") ? null : status;
  }

  private static Cell number(Frame estimates, int i, EstimateRow field, String status) {
    return Cell.estimate((Double) estimates.value(i, field), DECIMALS, code(status));
  }

  /** A share that the decimals would show as 0 is told from 0. */
  private static Cell p(Frame estimates, int i, String status) {
    Double value = (Double) estimates.value(i, EstimateRow.P_VALUE);
    return value != null && value < 0.00005
        ? Cell.words("<0.0001")
        : number(estimates, i, EstimateRow.P_VALUE, status);
  }

  private static Cell count(Frame estimates, int i, EstimateRow field) {
    Integer value = (Integer) estimates.value(i, field);
    return value == null ? Cell.words("") : new Cell.Count(value);
  }
}
