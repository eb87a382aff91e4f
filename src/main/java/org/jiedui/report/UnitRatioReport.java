package org.jiedui.report;

import static org.jiedui.table.EffectRatioRow.AFTER;
import static org.jiedui.table.EffectRatioRow.BEFORE;
import static org.jiedui.table.EffectRatioRow.CI_HIGH;
import static org.jiedui.table.EffectRatioRow.CI_LOW;
import static org.jiedui.table.EffectRatioRow.CI_STATUS;
import static org.jiedui.table.EffectRatioRow.CLUSTERS;
import static org.jiedui.table.EffectRatioRow.CONVENTION;
import static org.jiedui.table.EffectRatioRow.INDICATOR;
import static org.jiedui.table.EffectRatioRow.LEVEL;
import static org.jiedui.table.EffectRatioRow.RATIO;
import static org.jiedui.table.EffectRatioRow.RATIO_STATUS;
import static org.jiedui.table.EffectRatioRow.UNIT_CODE;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/** Multiples of every unit there is, one line each: for a panel of the user's own. */
public final class UnitRatioReport {
  private UnitRatioReport() {}

  public static PaperTable of(Frame effects) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      rows.add(row(effects, i));
    }
    return new PaperTable(
        "unit-ratio",
        Text.of("后期总额为前期总额的倍数", "Later totals as multiples of earlier ones"),
        List.of(
            PaperTable.Column.of("level", "层级", "Level"),
            PaperTable.Column.of("unit_code", "单位", "Unit"),
            PaperTable.Column.of("indicator", "指标", "Indicator"),
            PaperTable.Column.of("convention", "口径", "Convention"),
            PaperTable.Column.of("before", "前期", "Before"),
            PaperTable.Column.of("after", "后期", "After"),
            PaperTable.Column.of("ratio", "倍数", "Multiple"),
            PaperTable.Column.of("interval", "区间", "Interval"),
            PaperTable.Column.of("clusters", "聚类数", "Clusters")),
        rows,
        List.of(Text.of("倍数只描述前后差异,不识别因果效应。", "A multiple describes and identifies no effect.")));
  }

  private static PaperTable.Row row(Frame effects, int i) {
    Integer clusters = (Integer) effects.value(i, CLUSTERS);
    return PaperTable.Row.of(
        List.of(
            Cell.words(effects.text(i, LEVEL)),
            Cell.words(effects.text(i, UNIT_CODE)),
            Cell.words(effects.text(i, INDICATOR)),
            Cell.words(effects.text(i, CONVENTION)),
            Cell.estimate(number(effects, i, BEFORE), 2, "NO_DATA"),
            Cell.estimate(number(effects, i, AFTER), 2, "NO_DATA"),
            Cell.estimate(number(effects, i, RATIO), 4, effects.text(i, RATIO_STATUS)),
            Cell.interval(
                number(effects, i, CI_LOW),
                number(effects, i, CI_HIGH),
                4,
                effects.text(i, CI_STATUS)),
            clusters == null ? Cell.words("") : new Cell.Count(clusters)));
  }

  private static Double number(Frame effects, int i, EffectRatioRow field) {
    return (Double) effects.value(i, field);
  }
}
