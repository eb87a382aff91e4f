package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per cluster and variable, in the units of the variable; cluster 0 is all classified
 * regions together.
 */
public enum ClusterProfileRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  CLUSTER(key(INT, "类别(0=全部)", "Cluster (0 = all)").within("≥ 0")),
  VARIABLE(key(TEXT, "变量", "Variable")),
  CLUSTER_NAME_ZH(Spec.label(TEXT, "类别名称(中文)", "Cluster name (Chinese)")),
  CLUSTER_NAME_EN(Spec.label(TEXT, "类别名称(英文)", "Cluster name (English)")),
  LABEL_ZH(Spec.label(TEXT, "变量名称(中文)", "Variable (Chinese)")),
  LABEL_EN(Spec.label(TEXT, "变量名称(英文)", "Variable (English)")),
  UNIT_ZH(Spec.label(TEXT, "单位(中文)", "Unit (Chinese)")),
  UNIT_EN(Spec.label(TEXT, "单位(英文)", "Unit (English)")),
  N(measure(INT, "regions", "地区数", "Regions")),
  MEAN(measure(DOUBLE, "variable unit", "均值", "Mean")),
  SD(measure(DOUBLE, "variable unit", "标准差", "Standard deviation")),
  MEDIAN(measure(DOUBLE, "variable unit", "中位数", "Median")),
  /** Mean of the cluster less mean of all, in standard deviations of all. */
  Z_MEAN(
      measure(DOUBLE, "standard deviations", "标准化均值", "Standardised mean")
          .by("(mean - mean of cluster 0) / sd of cluster 0")),
  ETA_SQUARED(
      measure(DOUBLE, "1", "组间变异占比 η²", "Eta squared")
          .within("[0, 1]")
          .by("sum of squares between clusters / total sum of squares")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  ClusterProfileRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
