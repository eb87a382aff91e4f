package org.jiedui.report;

import static org.jiedui.table.GapRankDrawRow.DROPPED;
import static org.jiedui.table.GapRankDrawRow.KIND;
import static org.jiedui.table.GapRankDrawRow.LARGEST_SHIFT;
import static org.jiedui.table.GapRankDrawRow.MEAN_SHIFT;
import static org.jiedui.table.GapRankDrawRow.REGIONS;
import static org.jiedui.table.GapRankDrawRow.SPEARMAN;
import static org.jiedui.table.GapRankDrawRow.STATUS;
import static org.jiedui.table.GapRankDrawRow.WITHOUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/** How far the ranks move when one indicator is left out of the index. */
public final class GapLeftOutReport {
  private GapLeftOutReport() {}

  /**
   * @param labels of the indicators, by id
   */
  public static PaperTable of(Frame draws, Map<String, Text> labels) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < draws.size(); row++) {
      if (draws.text(row, KIND).equals(WITHOUT)) {
        rows.add(row(draws, row, labels));
      }
    }
    return new PaperTable(
        "gap-left-out",
        Text.of("逐一剔除指标后的位次", "Ranks with one indicator left out"),
        List.of(
            PaperTable.Column.of("dropped", "剔除的指标", "Left out"),
            PaperTable.Column.of("regions", "地区数", "Regions"),
            PaperTable.Column.of("mean_shift", "平均", "Mean").under("位次变动", "Change of rank"),
            PaperTable.Column.of("largest_shift", "最大", "Largest").under("位次变动", "Change of rank"),
            PaperTable.Column.of("spearman", "秩相关", "Spearman's ρ")),
        rows,
        List.of(
            Text.of(
                "其余设定与公布的指数相同;变动为绝对值。",
                "Everything else is as in the published index; changes are absolute.")));
  }

  private static PaperTable.Row row(Frame draws, int row, Map<String, Text> labels) {
    String id = draws.text(row, DROPPED);
    return PaperTable.Row.of(
        List.of(
            new Cell.Words(labels.getOrDefault(id, Text.same(id))),
            new Cell.Count((Integer) draws.value(row, REGIONS)),
            number(draws, row, MEAN_SHIFT, 2),
            number(draws, row, LARGEST_SHIFT, 1),
            number(draws, row, SPEARMAN, 4)));
  }

  private static Cell number(Frame draws, int row, Field field, int decimals) {
    return Cell.estimate((Double) draws.value(row, field), decimals, draws.text(row, STATUS));
  }
}
