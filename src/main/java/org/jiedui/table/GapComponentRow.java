package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per region, year and indicator of the index: the value, what it is on the goalposts, and
 * what it adds to the index.
 */
public enum GapComponentRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  VALUE(measure(DOUBLE, "indicator unit", "数值", "Value")),
  /** What was normalised: the value, or what treatment of outliers made of it. */
  TREATED_VALUE(measure(DOUBLE, "indicator unit", "处理后数值", "Value after treatment")),
  /** 1 for a reported value; less where a mean over counties lacks some of them. */
  COVERAGE(measure(DOUBLE, "1", "人口覆盖率", "Share of population covered").within("[0, 1]")),
  NORMALISED(
      measure(DOUBLE, "1", "标准化值", "Normalised value")
          .within("[0, 1]")
          .by(
              "(treated_value - gap_weights.goalpost_low) / (gap_weights.goalpost_high - gap_weights.goalpost_low), cut to [0, 1]; 1 minus it where polarity is cost")),
  /** The weight it really had, after missing ones were rescaled away. */
  WEIGHT(
      measure(DOUBLE, "1", "实际权重", "Effective weight")
          .within("[0, 1]")
          .by("gap_weights.weight / sum of the weights present")),
  /**
   * Contributions add up to the index; under a geometric mean to its logarithm, under a harmonic
   * one to its reciprocal.
   */
  CONTRIBUTION(
      measure(DOUBLE, "1", "对指数的贡献", "Contribution to the index").by("weight * normalised")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  GapComponentRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
