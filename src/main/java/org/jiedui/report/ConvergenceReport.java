package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ConvergenceRow;
import org.jiedui.table.Frame;

/** Convergence of regions: trend of their spread, growth of the poorer, equality of transitions. */
public final class ConvergenceReport {
  private static final Map<String, Text> KINDS =
      Map.of(
          "sigma_trend", Text.of("σ 趋势(对数标准差,每年)", "σ trend (SD of logs, a year)"),
          "beta_absolute", Text.of("β(绝对)", "β (absolute)"),
          "beta_conditional", Text.of("β(给定地带)", "β (given the zone)"),
          "markov_equality", Text.of("前后期转移相等(LR)", "Equal transitions, before and after (LR)"));

  private ConvergenceReport() {}

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame convergence, Map<String, Text> labels) {
    List<PaperTable.Row> rows = new ArrayList<>();
    IntStream.range(0, convergence.size())
        .filter(row -> KINDS.containsKey(convergence.text(row, ConvergenceRow.KIND)))
        .forEach(row -> rows.add(row(convergence, row, labels)));
    return new PaperTable(
        "convergence",
        Text.of("地区收敛", "Convergence of regions"),
        List.of(
            PaperTable.Column.of("kind", "检验", "Test"),
            PaperTable.Column.of("period", "时期", "Period"),
            PaperTable.Column.of("estimate", "估计值", "Estimate"),
            PaperTable.Column.of("std_error", "标准误", "Std. error"),
            PaperTable.Column.of("p_value", "p", "p"),
            PaperTable.Column.of("speed", "收敛速度", "Speed").unit("%/年", "% a year"),
            PaperTable.Column.of("half_life", "半衰期", "Half-life").unit("年", "years"),
            PaperTable.Column.of("units", "地区数", "Regions")),
        rows,
        List.of(
            Text.of(
                "β < 0:起点低的地区增长较快;速度 = −ln(1 + bT)/T,半衰期 = ln 2/速度;标准误为经典最小二乘。收敛描述过程,不说明原因。",
                "β < 0: regions that start lower grow faster; speed −ln(1 + bT)/T, half-life ln 2 /"
                    + " speed; classical standard errors. Convergence describes; it names no"
                    + " cause.")));
  }

  static List<PaperTable.Column> absoluteColumns() {
    return List.of(
        PaperTable.Column.of("period", "时期", "Period").under("绝对 β 收敛", "Absolute β-convergence"),
        PaperTable.Column.of("beta", "β", "β").under("绝对 β 收敛", "Absolute β-convergence"),
        PaperTable.Column.of("p_value", "p", "p").under("绝对 β 收敛", "Absolute β-convergence"));
  }

  /** Cells of {@link #absoluteColumns} for the longest period of an indicator. */
  static List<Cell> absolute(Frame convergence, String indicator) {
    OptionalInt longest =
        IntStream.range(0, convergence.size())
            .filter(row -> convergence.text(row, ConvergenceRow.INDICATOR).equals(indicator))
            .filter(row -> convergence.text(row, ConvergenceRow.KIND).equals("beta_absolute"))
            .reduce((a, b) -> years(convergence, b) > years(convergence, a) ? b : a);
    if (longest.isEmpty()) {
      return List.of(Cell.words(""), Cell.words(""), Cell.words(""));
    }
    int row = longest.getAsInt();
    String status = convergence.text(row, ConvergenceRow.STATUS);
    return List.of(
        Cell.words(convergence.text(row, ConvergenceRow.PERIOD).replace('-', '–')),
        number(convergence, row, ConvergenceRow.ESTIMATE, 4, status),
        blankOr(convergence, row, ConvergenceRow.P_VALUE, 3));
  }

  private static int years(Frame convergence, int row) {
    String[] ends = convergence.text(row, ConvergenceRow.PERIOD).split("-");
    return Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]);
  }

  private static PaperTable.Row row(Frame frame, int row, Map<String, Text> labels) {
    String id = frame.text(row, ConvergenceRow.INDICATOR);
    String status = frame.text(row, ConvergenceRow.STATUS);
    String speed = frame.text(row, ConvergenceRow.SPEED_STATUS);
    boolean beta = !speed.isEmpty();
    Double pace = (Double) frame.value(row, ConvergenceRow.SPEED);
    return new PaperTable.Row(
        labels.getOrDefault(id, Text.same(id)),
        List.of(
            new Cell.Words(KINDS.get(frame.text(row, ConvergenceRow.KIND))),
            Cell.words(frame.text(row, ConvergenceRow.PERIOD).replace('-', '–')),
            number(frame, row, ConvergenceRow.ESTIMATE, 4, status),
            blankOr(frame, row, ConvergenceRow.STD_ERROR, 4),
            blankOr(frame, row, ConvergenceRow.P_VALUE, 3),
            beta
                ? Cell.estimate(pace == null ? null : (Double) (100 * pace), 2, speed)
                : Cell.words(""),
            beta ? number(frame, row, ConvergenceRow.HALF_LIFE, 1, speed) : Cell.words(""),
            new Cell.Count((Integer) frame.value(row, ConvergenceRow.UNITS))));
  }

  private static Cell number(
      Frame frame, int row, ConvergenceRow field, int decimals, String code) {
    return Cell.estimate((Double) frame.value(row, field), decimals, code);
  }

  private static Cell blankOr(Frame frame, int row, ConvergenceRow field, int decimals) {
    return frame.value(row, field) == null
        ? Cell.words("")
        : number(frame, row, field, decimals, null);
  }
}
