package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
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
  POLARITY(Spec.label(TEXT, "属性", "Direction").among("benefit", "cost")),
  GOALPOST_LOW(measure(DOUBLE, "indicator unit", "下限", "Lower goalpost")),
  GOALPOST_HIGH(measure(DOUBLE, "indicator unit", "上限", "Upper goalpost")),
  /** {@code declared}, or {@code pooled} with the years. */
  GOALPOST_SOURCE(Spec.label(TEXT, "上下限来源", "Source of goalposts")),
  WEIGHT(measure(DOUBLE, "1", "权重", "Weight").within("[0, 1]")),
  /** {@code equal}, {@code fixed}, or {@code entropy} or {@code critic} with the years. */
  WEIGHT_METHOD(Spec.label(TEXT, "赋权方法", "Weighting")),
  DIMENSION_WEIGHT(measure(DOUBLE, "1", "准则层权重", "Weight of the dimension")),
  /** Squared correlation with the index, as a share: what the indicator really decides. */
  EFFECTIVE_WEIGHT(measure(DOUBLE, "1", "有效权重", "Effective weight").within("[0, 1]")),
  ENTROPY_WEIGHT(measure(DOUBLE, "1", "熵权", "Entropy weight")),
  CRITIC_WEIGHT(measure(DOUBLE, "1", "CRITIC 权重", "CRITIC weight")),
  /** Of the first principal component; may be negative. */
  PCA_WEIGHT(measure(DOUBLE, "1", "主成分权重", "PCA weight")),
  PCA_LOADING(measure(DOUBLE, "1", "主成分载荷", "PCA loading")),
  /** SMALL_N where fewer than four rows have every indicator: nothing is compared. */
  COMPARISON_STATUS(Spec.label(TEXT, "对照权重状态", "Status of compared weights")),
  MISSING_SHARE(measure(DOUBLE, "1", "缺失率", "Share missing").within("[0, 1]")),
  /** Null below four values. */
  SKEWNESS(measure(DOUBLE, "1", "偏度", "Skewness")),
  KURTOSIS(measure(DOUBLE, "1", "峰度", "Kurtosis")),
  /** 1 where skewness is beyond ±2 and kurtosis above 3.5. */
  TREATMENT_INDICATED(measure(INT, "0/1", "需处理离群值", "Outliers ask for treatment").among("0", "1")),
  /** {@code none}, {@code winsorise}, {@code log} or {@code log_refused}. */
  TREATMENT(
      Spec.label(TEXT, "离群值处理", "Treatment of outliers")
          .among("none", "winsorise", "log", "log_refused")),
  TREATED_VALUES(measure(INT, "values", "处理的数值个数", "Values treated")),
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
