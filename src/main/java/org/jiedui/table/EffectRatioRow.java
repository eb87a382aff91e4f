package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per level, unit, indicator, direction, form, status, boundary rule and convention: the
 * later total as a multiple of the earlier one. It describes and identifies no effect.
 */
public enum EffectRatioRow implements Field {
  /** nation, donor_province, recipient_province, pair, prefecture or county. */
  LEVEL(
      key(TEXT, "层级", "Level")
          .among("nation", "donor_province", "recipient_province", "pair", "prefecture", "county")),
  UNIT_CODE(key(TEXT, "单元代码", "Unit code")),
  /** The donor province of a donor or pair row, {@code all} elsewhere. */
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  UNIT_NAME(Spec.label(TEXT, "单元名称", "Unit name")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** E2W, W2E, or {@code both}: the sum of the two. */
  DIRECTION(key(TEXT, "方向", "Direction").among("E2W", "W2E", "both")),
  /** cash, kind, none, or {@code all}: the sum of the forms. */
  FORM(key(TEXT, "形式", "Form").among("cash", "kind", "none", "all")),
  STATUS(key(TEXT, "阶段", "Stage of funds").among("agreed", "arrived", "paid", "spent", "none")),
  BOUNDARY_RULE(key(TEXT, "窗口规则", "Boundary rule")),
  /** total, annual, real, real_annual or per_head. */
  CONVENTION(
      key(TEXT, "口径", "Convention").among("total", "annual", "real", "real_annual", "per_head")),
  BEFORE(
      measure(DOUBLE, "yuan or persons", "前期", "Before")
          .by(
              "sum of panel.amount over the earlier window, in yuan or persons; annual: / years of the window; real: each year / price index")),
  AFTER(
      measure(DOUBLE, "yuan or persons", "后期", "After")
          .by("sum of panel.amount over the later window, likewise")),
  DIFFERENCE(measure(DOUBLE, "yuan or persons", "差额", "Difference").by("after - before")),
  YEARS_BEFORE(measure(INT, "years", "前期有记录年数", "Years with records before").within("≥ 0")),
  YEARS_AFTER(measure(INT, "years", "后期有记录年数", "Years with records after").within("≥ 0")),
  RECORDS_BEFORE(
      measure(LONG, "records", "前期记录数", "Records before")
          .by("sum of panel.records over the earlier window")),
  RECORDS_AFTER(
      measure(LONG, "records", "后期记录数", "Records after")
          .by("sum of panel.records over the later window")),
  RATIO(measure(DOUBLE, "1", "倍数", "Ratio").by("after / before")),
  RATIO_STATUS(Spec.label(TEXT, "倍数状态", "Status of the ratio")),
  STD_ERROR_LOG(
      measure(DOUBLE, "1", "对数标准误", "Standard error of ln ratio")
          .within("≥ 0")
          .by(
              "sqrt(G / (G - 1) * sum((q_g - ratio * p_g)^2)) / sum(p_g) / ratio; p_g, q_g totals of cluster g, G = clusters")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval low").by("ratio * exp(-c * std_error_log)")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval high").by("ratio * exp(c * std_error_log)")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Interval method")),
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters").within("≥ 1")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  /** Code of the nation, and of every donor together. */
  public static final String NATION = "000000";

  public static final String ALL = "all";
  public static final String BOTH = "both";

  private final Spec spec;

  EffectRatioRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
