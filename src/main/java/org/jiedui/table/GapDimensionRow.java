package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/** One row per region, year and dimension of the index: the index of that dimension alone. */
public enum GapDimensionRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  DIMENSION(key(TEXT, "维度", "Dimension")),
  DIMENSION_INDEX(measure(DOUBLE, "1", "维度指数", "Index of the dimension")),
  WEIGHT(measure(DOUBLE, "1", "维度权重", "Weight of the dimension")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  GapDimensionRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
