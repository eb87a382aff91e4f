package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per group of pairs, period and number told of it: what cooperation is made of and how it
 * is organised. The tables {@code content_share}, {@code content_channel}, {@code content_ratio}
 * and {@code mechanism} have these columns.
 */
public enum ContentRow implements Field {
  /** {@code nation}, {@code donor_province}, {@code recipient_province} or {@code pair}. */
  LEVEL(key(TEXT, "层级", "Level")),
  /** {@code all} where donors are taken together. */
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  /** {@code all} where recipients are taken together. */
  RECIPIENT_CODE(key(TEXT, "受援省代码", "Recipient province code")),
  /** A year, {@code before}, {@code after}, or {@code change} (after less before). */
  PERIOD(key(TEXT, "时段", "Period")),
  /** What is told: {@code area}, {@code channel}, {@code leverage}, {@code meetings} … */
  MEASURE(key(TEXT, "度量", "Measure")),
  /** The part of it: an area, a channel, an indicator, a level; {@code all} for the whole. */
  PART(key(TEXT, "部分", "Part")),
  DONOR_NAME(Spec.label(TEXT, "支援省", "Donor province")),
  RECIPIENT_NAME(Spec.label(TEXT, "受援省", "Recipient province")),
  /** Above the line, in the unit of its indicators; null for a change and for entropies. */
  AMOUNT(measure(DOUBLE, "indicator unit", "分子", "Numerator")),
  /** Below the line. */
  TOTAL(measure(DOUBLE, "indicator unit", "分母", "Denominator")),
  /** A share or a ratio; for a change the difference of two of them. */
  VALUE(measure(DOUBLE, "1", "数值", "Value")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  /** Cluster jackknife. */
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval, low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval, high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  CI_METHOD(Spec.label(TEXT, "区间方法", "Method of the interval")),
  /** Pairs of provinces with a record. */
  CLUSTERS(measure(INT, "pairs", "结对数", "Pairs")),
  /** Years that have records of everything the number is made of. */
  YEARS(measure(INT, "years", "有记录年数", "Years with records")),
  /** MISSING_YEARS: so many years of the period have no records. */
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  ContentRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
