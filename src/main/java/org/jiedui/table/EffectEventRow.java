package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per national flow and year: flows to the recipients that the change reached over those to
 * the comparison group, as a multiple of the same in the last earlier year. A flow that cannot be
 * estimated has the row of that year alone, with the reason.
 */
public enum EffectEventRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  /** before, reference or after. */
  KIND(Spec.label(TEXT, "性质", "Kind").among("before", "reference", "after")),
  COEFFICIENT(measure(DOUBLE, "1", "系数", "Coefficient")),
  ESTIMATE(measure(DOUBLE, "1", "相对倍数", "Multiple against the reference year")),
  ESTIMATE_STATUS(Spec.label(TEXT, "倍数状态", "Status of the multiple")),
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  P_VALUE(measure(DOUBLE, "1", "p 值", "p value")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Interval method")),
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters")),
  /** On the row of the reference year, as the four that follow. */
  PRE_YEARS(measure(INT, "years", "前期检验的年数", "Years of the pre-trend test")),
  PRE_F(measure(DOUBLE, "1", "前期趋势联合检验 F", "Joint pre-trend F")),
  PRE_P(measure(DOUBLE, "1", "前期趋势联合检验 p 值", "p value of the joint pre-trend test")),
  /** Null imposed, up to 30 clusters. */
  PRE_P_WILD(measure(DOUBLE, "1", "前期联合检验 p 值(wild)", "p value of the pre-trend test (wild)")),
  PRE_STATUS(Spec.label(TEXT, "前期检验状态", "Status of the pre-trend test")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  EffectEventRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
