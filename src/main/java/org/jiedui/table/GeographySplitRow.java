package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per code of a divided unit, year and part of the base year: which share of the code's
 * money and heads the part was given, and by what.
 */
public enum GeographySplitRow implements Field {
  CODE(key(TEXT, "原代码", "Code")),
  /** The year whose code it is. */
  VINTAGE_YEAR(key(Type.YEAR, "代码年份", "Year of the code")),
  SUCCESSOR_CODE(key(TEXT, "后继代码(基准年)", "Successor (base year)")),
  SUCCESSOR_NAME(Spec.label(TEXT, "后继名称", "Name of the successor")),
  WEIGHT(measure(DOUBLE, "1", "权重", "Weight")),
  /** {@code population}, {@code area} or {@code equal}. */
  WEIGHT_METHOD(Spec.label(TEXT, "权重依据", "Weight method"));

  private final Spec spec;

  GeographySplitRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
