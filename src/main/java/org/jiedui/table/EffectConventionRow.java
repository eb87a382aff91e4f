package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per national flow and admissible specification: every multiple that one sentence could
 * mean. Rows without a value say why; the data of a specification curve.
 */
public enum EffectConventionRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction").among("E2W", "W2E", "both")),
  FORM(key(TEXT, "形式", "Form").among("cash", "kind", "none", "all")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  /** total, annual or per_head (per person and year). */
  SCALE(key(TEXT, "口径", "Scale").among("total", "annual", "per_head")),
  /** nominal or real. */
  PRICES(key(TEXT, "价格", "Prices").among("nominal", "real")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** in, or out: recipients without any earlier flow are left out. */
  ENTRANTS(key(TEXT, "新进入单元", "Entering units").among("in", "out")),
  /** zero or missing. */
  ABSENT(key(TEXT, "无记录的含义", "Meaning of no record").among("zero", "missing")),
  /** naive, trend (common trend allowed for) or did (against the comparison group). */
  ADJUSTMENT(key(TEXT, "调整", "Adjustment").among("naive", "trend", "did")),
  ESTIMATE(measure(DOUBLE, "1", "倍数", "Multiple")),
  ESTIMATE_STATUS(Spec.label(TEXT, "倍数状态", "Status of the multiple")),
  STD_ERROR_LOG(measure(DOUBLE, "1", "对数标准误", "Standard error of ln multiple")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Interval method")),
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  EffectConventionRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
