package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per indicator, year, weighting and measure: inequality of regions, or its change between
 * the mean of the earlier and of the later window (period {@code change}). A description.
 */
public enum InequalityRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** A year, {@code before}, {@code after} or {@code change}. */
  PERIOD(key(TEXT, "时期", "Period")),
  /** {@code population} or {@code none}. */
  WEIGHTING(key(TEXT, "加权", "Weighting").among("population", "none")),
  /** gini, theil_t, theil_l, atkinson_05, atkinson_1, cv, var_log. */
  MEASURE(
      key(TEXT, "测度", "Measure")
          .among("gini", "theil_t", "theil_l", "atkinson_05", "atkinson_1", "cv", "var_log")),
  VALUE(measure(DOUBLE, "1", "数值", "Value")),
  VALUE_STATUS(Spec.label(TEXT, "数值状态", "Status of the value")),
  /** Cluster jackknife over provinces, ranks recomputed. */
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval, low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval, high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Method of the interval")),
  UNITS(measure(INT, "regions", "地区数", "Regions")),
  CLUSTERS(measure(INT, "clusters", "聚类数", "Clusters")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  public static final String BEFORE = "before";
  public static final String AFTER = "after";
  public static final String CHANGE = "change";

  private final Spec spec;

  InequalityRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
