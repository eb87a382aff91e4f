package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/** One row per published multiple and basis of figures: what becomes of it when recomputed. */
public enum ClaimRow implements Field {
  CLAIM_ID(key(TEXT, "论断编号", "Claim")),
  /** {@code sourced}, {@code derived} (figures worked out from others) or {@code panel}. */
  BASIS(key(TEXT, "依据", "Basis").among("sourced", "derived", "panel")),
  QUOTE_ZH(Spec.label(TEXT, "原文", "Quote (Chinese)")),
  QUOTE_EN(Spec.label(TEXT, "原文(英译)", "Quote (English)")),
  PAGE(measure(INT, "page", "页", "Page")),
  INDICATOR(Spec.label(TEXT, "指标", "Indicator")),
  PUBLISHED(measure(DOUBLE, "1", "公布值", "Published")),
  DECIMALS(measure(INT, "digits", "小数位", "Decimals")),
  CONVENTION(Spec.label(TEXT, "口径", "Convention")),
  BOUNDARY_RULE(Spec.label(TEXT, "窗口规则", "Boundary rule")),
  OUTCOME(Spec.label(TEXT, "结果", "Outcome")),
  COMPUTED(measure(DOUBLE, "1", "复算值", "Computed")),
  FLOOR(measure(DOUBLE, "1", "下限", "Floor")),
  CEILING(measure(DOUBLE, "1", "上限", "Ceiling")),
  /** Other conventions under which the value is the published one, joined by {@code ;}. */
  MATCHING(Spec.label(TEXT, "相符的口径", "Matching conventions")),
  ANNUAL_OF_PUBLISHED(
      measure(DOUBLE, "1", "公布值折年均", "Published, per year")
          .by("published * years before / years after")),
  REAL_VALUE(measure(DOUBLE, "1", "公布值折不变价", "Published, in constant prices")),
  /** The year whose prices are meant; null without a value in constant prices. */
  PRICE_BASE(Spec.label(Type.YEAR, "价格基年", "Price base year")),
  DATA(Spec.label(TEXT, "所用数字", "Figures behind it")),
  REASON_ZH(Spec.label(TEXT, "说明", "Reason (Chinese)")),
  REASON_EN(Spec.label(TEXT, "说明(英文)", "Reason"));

  private final Spec spec;

  ClaimRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
