package org.jiedui.report;

import static org.jiedui.table.EffectPlaceboRow.ADJUSTMENT;
import static org.jiedui.table.EffectPlaceboRow.CUTS;
import static org.jiedui.table.EffectPlaceboRow.CUT_YEAR;
import static org.jiedui.table.EffectPlaceboRow.ESTIMATE;
import static org.jiedui.table.EffectPlaceboRow.ESTIMATE_STATUS;
import static org.jiedui.table.EffectPlaceboRow.KIND;
import static org.jiedui.table.EffectPlaceboRow.P_STATUS;
import static org.jiedui.table.EffectPlaceboRow.P_VALUE;
import static org.jiedui.table.EffectPlaceboRow.RANK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** The annual multiple at every cut-off year, and how unusual the actual year is among them. */
public final class EffectPlaceboReport {
  private static final List<String> ADJUSTMENTS = List.of("naive", "trend");
  private static final Text PLACEBO = Text.of("安慰剂分割年", "Placebo years");
  private static final Text ACTUAL = Text.of("实际分割年", "Actual year");

  private final Frame placebos;
  private final Flows flows;
  private final Map<Flow, Map<String, Integer>> rows;

  private EffectPlaceboReport(Frame placebos, Map<String, Text> labels) {
    this.placebos = placebos;
    this.flows = new Flows(placebos, labels);
    this.rows = flows.by(this::key, row -> true);
  }

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame placebos, Map<String, Text> labels) {
    return new EffectPlaceboReport(placebos, labels).table();
  }

  private String key(int row) {
    return key(placebos.text(row, ADJUSTMENT), (Integer) placebos.value(row, CUT_YEAR));
  }

  private static String key(String adjustment, int year) {
    return adjustment + year;
  }

  private PaperTable table() {
    List<PaperTable.Row> printed = new ArrayList<>();
    years("placebo").forEach(year -> printed.add(line(PLACEBO, year)));
    for (int year : years("actual")) {
      printed.add(line(ACTUAL, year));
      printed.add(told(Text.of("位次", "Rank"), year, this::rank));
      printed.add(told(Text.of("分割年数", "Years compared"), year, this::compared));
      printed.add(told(Text.of("同样异常的比例", "Share as unusual"), year, this::share));
    }
    return new PaperTable(
        "effect-placebo",
        Text.of("各分割年的年均倍数", "The annual multiple at every cut-off year"),
        columns(),
        printed,
        List.of(
            Text.of(
                "安慰剂分割年取自前期之内,两侧各至少 5 年。位次按对数倍数的绝对值由大到小;比例 = (1 + 不小于实际者的个数)/(1 + 安慰剂年数)。它说明实际年份有多不寻常,不是抽样检验。",
                "Placebo years lie inside the earlier window with at least 5 years on either side."
                    + " Ranks go by the size of the log multiple; share = (1 + number not smaller"
                    + " than the actual one) / (1 + placebo years). It says how unusual the actual"
                    + " year is and is no sampling test.")));
  }

  private TreeSet<Integer> years(String kind) {
    TreeSet<Integer> years = new TreeSet<>();
    for (int row = 0; row < placebos.size(); row++) {
      if (placebos.text(row, KIND).equals(kind)) {
        years.add((Integer) placebos.value(row, CUT_YEAR));
      }
    }
    return years;
  }

  private List<PaperTable.Column> columns() {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("cut_year", "分割年", "Cut-off year"));
    for (Flow flow : flows.whole()) {
      Text name = flows.name(flow);
      columns.add(
          PaperTable.Column.of(flow.indicator() + "_naive", "年均", "Annual")
              .under(name.zh(), name.en()));
      columns.add(
          PaperTable.Column.of(flow.indicator() + "_trend", "扣除趋势", "Beside a trend")
              .under(name.zh(), name.en()));
    }
    return columns;
  }

  private PaperTable.Row line(Text panel, int year) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Year(year)));
    each(year, row -> cells.add(estimate(row)));
    return new PaperTable.Row(panel, cells);
  }

  private PaperTable.Row told(Text what, int year, IntFunction<Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Words(what)));
    each(year, row -> cells.add(cell.apply(row)));
    return new PaperTable.Row(ACTUAL, cells);
  }

  private void each(int year, IntConsumer told) {
    for (Flow flow : flows.whole()) {
      for (String adjustment : ADJUSTMENTS) {
        told.accept(rows.get(flow).getOrDefault(key(adjustment, year), -1));
      }
    }
  }

  private Cell estimate(int row) {
    return row < 0
        ? Cell.words("")
        : Cell.estimate(
            (Double) placebos.value(row, ESTIMATE), 2, placebos.text(row, ESTIMATE_STATUS));
  }

  private Cell rank(int row) {
    return count(row, RANK, 0);
  }

  private Cell compared(int row) {
    return count(row, CUTS, 1);
  }

  private Cell count(int row, Field field, int more) {
    Integer value = row < 0 ? null : (Integer) placebos.value(row, field);
    return value == null ? new Cell.Absent(status(row)) : new Cell.Count(value + more);
  }

  private Cell share(int row) {
    return Cell.estimate(row < 0 ? null : (Double) placebos.value(row, P_VALUE), 3, status(row));
  }

  private String status(int row) {
    return row < 0 ? "NO_DATA" : placebos.text(row, P_STATUS);
  }
}
