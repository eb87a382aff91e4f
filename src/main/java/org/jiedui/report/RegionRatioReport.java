package org.jiedui.report;

import static org.jiedui.table.EffectRatioRow.BEFORE;
import static org.jiedui.table.EffectRatioRow.BOUNDARY_RULE;
import static org.jiedui.table.EffectRatioRow.CI_HIGH;
import static org.jiedui.table.EffectRatioRow.CI_LOW;
import static org.jiedui.table.EffectRatioRow.CI_STATUS;
import static org.jiedui.table.EffectRatioRow.CONVENTION;
import static org.jiedui.table.EffectRatioRow.DIRECTION;
import static org.jiedui.table.EffectRatioRow.DONOR_CODE;
import static org.jiedui.table.EffectRatioRow.FORM;
import static org.jiedui.table.EffectRatioRow.INDICATOR;
import static org.jiedui.table.EffectRatioRow.LEVEL;
import static org.jiedui.table.EffectRatioRow.RATIO;
import static org.jiedui.table.EffectRatioRow.RATIO_STATUS;
import static org.jiedui.table.EffectRatioRow.STATUS;
import static org.jiedui.table.EffectRatioRow.UNIT_CODE;
import static org.jiedui.table.EffectRatioRow.UNIT_NAME;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/** Multiples of totals of provinces or of pairs, one panel an indicator and flow. */
public final class RegionRatioReport {
  private static final int DECIMALS = 2;

  private final Frame effects;
  private final Map<String, Text> labels;
  private final Map<String, String> donors = new TreeMap<>();

  private RegionRatioReport(Frame effects, Map<String, Text> labels) {
    this.effects = effects;
    this.labels = labels;
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, LEVEL).equals("donor_province")) {
        donors.put(effects.text(i, UNIT_CODE), effects.text(i, UNIT_NAME));
      }
    }
  }

  /** Donor and recipient provinces. */
  public static PaperTable provinces(Frame effects, Map<String, Text> labels) {
    return new RegionRatioReport(effects, labels)
        .table(
            "effect-ratio-province",
            Text.of("分省:后期总额为前期总额的倍数", "Provinces: later totals as multiples of earlier ones"),
            List.of("donor_province", "recipient_province"));
  }

  /** Pairs of a donor and a recipient province. */
  public static PaperTable pairs(Frame effects, Map<String, Text> labels) {
    return new RegionRatioReport(effects, labels)
        .table(
            "effect-ratio-pair",
            Text.of("结对:后期总额为前期总额的倍数", "Pairs: later totals as multiples of earlier ones"),
            List.of("pair"));
  }

  private PaperTable table(String id, Text caption, List<String> levels) {
    Map<Text, List<PaperTable.Row>> panels = new LinkedHashMap<>();
    for (int i : headline(levels)) {
      Text panel = panel(i, levels.size() > 1);
      panels.computeIfAbsent(panel, p -> new ArrayList<>()).add(row(i, panel));
    }
    return new PaperTable(
        id,
        caption,
        List.of(
            Column.of(
                "unit",
                levels.size() > 1 ? "省" : "支援省→受援省",
                levels.size() > 1 ? "Province" : "Donor to recipient"),
            Column.of("before", "前期", "Before").under("总额", "Total"),
            Column.of("after", "后期", "After").under("总额", "Total"),
            Column.of("ratio", "倍数", "Multiple").unit("倍", "times"),
            Column.of("ci", "区间", "Interval")),
        panels.values().stream().flatMap(List::stream).toList(),
        List.of(
            Text.of(
                "资金总额单位为亿元，其余为人或人次；双向与各种形式合计。倍数只描述前后差异，不识别因果效应；区间反映结对单元间差异，以超总体假设为前提，并非抽样误差。",
                "Funds in 100 million yuan, others in persons or person-times; both directions and all forms"
                    + " together. A multiple describes and identifies no effect; the interval describes"
                    + " variation between pairing units under a superpopulation reading, not sampling"
                    + " error.")));
  }

  /** The widest total of each unit: both directions before one, all forms before one. */
  private List<Integer> headline(List<String> levels) {
    Map<List<String>, Integer> chosen = new TreeMap<>(RegionRatioReport::compare);
    for (int i = 0; i < effects.size(); i++) {
      if (levels.contains(effects.text(i, LEVEL)) && effects.text(i, CONVENTION).equals("total")) {
        List<String> key =
            List.of(
                effects.text(i, INDICATOR),
                effects.text(i, STATUS),
                effects.text(i, BOUNDARY_RULE),
                effects.text(i, LEVEL),
                effects.text(i, DONOR_CODE),
                effects.text(i, UNIT_CODE));
        chosen.merge(key, i, (a, b) -> width(b) > width(a) ? b : a);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int width(int i) {
    return (effects.text(i, DIRECTION).equals(EffectRatioRow.BOTH) ? 2 : 0)
        + (effects.text(i, FORM).equals(EffectRatioRow.ALL) ? 1 : 0);
  }

  private Text panel(int i, boolean withLevel) {
    String id = effects.text(i, INDICATOR);
    Text label = labels.getOrDefault(id, Text.same(id));
    boolean donor = effects.text(i, LEVEL).equals("donor_province");
    return withLevel
        ? Text.of(
            label.zh() + (donor ? "：支援省" : "：受援省"),
            label.en() + (donor ? ": donors" : ": recipients"))
        : label;
  }

  private PaperTable.Row row(int i, Text panel) {
    boolean money = isMoney(effects.text(i, INDICATOR));
    String why = effects.text(i, RATIO_STATUS);
    return new PaperTable.Row(
        panel,
        List.of(
            unit(i),
            amount(i, BEFORE, money),
            amount(i, EffectRatioRow.AFTER, money),
            Cell.estimate((Double) effects.value(i, RATIO), DECIMALS, why),
            Cell.interval(
                (Double) effects.value(i, CI_LOW),
                (Double) effects.value(i, CI_HIGH),
                DECIMALS,
                effects.text(i, CI_STATUS))));
  }

  private Cell unit(int i) {
    String name = effects.text(i, UNIT_NAME);
    if (!effects.text(i, LEVEL).equals("pair")) {
      return Cell.words(name);
    }
    String donor = effects.text(i, DONOR_CODE);
    return Cell.words(donors.getOrDefault(donor, donor) + "→" + name);
  }

  private Cell amount(int i, EffectRatioRow field, boolean money) {
    Double value = (Double) effects.value(i, field);
    return Cell.estimate(
        value == null ? null : value / (money ? 1e8 : 1),
        money ? DECIMALS : 0,
        effects.text(i, RATIO_STATUS));
  }

  /** Only money has a multiple in constant prices. */
  private boolean isMoney(String indicator) {
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, INDICATOR).equals(indicator)
          && effects.text(i, CONVENTION).equals("real")) {
        return true;
      }
    }
    return false;
  }
}
