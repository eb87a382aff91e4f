package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per indicator, period and pair of classes: how often regions move from one class of
 * relative level to another from one year to the next.
 */
public enum ConvergenceTransitionRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** {@code before}, {@code after} or {@code all}. */
  PERIOD(key(TEXT, "时期", "Period")),
  FROM_CLASS(key(INT, "原类(1=最低)", "From class (1 = lowest)")),
  TO_CLASS(key(INT, "至类", "To class")),
  MOVES(measure(LONG, "moves", "转移数", "Moves")),
  PROBABILITY(measure(DOUBLE, "1", "转移概率", "Probability")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  /** Upper cut-point of the from-class, relative to the mean of the year; null for the highest. */
  UPPER_CUT(
      measure(DOUBLE, "1", "原类上界(相对当年均值)", "Upper cut of the from-class, of the year's mean")),
  STEADY_STATE(measure(DOUBLE, "1", "原类的稳态占比", "Steady state of the from-class")),
  STEADY_STATUS(Spec.label(TEXT, "稳态状态", "Status of the steady state"));

  private final Spec spec;

  ConvergenceTransitionRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
