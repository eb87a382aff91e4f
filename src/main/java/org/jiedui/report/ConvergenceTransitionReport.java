package org.jiedui.report;

import static org.jiedui.table.ConvergenceTransitionRow.FROM_CLASS;
import static org.jiedui.table.ConvergenceTransitionRow.INDICATOR;
import static org.jiedui.table.ConvergenceTransitionRow.MOVES;
import static org.jiedui.table.ConvergenceTransitionRow.PERIOD;
import static org.jiedui.table.ConvergenceTransitionRow.PROBABILITY;
import static org.jiedui.table.ConvergenceTransitionRow.STATUS;
import static org.jiedui.table.ConvergenceTransitionRow.STEADY_STATE;
import static org.jiedui.table.ConvergenceTransitionRow.STEADY_STATUS;
import static org.jiedui.table.ConvergenceTransitionRow.TO_CLASS;
import static org.jiedui.table.ConvergenceTransitionRow.UPPER_CUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;

/** How often regions move from class to class in a year: one panel an indicator and period. */
public final class ConvergenceTransitionReport {
  private static final List<String> PERIODS = List.of("before", "after", "all");
  private static final Map<String, Text> WORDS =
      Map.of(
          "before", Text.of("前期", "before"),
          "after", Text.of("后期", "after"),
          "all", Text.of("全部年份", "all years"));

  private ConvergenceTransitionReport() {}

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame moves, Map<String, Text> labels) {
    Map<String, TreeMap<Integer, TreeMap<Integer, Integer>>> panels = new TreeMap<>();
    int classes = 0;
    for (int row = 0; row < moves.size(); row++) {
      int to = (Integer) moves.value(row, TO_CLASS);
      classes = Math.max(classes, to);
      panels
          .computeIfAbsent(panel(moves, row), p -> new TreeMap<>())
          .computeIfAbsent((Integer) moves.value(row, FROM_CLASS), f -> new TreeMap<>())
          .put(to, row);
    }
    List<PaperTable.Row> rows = new ArrayList<>();
    panels
        .values()
        .forEach(from -> from.values().forEach(line -> rows.add(line(moves, line, labels))));
    return new PaperTable(
        "convergence-transition",
        Text.of("各类地区的转移概率", "Transition of regions between classes"),
        columns(classes),
        rows,
        List.of(
            Text.of(
                "类按全部年份相对水平(本地/当年均值)的分位划分,1 为最低;概率为一年后所在的类。稳态为照此转移的长期占比。",
                "Classes are quantiles of relative levels (own over the mean of the year) over all"
                    + " years, 1 the lowest; probabilities are of the class a year later. Steady"
                    + " state: the shares in the long run if these moves went on.")));
  }

  /** Sorts by indicator, then in the order of the periods. */
  private static String panel(Frame moves, int row) {
    return moves.text(row, INDICATOR) + " " + PERIODS.indexOf(moves.text(row, PERIOD));
  }

  private static List<PaperTable.Column> columns(int classes) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("from_class", "原类", "Class"));
    columns.add(PaperTable.Column.of("upper_cut", "类上界", "Upper cut"));
    columns.add(PaperTable.Column.of("moves", "转移数", "Moves"));
    for (int to = 1; to <= classes; to++) {
      columns.add(
          PaperTable.Column.of("to_" + to, Integer.toString(to), Integer.toString(to))
              .under("一年后的类", "Class a year later"));
    }
    columns.add(PaperTable.Column.of("steady_state", "稳态", "Steady state"));
    return columns;
  }

  private static PaperTable.Row line(
      Frame moves, TreeMap<Integer, Integer> to, Map<String, Text> labels) {
    int any = to.firstEntry().getValue();
    List<Cell> cells = new ArrayList<>();
    Double cut = (Double) moves.value(any, UPPER_CUT);
    cells.add(new Cell.Count((Integer) moves.value(any, FROM_CLASS)));
    cells.add(cut == null ? Cell.words("") : new Cell.Estimate(cut, 3));
    cells.add(new Cell.Count(to.values().stream().mapToLong(r -> count(moves, r)).sum()));
    to.values()
        .forEach(
            row ->
                cells.add(
                    Cell.estimate(
                        (Double) moves.value(row, PROBABILITY), 3, moves.text(row, STATUS))));
    cells.add(
        Cell.estimate((Double) moves.value(any, STEADY_STATE), 3, moves.text(any, STEADY_STATUS)));
    return new PaperTable.Row(heading(moves, any, labels), cells);
  }

  private static long count(Frame moves, int row) {
    Long count = (Long) moves.value(row, MOVES);
    return count == null ? 0 : count;
  }

  private static Text heading(Frame moves, int row, Map<String, Text> labels) {
    String id = moves.text(row, INDICATOR);
    Text label = labels.getOrDefault(id, Text.same(id));
    Text period = WORDS.get(moves.text(row, PERIOD));
    return Text.of(label.zh() + ":" + period.zh(), label.en() + ": " + period.en());
  }
}
