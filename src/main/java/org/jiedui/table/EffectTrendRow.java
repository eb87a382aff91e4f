package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per unit, flow, prices, shape and term of a segmented Poisson regression: e^coefficient
 * is the multiple at the first later year, or the factor per year.
 */
public enum EffectTrendRow implements Field {
  LEVEL(key(TEXT, "层级", "Level")),
  UNIT_CODE(key(TEXT, "单元代码", "Unit code")),
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** nominal or real. */
  PRICES(key(TEXT, "价格", "Prices")),
  /** level, trend or slope_change. */
  SHAPE(key(TEXT, "模型", "Shape")),
  /** post, trend or post:trend. */
  TERM(key(TEXT, "项", "Term")),
  UNIT_NAME(Spec.label(TEXT, "单元名称", "Unit name")),
  COEFFICIENT(measure(DOUBLE, "1", "系数", "Coefficient")),
  ESTIMATE(measure(DOUBLE, "1", "倍数", "Multiple")),
  ESTIMATE_STATUS(Spec.label(TEXT, "倍数状态", "Status of the multiple")),
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  STD_ERROR_CV3(measure(DOUBLE, "1", "刀切标准误(CV3)", "Jackknife standard error (CV3)")),
  P_VALUE(measure(DOUBLE, "1", "p 值", "p value")),
  /** Score bootstrap with the null imposed; of the nation's change of level, up to 30 clusters. */
  P_VALUE_WILD(measure(DOUBLE, "1", "p 值(wild 聚类自助)", "p value (wild cluster bootstrap)")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Interval method")),
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  EffectTrendRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
