package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per group of regions, measure and period: how far the regions are from their donors, from
 * the median region and from the frontier, before, after, in each era, and the change. A
 * description, no effect.
 */
public enum GapPairRow implements Field {
  /**
   * {@code nation}, {@code recipient_province}, or {@code pair} of recipient and donor province.
   */
  LEVEL(key(TEXT, "层级", "Level")),
  RECIPIENT_CODE(key(TEXT, "受援方代码", "Recipient code")),
  /** Empty where regions are held against all their donors. */
  DONOR_CODE(key(TEXT, "支援省代码", "Donor code")),
  /**
   * {@code donor_log}, {@code donor_ratio}, {@code donor_difference}, {@code median_difference},
   * {@code frontier_difference}.
   */
  MEASURE(key(TEXT, "度量", "Measure")),
  /** {@code before}, {@code after}, {@code change}, or {@code era} and its first year. */
  PERIOD(key(TEXT, "时段", "Period")),
  RECIPIENT_NAME(Spec.label(TEXT, "受援方", "Recipient")),
  DONOR_NAME(Spec.label(TEXT, "支援省", "Donor")),
  REGIONS(measure(INT, "regions", "地区数", "Regions")),
  /** Mean of regions, each its mean over years; for the ratio the geometric one. */
  VALUE(measure(DOUBLE, "measure", "数值", "Value")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  /** By leaving out one pairing at a time; of the logarithm for the ratio. */
  STD_ERROR(measure(DOUBLE, "measure", "标准误", "Standard error")),
  CI_LOW(measure(DOUBLE, "measure", "区间下限", "Lower limit")),
  CI_HIGH(measure(DOUBLE, "measure", "区间上限", "Upper limit")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  /** Recipient province with its donors. */
  CLUSTERS(measure(INT, "clusters", "聚类单元数", "Clusters")),
  /** DEFINITION_BREAK where a series of one of the regions or donors changes its definition. */
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  GapPairRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
