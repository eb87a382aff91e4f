package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per variable for the whole map, and one per variable and region: do neighbours resemble
 * each other? Empty where the study has no list of neighbours.
 */
public enum MoranRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  VARIABLE(key(TEXT, "变量", "Variable")),
  /** {@link #WHOLE_MAP} for all regions together. */
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  UNIT_NAME(Spec.label(TEXT, "地区", "Region")),
  /** Regions of the map; of a region its neighbours. */
  NEIGHBOURS(measure(INT, "regions", "邻接地区数", "Neighbours")),
  /** Standardised value, for the scatter. */
  VALUE(measure(DOUBLE, "standard deviations", "标准化值", "Standardised value")),
  LAG(measure(DOUBLE, "standard deviations", "邻接均值", "Mean of the neighbours")),
  MORAN_I(measure(DOUBLE, "1", "莫兰指数", "Moran's I")),
  EXPECTATION(measure(DOUBLE, "1", "期望", "Expectation")),
  /** Under randomisation. */
  VARIANCE(measure(DOUBLE, "1", "方差", "Variance")),
  Z(measure(DOUBLE, "1", "z 值", "z")),
  /** Two-sided, by permutation; of a region conditional on its own value. */
  P(measure(DOUBLE, "1", "置换 p 值", "Permutation p")),
  /** Benjamini and Hochberg over the regions of the variable. */
  Q(measure(DOUBLE, "1", "q 值", "q")),
  /** {@code high-high}, {@code low-low}, {@code high-low} or {@code low-high}. */
  QUADRANT(Spec.label(TEXT, "象限", "Quadrant")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  public static final String WHOLE_MAP = "map";

  private final Spec spec;

  MoranRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
