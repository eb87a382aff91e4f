package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per merge of the tree that Ward's method grows: what it joins, and how far apart it was.
 */
public enum ClusterTreeRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  MERGE(key(INT, "合并序号", "Merge")),
  /** A region's code, or {@code #} and the number of an earlier merge. */
  LEFT(Spec.label(TEXT, "左", "Left")),
  RIGHT(Spec.label(TEXT, "右", "Right")),
  /** As ward.D2: the root of twice the growth of the sum of squares. */
  HEIGHT(measure(DOUBLE, "standard deviations", "高度", "Height")),
  REGIONS(measure(INT, "regions", "地区数", "Regions"));

  private final Spec spec;

  ClusterTreeRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
