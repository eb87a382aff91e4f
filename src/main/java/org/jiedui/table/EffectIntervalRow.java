package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per nation or province, flow and method: the interval of the multiple of totals as each
 * method gives it.
 */
public enum EffectIntervalRow implements Field {
  LEVEL(key(TEXT, "层级", "Level")),
  UNIT_CODE(key(TEXT, "单元代码", "Unit code")),
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** log_delta, fieller, jackknife, percentile, bca or conditional. */
  METHOD(key(TEXT, "方法", "Method")),
  UNIT_NAME(Spec.label(TEXT, "单元名称", "Unit name")),
  RATIO(measure(DOUBLE, "1", "倍数", "Ratio")),
  STD_ERROR_LOG(measure(DOUBLE, "1", "对数标准误", "Standard error of ln ratio")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  /** Share of 95 % intervals of this method that held the truth in simulations, by clusters. */
  COVERAGE_SIMULATED(measure(DOUBLE, "percent", "模拟覆盖率", "Simulated coverage")),
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters")),
  ACTIVE(measure(INT, "clusters", "有流量的聚类单元", "Clusters with flow")),
  REPLICATES(measure(INT, "replicates", "重抽样次数", "Replicates")),
  UNDEFINED(measure(INT, "replicates", "无定义的重抽样", "Undefined replicates"));

  private final Spec spec;

  EffectIntervalRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
