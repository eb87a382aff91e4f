package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per disturbance of the data and cluster: how well the cluster is found again. Cluster 0
 * is the partition as a whole.
 */
public enum ClusterStabilityRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  /** {@code bootstrap}, {@code index_draws}, or {@code without:} and a variable. */
  DISTURBANCE(key(TEXT, "扰动", "Disturbance")),
  CLUSTER(key(INT, "类别(0=整体)", "Cluster (0 = all)")),
  CLUSTER_NAME_ZH(Spec.label(TEXT, "类别名称(中文)", "Cluster name (Chinese)")),
  CLUSTER_NAME_EN(Spec.label(TEXT, "类别名称(英文)", "Cluster name (English)")),
  /** Mean over replicates of the largest Jaccard similarity; for cluster 0 of all clusters. */
  JACCARD(measure(DOUBLE, "1", "杰卡德相似度均值", "Mean Jaccard similarity")),
  /** Share of replicates with a similarity of .5 or less. */
  DISSOLVED(measure(DOUBLE, "1", "解体比例", "Share of replicates in which it dissolves")),
  /** Mean adjusted Rand index of the partition; only for cluster 0. */
  RAND_INDEX(measure(DOUBLE, "1", "调整兰德指数均值", "Mean adjusted Rand index")),
  /** p of the whole against uniform clouds clustered and resampled alike; only for cluster 0. */
  P_UNIFORM(measure(DOUBLE, "1", "对均匀分布的 p", "p against uniform clouds")),
  /** Mean share of regions that change their cluster; only for cluster 0. */
  CHANGED_SHARE(measure(DOUBLE, "1", "类别变动比例", "Share that changes its cluster")),
  /** stable, doubtful, not_to_be_interpreted or no_more_than_uniform. */
  VERDICT(Spec.label(TEXT, "判断", "Verdict")),
  REPLICATES(measure(INT, "replicates", "次数", "Replicates")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  ClusterStabilityRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
