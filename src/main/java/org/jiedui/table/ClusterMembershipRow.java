package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per recipient region: its cluster in the stated year, how near it stands to it and to the
 * next, or why it has none.
 */
public enum ClusterMembershipRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  UNIT_NAME(Spec.label(TEXT, "地区", "Region")),
  CLUSTER(measure(INT, "cluster", "类别", "Cluster").within("≥ 1")),
  CLUSTER_NAME_ZH(Spec.label(TEXT, "类别名称(中文)", "Cluster name (Chinese)")),
  CLUSTER_NAME_EN(Spec.label(TEXT, "类别名称(英文)", "Cluster name (English)")),
  DISTANCE(measure(DOUBLE, "standard deviations", "与本类中心距离", "Distance to own centre")),
  SECOND_DISTANCE(measure(DOUBLE, "standard deviations", "与次近中心距离", "Distance to the next centre")),
  /** On Euclidean distances. */
  SILHOUETTE(measure(DOUBLE, "1", "轮廓系数(欧氏距离)", "Silhouette (Euclidean)").within("[-1, 1]")),
  /** Share of bootstrap samples holding it in which it stands in the counterpart of its cluster. */
  SAME_LABEL(
      measure(DOUBLE, "1", "重抽样同类比例", "Share of resamples in the same cluster").within("[0, 1]")),
  /** 1 when it could as well stand in the next cluster, else 0. */
  BORDERLINE(measure(INT, "0/1", "处于边界", "Borderline").among("0", "1")),
  /** Nearest published centre to its mean of the earlier window; null without one. */
  FORMER_CLUSTER(measure(INT, "cluster", "前期类别", "Cluster before")),
  /** Cluster of neighbouring regions (SKATER); null without a list of neighbours. */
  SKATER_CLUSTER(measure(INT, "cluster", "空间约束类别", "Spatial cluster")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  ClusterMembershipRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
