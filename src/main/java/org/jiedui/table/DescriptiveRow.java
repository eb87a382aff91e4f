package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;
import static org.jiedui.table.Type.YEAR;

/** One row per indicator of regions: how many values there are, and how they spread. */
public enum DescriptiveRow implements Field {
  INDICATOR(key(TEXT, "指标", "Indicator")),
  N(measure(INT, "region-years", "观测数", "Observations")),
  REGIONS(measure(INT, "regions", "地区数", "Regions")),
  FIRST_YEAR(Spec.label(YEAR, "首年", "First year")),
  LAST_YEAR(Spec.label(YEAR, "末年", "Last year")),
  MEAN(measure(DOUBLE, "indicator unit", "均值", "Mean").by("mean of region_year.value")),
  SD(
      measure(DOUBLE, "indicator unit", "标准差", "Standard deviation")
          .by("standard deviation of region_year.value, divisor n - 1")),
  MINIMUM(measure(DOUBLE, "indicator unit", "最小值", "Minimum")),
  MEDIAN(measure(DOUBLE, "indicator unit", "中位数", "Median").by("median of region_year.value")),
  MAXIMUM(measure(DOUBLE, "indicator unit", "最大值", "Maximum")),
  STATUS(Spec.label(TEXT, "状态", "Status"));

  private final Spec spec;

  DescriptiveRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
