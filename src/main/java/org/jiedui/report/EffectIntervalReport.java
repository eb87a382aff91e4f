package org.jiedui.report;

import static org.jiedui.table.EffectIntervalRow.CI_HIGH;
import static org.jiedui.table.EffectIntervalRow.CI_LOW;
import static org.jiedui.table.EffectIntervalRow.CI_STATUS;
import static org.jiedui.table.EffectIntervalRow.CLUSTERS;
import static org.jiedui.table.EffectIntervalRow.METHOD;
import static org.jiedui.table.EffectIntervalRow.RATIO;
import static org.jiedui.table.EffectIntervalRow.REPLICATES;
import static org.jiedui.table.EffectIntervalRow.STD_ERROR_LOG;
import static org.jiedui.table.EffectIntervalRow.UNDEFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** The interval of each national multiple as every method gives it. */
public final class EffectIntervalReport {
  private static final List<String> METHODS =
      List.of("log_delta", "fieller", "jackknife", "percentile", "bca", "conditional");

  private final Frame intervals;

  private EffectIntervalReport(Frame intervals) {
    this.intervals = intervals;
  }

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame intervals, Map<String, Text> labels) {
    EffectIntervalReport report = new EffectIntervalReport(intervals);
    Flows flows = new Flows(intervals, labels);
    Map<Flow, Map<String, Integer>> rows =
        flows.by(row -> intervals.text(row, METHOD), flows.nation());
    List<PaperTable.Row> printed = new ArrayList<>();
    for (Flow flow : flows.whole()) {
      METHODS.stream()
          .filter(rows.get(flow)::containsKey)
          .forEach(m -> printed.add(report.line(flows.name(flow), rows.get(flow).get(m))));
    }
    return new PaperTable(
        "effect-interval",
        Text.of("倍数的区间:各种方法(全国)", "Intervals of the multiples by method (nation)"),
        List.of(
            PaperTable.Column.of("method", "方法", "Method"),
            PaperTable.Column.of("ratio", "倍数", "Multiple").unit("倍", "times"),
            PaperTable.Column.of("ci", "区间", "Interval"),
            PaperTable.Column.of("std_error_log", "对数标准误", "SE of log"),
            PaperTable.Column.of("clusters", "聚类数", "Clusters"),
            PaperTable.Column.of("replicates", "重抽样", "Replicates"),
            PaperTable.Column.of("undefined", "其中无定义", "of it undefined")),
        printed,
        List.of(
            Text.of(
                "除条件精确区间(只反映计数的泊松变异)外,各法均以结对为聚类单元,反映结对单元间差异,以超总体假设为前提,并非抽样误差。",
                "All but the conditional exact interval (Poisson variation of counts alone) are"
                    + " clustered by pair and describe variation between pairing units under a"
                    + " superpopulation reading, not sampling error.")));
  }

  private PaperTable.Row line(Text panel, int row) {
    Double error = (Double) intervals.value(row, STD_ERROR_LOG);
    return new PaperTable.Row(
        panel,
        List.of(
            new Cell.Words(EffectWords.of(intervals.text(row, METHOD))),
            Cell.estimate((Double) intervals.value(row, RATIO), 2, "NO_DATA"),
            Cell.interval(
                (Double) intervals.value(row, CI_LOW),
                (Double) intervals.value(row, CI_HIGH),
                2,
                intervals.text(row, CI_STATUS)),
            error == null ? Cell.words("") : new Cell.Estimate(error, 3),
            count(row, CLUSTERS),
            count(row, REPLICATES),
            count(row, UNDEFINED)));
  }

  private Cell count(int row, Field field) {
    Integer value = (Integer) intervals.value(row, field);
    return value == null ? Cell.words("") : new Cell.Count(value);
  }
}
