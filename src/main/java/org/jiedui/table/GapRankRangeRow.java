package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per recipient region of the last year with an index: its rank, and where other ways of
 * making the index would put it. Rank 1 is the largest gap; ties share the mean rank.
 */
public enum GapRankRangeRow implements Field {
  UNIT_CODE(key(TEXT, "地区代码", "Region code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  UNIT_NAME(Spec.label(TEXT, "地区", "Region")),
  RANK_NOMINAL(measure(DOUBLE, "rank", "公布位次", "Nominal rank")),
  RANK_MEAN(measure(DOUBLE, "rank", "平均位次", "Mean rank")),
  RANK_MEDIAN(measure(DOUBLE, "rank", "位次中位数", "Median rank")),
  RANK_LOW(measure(DOUBLE, "rank", "位次 5% 分位", "5 % rank")),
  RANK_HIGH(measure(DOUBLE, "rank", "位次 95% 分位", "95 % rank")),
  MEAN_SHIFT(measure(DOUBLE, "ranks", "平均位次变动(绝对值)", "Mean absolute change of rank")),
  /** Draws that place the region. */
  DRAWS(measure(INT, "draws", "抽样次数", "Draws")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  GapRankRangeRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
