package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per other way of making the index: what it does differently, and how far it moves the
 * ranks.
 */
public enum GapRankDrawRow implements Field {
  YEAR(key(Type.YEAR, "年份", "Year")),
  /** {@code draw}: all choices drawn; {@code without}: as published, one indicator left out. */
  KIND(key(TEXT, "类型", "Kind")),
  NUMBER(key(INT, "序号", "Number")),
  NORMALISATION(Spec.label(TEXT, "标准化", "Normalisation")),
  AGGREGATION(Spec.label(TEXT, "合成", "Aggregation")),
  /** Indicator that is left out; empty for none. */
  DROPPED(Spec.label(TEXT, "剔除的指标", "Indicator left out")),
  /** {@code indicator=weight} joined by {@code ;}. */
  WEIGHTS(Spec.label(TEXT, "权重", "Weights")),
  REGIONS(measure(INT, "regions", "地区数", "Regions")),
  MEAN_SHIFT(measure(DOUBLE, "ranks", "平均位次变动(绝对值)", "Mean absolute change of rank")),
  LARGEST_SHIFT(measure(DOUBLE, "ranks", "最大位次变动", "Largest change of rank")),
  SPEARMAN(measure(DOUBLE, "1", "与公布位次的秩相关", "Spearman with nominal ranks")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  public static final String DRAW = "draw";
  public static final String WITHOUT = "without";

  private final Spec spec;

  GapRankDrawRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
