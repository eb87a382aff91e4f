package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per era and programme: are strong donors matched with weak recipients? Association over
 * links, held against recipients permuted over the same places, and against the best assignment.
 */
public enum PairingMatchRow implements Field {
  ERA(key(Type.YEAR, "时期起始年", "Era (first year)")),
  PROGRAMME(key(TEXT, "协作类型", "Programme")),
  /** Indicator of the donors' strength. */
  STRENGTH(Spec.label(TEXT, "支援方强弱指标", "Strength of donors")),
  /** Indicator of the recipients' need: the lower, the needier. */
  NEED(Spec.label(TEXT, "受援方需要指标", "Need of recipients")),
  /** Year the levels are of: the one with most links known, nearest to the era's first. */
  LEVEL_YEAR(measure(Type.YEAR, "", "水平年份", "Year of the levels")),
  LINKS(measure(INT, "links", "结对数", "Links")),
  LINKS_USED(measure(INT, "links", "可比结对数", "Links with both levels")),
  /** Above 0: strong donors with needy recipients. */
  TAU_B(measure(DOUBLE, "1", "τ_b", "τ_b").within("[-1, 1]")),
  SPEARMAN(measure(DOUBLE, "1", "Spearman ρ", "Spearman's ρ").within("[-1, 1]")),
  P(measure(DOUBLE, "1", "置换检验 p", "Permutation p").within("[0, 1]")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  /** 1 for the best assignment, 0 for the mean of random ones. */
  EFFICIENCY(measure(DOUBLE, "1", "匹配效率", "Efficiency").within("≤ 1")),
  EFFICIENCY_STATUS(Spec.label(TEXT, "效率状态", "Status of the efficiency")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  PairingMatchRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
