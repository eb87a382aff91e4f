package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per indicator of the index: direction, goalposts and weight, each with where it comes
 * from.
 */
public enum GapWeightRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  LABEL_ZH(Spec.label(TEXT, "名称(中文)", "Label (Chinese)")),
  LABEL_EN(Spec.label(TEXT, "名称(英文)", "Label (English)")),
  UNIT_ZH(Spec.label(TEXT, "单位(中文)", "Unit (Chinese)")),
  UNIT_EN(Spec.label(TEXT, "单位(英文)", "Unit (English)")),
  DIMENSION(Spec.label(TEXT, "维度", "Dimension")),
  /** {@code benefit} or {@code cost}. */
  POLARITY(Spec.label(TEXT, "属性", "Direction")),
  GOALPOST_LOW(measure(DOUBLE, "indicator unit", "下限", "Lower goalpost")),
  GOALPOST_HIGH(measure(DOUBLE, "indicator unit", "上限", "Upper goalpost")),
  /** {@code declared}, or {@code pooled} with the years. */
  GOALPOST_SOURCE(Spec.label(TEXT, "上下限来源", "Source of goalposts")),
  WEIGHT(measure(DOUBLE, "1", "权重", "Weight")),
  /** {@code equal}, {@code fixed}, or {@code entropy} with the years. */
  WEIGHT_METHOD(Spec.label(TEXT, "赋权方法", "Weighting")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  GapWeightRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
