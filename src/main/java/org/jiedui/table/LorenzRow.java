package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per indicator, window and step of a Lorenz curve: counties from the smallest to the
 * largest amount per head, weighted by their population.
 */
public enum LorenzRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** {@link #BEFORE} or {@link #AFTER}. */
  SIDE(key(TEXT, "窗口", "Window").among("before", "after")),
  STEP(key(INT, "步", "Step")),
  POPULATION_SHARE(
      measure(DOUBLE, "1", "人口累计占比", "Cumulative share of population").within("[0, 1]")),
  VALUE_SHARE(measure(DOUBLE, "1", "数额累计占比", "Cumulative share of the amount")),
  GINI(
      measure(DOUBLE, "1", "基尼系数", "Gini coefficient")
          .by("Gini coefficient of amounts per head, weighted by population")),
  UNITS(measure(INT, "counties", "县数", "Counties"));

  public static final String BEFORE = "before";
  public static final String AFTER = "after";

  private final Spec spec;

  LorenzRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
