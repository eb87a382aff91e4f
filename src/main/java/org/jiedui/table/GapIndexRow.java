package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per region and year: its development index, its gap to the goalposts and to its paired
 * donor. Donor provinces have rows too, without rank and donor.
 */
public enum GapIndexRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  UNIT_NAME(Spec.label(TEXT, "地区", "Region")),
  /** {@code recipient} or {@code donor}. */
  ROLE(Spec.label(TEXT, "角色", "Role").among("recipient", "donor")),
  INDICATORS(measure(INT, "indicators", "可用指标数", "Indicators present")),
  WEIGHT_SHARE(
      measure(DOUBLE, "1", "可用权重占比", "Share of weight present")
          .within("[0, 1]")
          .by("sum of gap_weights.weight of the indicators present")),
  DEVELOPMENT_INDEX(
      measure(DOUBLE, "1", "发展指数", "Development index")
          .within("[0, 1]")
          .by(
              "mean of gap_component.normalised by gap_component.weight (aggregation of the study)")),
  GAP(
      measure(DOUBLE, "1", "发展差距(1−指数)", "Gap (1 − index)")
          .within("[0, 1]")
          .by("1 - development_index")),
  /** 1 is the largest gap of the year; equal gaps go by code. */
  GAP_RANK(
      measure(INT, "rank", "差距位次(1=最大)", "Rank of gap (1 = largest)")
          .within("≥ 1")
          .by("rank of gap within year, largest first")),
  /** Among the recipients of the year that have every indicator; null for the others. */
  TOPSIS(measure(DOUBLE, "1", "TOPSIS 贴近度", "TOPSIS closeness").within("[0, 1]")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  /** Codes joined by {@code ;}. */
  DONOR_CODES(Spec.label(TEXT, "支援省代码", "Donor province codes")),
  DONOR_INDEX(measure(DOUBLE, "1", "支援方指数", "Index of the donors")),
  DONOR_GAP_LOG(
      measure(DOUBLE, "ln", "与支援方差距(对数比)", "Gap to donors (log ratio)")
          .by("ln(donor_index / development_index)")),
  DONOR_GAP_DIFFERENCE(
      measure(DOUBLE, "1", "与支援方差距(差)", "Gap to donors (difference)")
          .by("donor_index - development_index")),
  DONOR_STATUS(Spec.label(TEXT, "与支援方差距状态", "Status of the gap to donors")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  public static final String RECIPIENT = "recipient";
  public static final String DONOR = "donor";

  private final Spec spec;

  GapIndexRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
