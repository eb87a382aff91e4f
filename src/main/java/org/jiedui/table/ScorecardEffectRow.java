package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/** One row per kind of funds: do the funds of a year follow the score of the year before? */
public enum ScorecardEffectRow implements Field {
  INDICATOR(key(TEXT, "资金", "Funds")),
  /** Per cent of funds for one per cent of score. */
  ELASTICITY(measure(DOUBLE, "1", "弹性", "Elasticity")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval, low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval, high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Method of the interval")),
  OBSERVATIONS(measure(INT, "pair-years", "对年数", "Pair-years")),
  CLUSTERS(measure(INT, "pairs", "结对数", "Pairs")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  ScorecardEffectRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
