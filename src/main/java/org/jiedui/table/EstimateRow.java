package org.jiedui.table;

import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per estimated term and method, in the order of the model; values that are not there say
 * why.
 */
public enum EstimateRow implements Field {
  TERM(Spec.label(TEXT, "项", "Term")),
  ESTIMATE(measure(DOUBLE, "", "估计值", "Estimate")),
  STD_ERROR(measure(DOUBLE, "", "标准误", "Standard error")),
  STATISTIC(measure(DOUBLE, "1", "统计量", "Statistic")),
  P_VALUE(measure(DOUBLE, "1", "p 值", "p value")),
  CI_LOW(measure(DOUBLE, "", "区间下限", "Interval low")),
  CI_HIGH(measure(DOUBLE, "", "区间上限", "Interval high")),
  N(measure(INT, "rows", "观测数", "Rows")),
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters")),
  METHOD(Spec.label(TEXT, "方法", "Method")),
  /** Why estimate or inference is missing, else OK. */
  STATUS(Spec.label(TEXT, "状态", "Status")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  EstimateRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
