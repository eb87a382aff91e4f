package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingMatchRow;

/** The pairing network of each era, what the next era keeps of it, and who is matched with whom. */
public final class PairingEraReport {
  private PairingEraReport() {}

  /** The shape of the network. */
  public static PaperTable of(Frame eras) {
    return new PaperTable(
        "pairing-era",
        Text.of("结对网络", "The pairing network"),
        List.of(
            PaperTable.Column.of("era", "时期起始年", "Era from"),
            PaperTable.Column.of("links", "结对数", "Links"),
            PaperTable.Column.of("donors", "支援省", "Donors"),
            PaperTable.Column.of("recipients", "受援省", "Recipients"),
            PaperTable.Column.of("in", "受援省平均支援省数", "Donors of a recipient"),
            PaperTable.Column.of("one_to_many", "一对多", "One to many"),
            PaperTable.Column.of("many_to_one", "多对一", "Many to one"),
            PaperTable.Column.of("whole", "整域性", "Whole region"),
            PaperTable.Column.of("effective", "按结对", "By links")
                .under("有效支援省数", "Effective donors"),
            PaperTable.Column.of("funds", "按资金", "By funds").under("有效支援省数", "Effective donors")),
        rows(eras, row -> shape(eras, row)),
        List.of(
            Text.of(
                "市、县结对归到所在省。一对多:支援两个及以上受援省的支援省占比;多对一:有两个及以上支援省的受援省占比;整域性:"
                    + "只有一个支援省的受援省占比。有效支援省数为各省份额平方和的倒数。",
                "Pairs of cities and counties are collapsed to provinces. One to many: share of"
                    + " donors with two or more recipients; many to one: share of recipients with"
                    + " two or more donors; whole region: share of recipients with a single donor."
                    + " Effective donors: 1 over the sum of squared shares.")));
  }

  private static List<Cell> shape(Frame eras, int row) {
    return List.of(
        new Cell.Year((Integer) eras.value(row, PairingEraRow.ERA)),
        count(eras, row, PairingEraRow.LINKS, PairingEraRow.STATUS),
        count(eras, row, PairingEraRow.DONORS, PairingEraRow.STATUS),
        count(eras, row, PairingEraRow.RECIPIENTS, PairingEraRow.STATUS),
        number(eras, row, PairingEraRow.MEAN_IN_DEGREE, PairingEraRow.STATUS),
        number(eras, row, PairingEraRow.ONE_TO_MANY, PairingEraRow.STATUS),
        number(eras, row, PairingEraRow.MANY_TO_ONE, PairingEraRow.STATUS),
        number(eras, row, PairingEraRow.WHOLE_REGION, PairingEraRow.STATUS),
        number(eras, row, PairingEraRow.EFFECTIVE_DONORS, PairingEraRow.STATUS),
        number(eras, row, PairingEraRow.EFFECTIVE_DONORS_FUNDS, PairingEraRow.FUNDS_STATUS));
  }

  /** What the next era of the same programme keeps. */
  public static PaperTable turnover(Frame eras) {
    return new PaperTable(
        "pairing-turnover",
        Text.of("结对关系的更替", "Turnover of links"),
        List.of(
            PaperTable.Column.of("era", "时期起始年", "Era from"),
            PaperTable.Column.of("next", "下一时期", "Next era"),
            PaperTable.Column.of("kept", "保留", "Kept"),
            PaperTable.Column.of("lost_rewired", "改配", "Rewired").under("解除", "Lost"),
            PaperTable.Column.of("exited", "退出", "Left").under("解除", "Lost"),
            PaperTable.Column.of("new_rewired", "改配", "Rewired").under("新增", "New"),
            PaperTable.Column.of("entered", "进入", "Entered").under("新增", "New"),
            PaperTable.Column.of("jaccard", "Jaccard", "Jaccard"),
            PaperTable.Column.of("beta_wn", "β_WN", "β_WN"),
            PaperTable.Column.of("beta_os", "其中改配", "of it rewiring"),
            PaperTable.Column.of("beta_st", "其中进出", "of it nodes")),
        rows(eras, row -> turnover(eras, row)),
        List.of(
            Text.of(
                "改配:两端在两个时期都有结对;退出、进入:一端只在一个时期有结对(Poisot 等,2012)。",
                "Rewired: both ends have links in both eras; left, entered: one end has links in"
                    + " one era only (Poisot et al. 2012).")));
  }

  private static List<Cell> turnover(Frame eras, int row) {
    Integer next = (Integer) eras.value(row, PairingEraRow.NEXT_ERA);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Year((Integer) eras.value(row, PairingEraRow.ERA)));
    cells.add(
        next == null
            ? new Cell.Absent(eras.text(row, PairingEraRow.TURNOVER_STATUS))
            : new Cell.Year(next));
    for (Field field :
        List.of(
            PairingEraRow.KEPT,
            PairingEraRow.LOST_REWIRED,
            PairingEraRow.EXITED,
            PairingEraRow.NEW_REWIRED,
            PairingEraRow.ENTERED)) {
      cells.add(count(eras, row, field, PairingEraRow.TURNOVER_STATUS));
    }
    for (Field field :
        List.of(
            PairingEraRow.JACCARD,
            PairingEraRow.BETA_WN,
            PairingEraRow.BETA_OS,
            PairingEraRow.BETA_ST)) {
      cells.add(number(eras, row, field, PairingEraRow.TURNOVER_STATUS));
    }
    return cells;
  }

  /**
   * Whether strong donors have weak recipients.
   *
   * @param labels of the indicators, by id
   */
  public static PaperTable match(Frame match, Map<String, Text> labels) {
    return new PaperTable(
        "pairing-match",
        Text.of("梯度适配:强支援方与弱受援方", "Matching of strong donors with weak recipients"),
        List.of(
            PaperTable.Column.of("era", "时期起始年", "Era from"),
            PaperTable.Column.of("year", "水平年份", "Year of levels"),
            PaperTable.Column.of("links", "可比结对数", "Links compared"),
            PaperTable.Column.of("tau", "τ_b", "τ_b"),
            PaperTable.Column.of("spearman", "Spearman ρ", "Spearman's ρ"),
            PaperTable.Column.of("p", "置换检验 p", "Permutation p"),
            PaperTable.Column.of("efficiency", "匹配效率", "Efficiency")),
        rows(match, row -> matched(match, row)),
        List.of(note(match, labels)));
  }

  private static List<Cell> matched(Frame match, int row) {
    Integer year = (Integer) match.value(row, PairingMatchRow.LEVEL_YEAR);
    return List.of(
        new Cell.Year((Integer) match.value(row, PairingMatchRow.ERA)),
        year == null
            ? new Cell.Absent(match.text(row, PairingMatchRow.STATUS))
            : new Cell.Year(year),
        count(match, row, PairingMatchRow.LINKS_USED, PairingMatchRow.STATUS),
        number(match, row, PairingMatchRow.TAU_B, PairingMatchRow.STATUS),
        number(match, row, PairingMatchRow.SPEARMAN, PairingMatchRow.STATUS),
        number(match, row, PairingMatchRow.P, PairingMatchRow.STATUS),
        number(match, row, PairingMatchRow.EFFICIENCY, PairingMatchRow.EFFICIENCY_STATUS));
  }

  private static Text note(Frame match, Map<String, Text> labels) {
    Text strength = label(match, PairingMatchRow.STRENGTH, labels);
    Text need = label(match, PairingMatchRow.NEED, labels);
    return Text.of(
        "支援方按"
            + strength.zh()
            + "由弱到强,受援方按"
            + need.zh()
            + "由高到低。大于 0:强配弱。p:受援方在原有位置上随机置换;效率:1 为最优配对,0 为随机配对的平均。",
        "Donors from weak to strong by "
            + strength.en()
            + ", recipients from high to low by "
            + need.en()
            + ". Above 0: the strong with the weak. p: recipients permuted over the same places;"
            + " efficiency: 1 for the best assignment, 0 for the mean of random ones.");
  }

  private static Text label(Frame match, Field field, Map<String, Text> labels) {
    String id = match.size() == 0 ? "" : match.text(0, field);
    return labels.getOrDefault(id, Text.same(id));
  }

  /** One panel a programme where there are several. */
  private static List<PaperTable.Row> rows(Frame frame, IntFunction<List<Cell>> cells) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < frame.size(); row++) {
      rows.add(
          new PaperTable.Row(
              Text.same(frame.text(row, PairingEraRow.PROGRAMME)), cells.apply(row)));
    }
    return rows;
  }

  private static Cell count(Frame frame, int row, Field field, Field status) {
    Integer count = (Integer) frame.value(row, field);
    return count == null ? new Cell.Absent(frame.text(row, status)) : new Cell.Count(count);
  }

  private static Cell number(Frame frame, int row, Field field, Field status) {
    return Cell.estimate((Double) frame.value(row, field), 3, frame.text(row, status));
  }
}
