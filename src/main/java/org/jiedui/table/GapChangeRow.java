package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per recipient region: its mean gap before and after, to the goalposts and to its donors,
 * and the change. A description, no effect.
 */
public enum GapChangeRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  UNIT_NAME(Spec.label(TEXT, "地区", "Region")),
  YEARS_BEFORE(measure(INT, "years", "前期年数", "Years before")),
  YEARS_AFTER(measure(INT, "years", "后期年数", "Years after")),
  GAP_BEFORE(
      measure(DOUBLE, "1", "前期平均差距", "Mean gap before")
          .within("[0, 1]")
          .by("mean of gap_index.gap over the earlier window")),
  GAP_AFTER(
      measure(DOUBLE, "1", "后期平均差距", "Mean gap after")
          .within("[0, 1]")
          .by("mean of gap_index.gap over the later window")),
  GAP_CHANGE(measure(DOUBLE, "1", "差距变化", "Change of gap").by("gap_after - gap_before")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  DONOR_YEARS_BEFORE(measure(INT, "years", "前期结对年数", "Paired years before")),
  DONOR_YEARS_AFTER(measure(INT, "years", "后期结对年数", "Paired years after")),
  DONOR_GAP_BEFORE(measure(DOUBLE, "ln", "前期与支援方差距", "Mean log gap to donors before")),
  DONOR_GAP_AFTER(measure(DOUBLE, "ln", "后期与支援方差距", "Mean log gap to donors after")),
  DONOR_GAP_CHANGE(
      measure(DOUBLE, "ln", "与支援方差距变化", "Change of log gap to donors")
          .by("donor_gap_after - donor_gap_before")),
  DONOR_STATUS(Spec.label(TEXT, "与支援方差距状态", "Status of the gap to donors")),
  /** DEFINITION_BREAK where a series of the region or of a donor changes its definition. */
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  GapChangeRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
