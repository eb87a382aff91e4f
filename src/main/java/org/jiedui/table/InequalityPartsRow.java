package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per indicator, year, weighting, method and part: how much of inequality lies between
 * zones, between provinces of a zone and within provinces. The parts of a method sum to its total.
 */
public enum InequalityPartsRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  /** {@code population} or {@code none}. */
  WEIGHTING(key(TEXT, "加权", "Weighting")),
  /** dagum (by province), theil_t or theil_l (nested). */
  METHOD(key(TEXT, "方法", "Method")),
  /** total, between, within, transvariation; nested: between_zones, between_provinces, within. */
  PART(key(TEXT, "组成部分", "Part")),
  VALUE(measure(DOUBLE, "1", "数值", "Value")),
  SHARE(measure(DOUBLE, "1", "占总体比重", "Share of the total")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  UNITS(measure(INT, "regions", "地区数", "Regions")),
  GROUPS(measure(INT, "groups", "组数", "Groups"));

  private final Spec spec;

  InequalityPartsRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
