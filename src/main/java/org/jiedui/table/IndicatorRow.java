package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/** One row per declared indicator: what it is called and in which unit it is kept. */
public enum IndicatorRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  LABEL_ZH(Spec.label(TEXT, "中文名称", "Chinese label")),
  LABEL_EN(Spec.label(TEXT, "英文名称", "English label")),
  UNIT_ZH(Spec.label(TEXT, "单位", "Unit (Chinese)")),
  UNIT_EN(Spec.label(TEXT, "单位(英文)", "Unit (English)")),
  /** {@code money}, {@code count} or {@code real}. */
  KIND(Spec.label(TEXT, "类型", "Kind")),
  /** Decimal digits between the minor unit that is summed and the unit shown. */
  DECIMALS(Spec.label(INT, "小数位数", "Decimals"));

  private final Spec spec;

  IndicatorRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
