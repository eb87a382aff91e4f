package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per group, period and one of 19 quantiles: the share of aid that the poorest part of the
 * population has, with a band that holds for the whole curve.
 */
public enum TargetingCurveRow implements Field {
  LEVEL(key(TEXT, "层级", "Level")),
  CODE(key(TEXT, "代码", "Code")),
  PERIOD(key(TEXT, "时段", "Period")),
  /** 5, 10 … 95. */
  PERCENT(key(INT, "人口百分位(由穷到富)", "Percent of people, from poor to rich")),
  SHARE(measure(DOUBLE, "1", "投入累计份额", "Share of aid")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  BAND_LOW(measure(DOUBLE, "1", "带下限", "Band, low")),
  BAND_HIGH(measure(DOUBLE, "1", "带上限", "Band, high")),
  BAND_STATUS(Spec.label(TEXT, "带状态", "Status of the band"));

  private final Spec spec;

  TargetingCurveRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
