package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per pair of provinces, year and dimension of the assessment. Scores of different versions
 * are not comparable.
 */
public enum ScorecardRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  RECIPIENT_CODE(key(TEXT, "受援省代码", "Recipient province code")),
  /** A dimension of the version, or {@code all}. */
  DIMENSION(key(TEXT, "维度", "Dimension")),
  VERSION(Spec.label(TEXT, "指标体系版本", "Version")),
  DONOR_NAME(Spec.label(TEXT, "支援省", "Donor province")),
  RECIPIENT_NAME(Spec.label(TEXT, "受援省", "Recipient province")),
  DIMENSION_ZH(Spec.label(TEXT, "维度名称", "Dimension (Chinese)")),
  DIMENSION_EN(Spec.label(TEXT, "维度名称(英文)", "Dimension (English)")),
  /** 0 to 100. */
  SCORE(measure(DOUBLE, "points", "得分", "Score")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  GRADE_ZH(Spec.label(TEXT, "等次", "Grade (Chinese)")),
  GRADE_EN(Spec.label(TEXT, "等次(英文)", "Grade")),
  /** 1 is the highest score of the year; equal scores share their mean rank. */
  RANK(measure(DOUBLE, "rank", "位次", "Rank")),
  /** Over other weights, normalisations and aggregations, and with one indicator left out. */
  RANK_LOW(measure(DOUBLE, "rank", "位次下限", "Rank, low")),
  RANK_HIGH(measure(DOUBLE, "rank", "位次上限", "Rank, high")),
  RANKED(measure(INT, "pairs", "参评对数", "Pairs ranked")),
  /** Of the declared weight. */
  SHARE_PRESENT(measure(DOUBLE, "1", "有值的权重", "Share of weight present")),
  /** OUT_OF_GOALPOSTS, MISSING_INDICATOR with their counts. */
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  ScorecardRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
