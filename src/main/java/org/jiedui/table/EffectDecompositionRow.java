package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per national flow and part of its multiple: continuing, leaving and entering recipients;
 * the typical recipient; what each region contributes.
 */
public enum EffectDecompositionRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** What the value is, such as ratio_continuing, unit_median or contribution. */
  COMPONENT(key(TEXT, "成分", "Component")),
  LEVEL(key(TEXT, "层级", "Level")),
  UNIT_CODE(key(TEXT, "单元代码", "Unit code")),
  UNIT_NAME(Spec.label(TEXT, "单元名称", "Unit name")),
  VALUE(measure(DOUBLE, "1", "数值", "Value")),
  VALUE_STATUS(Spec.label(TEXT, "状态", "Status")),
  UNITS(measure(LONG, "units", "单元数", "Units")),
  P_VALUE(measure(DOUBLE, "1", "p 值", "p value")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  EffectDecompositionRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
