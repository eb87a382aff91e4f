package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per number of clusters: every measure of fit, the chosen number and the reason. Row 1 is
 * there because the gap statistic may take it.
 */
public enum ClusterKProfileRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  K(key(INT, "类别数", "Number of clusters").within("≥ 1")),
  N(measure(INT, "regions", "地区数", "Regions")),
  VARIABLES(measure(INT, "variables", "变量数", "Variables")),
  STARTS(measure(INT, "starts", "初始次数", "Starts")),
  WSS(measure(DOUBLE, "squared standard deviations", "组内平方和", "Within-cluster sum of squares")),
  SILHOUETTE_EUCLIDEAN(
      measure(DOUBLE, "1", "轮廓系数(欧氏距离)", "Silhouette (Euclidean)").within("[-1, 1]")),
  NEGATIVE_EUCLIDEAN(measure(INT, "regions", "负值数(欧氏距离)", "Negative (Euclidean)")),
  SILHOUETTE_SQUARED(measure(DOUBLE, "1", "轮廓系数(平方距离)", "Silhouette (squared)").within("[-1, 1]")),
  NEGATIVE_SQUARED(measure(INT, "regions", "负值数(平方距离)", "Negative (squared)")),
  CALINSKI_HARABASZ(measure(DOUBLE, "1", "CH 指数", "Caliński–Harabasz")),
  DAVIES_BOULDIN(measure(DOUBLE, "1", "DB 指数", "Davies–Bouldin")),
  DUNN(measure(DOUBLE, "1", "Dunn 指数", "Dunn")),
  GAP_STATISTIC(measure(DOUBLE, "ln", "Gap 统计量", "Gap statistic")),
  GAP_ERROR(measure(DOUBLE, "ln", "Gap 标准误", "Standard error of gap")),
  /** How the references were drawn. */
  GAP_METHOD(Spec.label(TEXT, "Gap 统计量的算法", "Method of the gap statistic")),
  /** Names of the gap rules that take this k, joined by {@code ;}. */
  GAP_RULES(Spec.label(TEXT, "选中该类别数的 Gap 规则", "Gap rules that take it")),
  /** Of Ward's tree cut into as many clusters. */
  WARD_WSS(measure(DOUBLE, "squared standard deviations", "Ward 组内平方和", "WSS of Ward's clusters")),
  /** Agreement of Ward's clusters with those of k-means. */
  WARD_RAND_INDEX(
      measure(DOUBLE, "1", "与 Ward 的调整兰德指数", "Adjusted Rand index with Ward").within("≤ 1")),
  /** Of clusters of neighbouring regions, islands left out; null without a list of neighbours. */
  SKATER_WSS(
      measure(DOUBLE, "squared standard deviations", "空间约束组内平方和", "WSS of spatial clusters")),
  SMALLEST_CLUSTER(measure(INT, "regions", "最小类地区数", "Smallest cluster")),
  CHOSEN(measure(INT, "0/1", "采用", "Chosen").among("0", "1")),
  REASON_ZH(Spec.label(TEXT, "采用理由(中文)", "Reason (Chinese)")),
  REASON_EN(Spec.label(TEXT, "采用理由(英文)", "Reason (English)")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  ClusterKProfileRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
