package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/** One row per region and year: how closely the dimensions of its index develop together. */
public enum GapCouplingRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  UNIT_NAME(Spec.label(TEXT, "地区", "Region")),
  /** Dimensions, joined by {@code ;}. */
  SYSTEMS(Spec.label(TEXT, "系统", "Systems")),
  /** Weighted mean of the systems. */
  LEVEL(measure(DOUBLE, "1", "综合发展水平 T", "Level T")),
  COUPLING_CLASSICAL(measure(DOUBLE, "1", "耦合度 C(传统)", "Coupling C (classical)")),
  COORDINATION_CLASSICAL(measure(DOUBLE, "1", "耦合协调度 D(传统)", "Coordination D (classical)")),
  /** Of two systems; null for more. */
  COUPLING_CORRECTED(measure(DOUBLE, "1", "耦合度 C(修正)", "Coupling C (corrected)")),
  COORDINATION_CORRECTED(measure(DOUBLE, "1", "耦合协调度 D(修正)", "Coordination D (corrected)")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  GapCouplingRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
