package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per earlier period, cluster there and published cluster: how many regions went from one
 * to the other. Cluster 0 to 0 is all regions together. Earlier values are put to the nearest
 * published centre.
 */
public enum ClusterTransitionRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  /** {@code before}, {@code first year}, or {@code era} and its first year. */
  PERIOD(key(TEXT, "较早时段", "Earlier period")),
  FROM_CLUSTER(key(INT, "原类别", "Cluster then")),
  TO_CLUSTER(key(INT, "现类别", "Cluster now")),
  REGIONS(measure(INT, "regions", "地区数", "Regions")),
  /** Of the regions that were in the cluster then. */
  ROW_SHARE(measure(DOUBLE, "1", "占原类别比例", "Share of the cluster then")),
  /** Only for all regions together. */
  CHANGED_SHARE(measure(DOUBLE, "1", "类别变动比例", "Share that changed")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  ClusterTransitionRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
