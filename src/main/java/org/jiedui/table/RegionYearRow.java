package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/**
 * One level of one indicator in one region and year, on the base year's units. The value is in the
 * indicator's own unit and absent where it cannot be recomputed; {@code flags} says why.
 */
public enum RegionYearRow implements Field {
  REGION_CODE(key(TEXT, "地区代码(基准年)", "Region code (base year)")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  VALUE(
      measure(DOUBLE, "indicator unit", "数值", "Value")
          .by("as reported; summed or recomputed where units merged, see flags")),
  /** How the value came about, or why it is absent; empty when taken over unchanged. */
  FLAGS(Spec.label(TEXT, "标记", "Flags")),
  /**
   * Population meant, where the source says it: {@code registered} or {@code resident}; both joined
   * by "+" where codes that became one differ. Where a source gives both for one code and year, the
   * resident one counts.
   */
  DEFINITION(
      Spec.label(TEXT, "人口口径", "Population definition")
          .among("registered", "resident", "registered+resident"));

  /** Summed over the units that became one. */
  public static final String SUMMED = "SUMMED";

  /** The part of a divided unit, by the weights of {@code geography_split}. */
  public static final String SHARED = "SHARED";

  /** A rate recomputed from its parts with the denominator as weight. */
  public static final String RECOMPUTED = "RECOMPUTED";

  /**
   * A rate whose units merged or were divided and whose denominators are not all there: left empty.
   */
  public static final String MERGED_RATE = "MERGED_RATE";

  private final Spec spec;

  RegionYearRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
