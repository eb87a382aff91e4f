package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per indicator, kind and period: do regions come closer to each other (σ), do poorer ones
 * grow faster (β), do they move between classes as before (Markov)?
 */
public enum ConvergenceRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** sigma_log, sigma_cv, sigma_trend, beta_absolute, beta_conditional, markov_equality. */
  KIND(key(TEXT, "类型", "Kind")),
  /** A year, or first and last year. */
  PERIOD(key(TEXT, "时期", "Period")),
  ESTIMATE(measure(DOUBLE, "1", "估计值", "Estimate")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  P_VALUE(measure(DOUBLE, "1", "p 值", "p-value")),
  METHOD(Spec.label(TEXT, "方法", "Method")),
  SPEED(measure(DOUBLE, "1/year", "收敛速度(每年)", "Speed of convergence (a year)")),
  HALF_LIFE(measure(DOUBLE, "years", "半衰期(年)", "Half-life (years)")),
  SPEED_STATUS(Spec.label(TEXT, "速度状态", "Status of the speed")),
  UNITS(measure(INT, "regions", "地区数", "Regions"));

  private final Spec spec;

  ConvergenceRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
