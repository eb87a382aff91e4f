package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;
import static org.jiedui.table.Type.YEAR;

/**
 * One row per national flow, adjustment and cut-off year: the annual multiple at years where
 * nothing happened, and the rank of the actual one among them.
 */
public enum EffectPlaceboRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** naive or trend. */
  ADJUSTMENT(key(TEXT, "调整", "Adjustment")),
  /** First year of the later side. */
  CUT_YEAR(key(YEAR, "分割年", "Cut-off year")),
  /** placebo or actual. */
  KIND(Spec.label(TEXT, "性质", "Kind")),
  ESTIMATE(measure(DOUBLE, "1", "年均倍数", "Annual multiple")),
  ESTIMATE_STATUS(Spec.label(TEXT, "倍数状态", "Status of the multiple")),
  CUTS(measure(INT, "years", "安慰剂年数", "Placebo years")),
  RANK(measure(INT, "1", "位次", "Rank")),
  P_VALUE(measure(DOUBLE, "1", "位次比例", "Share as unusual")),
  P_STATUS(Spec.label(TEXT, "位次状态", "Status of the rank"));

  private final Spec spec;

  EffectPlaceboRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
