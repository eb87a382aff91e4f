package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per national flow and recipient of the comparison group, put in the place of those that
 * the change reached, with the rank of these among them.
 */
public enum EffectPlaceboUnitRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** A recipient of the comparison group; all in the row of those that the change reached. */
  UNIT_CODE(key(TEXT, "单元代码", "Unit code")),
  /** placebo or actual. */
  KIND(Spec.label(TEXT, "性质", "Kind")),
  ESTIMATE(measure(DOUBLE, "1", "与其余对照单元的倍数之比", "Multiple over that of the other controls")),
  ESTIMATE_STATUS(Spec.label(TEXT, "倍数状态", "Status of the multiple")),
  UNITS(measure(INT, "units", "安慰剂单元数", "Placebo units")),
  RANK(measure(INT, "1", "位次", "Rank")),
  P_VALUE(measure(DOUBLE, "1", "位次比例", "Share as unusual")),
  P_STATUS(Spec.label(TEXT, "位次状态", "Status of the rank"));

  private final Spec spec;

  EffectPlaceboUnitRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
