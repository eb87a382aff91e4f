package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per group of counties and period: does aid per head go to poor or to rich counties? A
 * description of where aid went, no effect of it.
 */
public enum TargetingRow implements Field {
  /** {@code nation}, {@code donor_province} or {@code recipient_province}. */
  LEVEL(key(TEXT, "层级", "Level")),
  CODE(key(TEXT, "代码", "Code")),
  /** {@code before}, {@code after}, {@code change}, or {@code era} and its first year. */
  PERIOD(key(TEXT, "时段", "Period")),
  NAME(Spec.label(TEXT, "名称", "Name")),
  /** Counties that were paired or had aid, with income and population. */
  COUNTIES(measure(INT, "counties", "县数", "Counties")),
  CLUSTERS(measure(INT, "clusters", "聚类数", "Clusters")),
  MEAN_AID(measure(DOUBLE, "yuan per head and year", "人均年投入", "Aid per head and year")),
  /** Below 0: aid per head favours poor counties. */
  CONCENTRATION(measure(DOUBLE, "1", "集中指数", "Concentration index").within("[-1, 1]")),
  STATUS(Spec.label(TEXT, "集中指数状态", "Status of the index")),
  STD_ERROR(measure(DOUBLE, "1", "标准误", "Standard error")),
  CI_LOW(measure(DOUBLE, "1", "区间下限", "Interval, low")),
  CI_HIGH(measure(DOUBLE, "1", "区间上限", "Interval, high")),
  CI_STATUS(Spec.label(TEXT, "区间状态", "Status of the interval")),
  KAKWANI(measure(DOUBLE, "1", "Kakwani 指数", "Kakwani")),
  SUITS(measure(DOUBLE, "1", "Suits 指数", "Suits")),
  PROGRESSIVITY_STATUS(Spec.label(TEXT, "累进性状态", "Status of Kakwani and Suits")),
  /** Of counties' shares in aid. */
  HHI(
      measure(DOUBLE, "1", "投入集中度", "HHI of aid")
          .within("[0, 1]")
          .by("sum of squared shares of the counties")),
  /** Share of aid that the tenth of counties with most aid has. */
  TOP_SHARE(measure(DOUBLE, "1", "前10%县份额", "Share of the top tenth").within("[0, 1]")),
  /** {@code above} the diagonal (poor counties have more), {@code below}, or {@code none}. */
  DOMINANCE(Spec.label(TEXT, "曲线占优", "Dominance of the curve").among("above", "below", "none")),
  /** ln aid on ln income, offset ln population, donor effects. */
  ELASTICITY(measure(DOUBLE, "1", "需要弹性 η", "Need elasticity η")),
  ELASTICITY_STATUS(Spec.label(TEXT, "弹性状态", "Status of the elasticity")),
  ELASTICITY_SE(measure(DOUBLE, "1", "弹性标准误", "Standard error of η")),
  LOW_90(measure(DOUBLE, "1", "90%下限", "90 %, low")),
  HIGH_90(measure(DOUBLE, "1", "90%上限", "90 %, high")),
  LOW_95(measure(DOUBLE, "1", "95%下限", "95 %, low")),
  HIGH_95(measure(DOUBLE, "1", "95%上限", "95 %, high")),
  ELASTICITY_METHOD(Spec.label(TEXT, "弹性区间方法", "Variance of η")),
  ELASTICITY_CLUSTERS(measure(INT, "clusters", "弹性聚类数", "Clusters of η")),
  ELASTICITY_CI_STATUS(Spec.label(TEXT, "弹性区间状态", "Status of the intervals of η")),
  /** Slopes within ± band count as none. */
  BAND(measure(DOUBLE, "1", "均衡带宽", "Band").within("> 0")),
  /** PRO_POOR, BALANCED, PRO_RICH or UNDETERMINED; empty for a change. */
  VERDICT(
      Spec.label(TEXT, "判断", "Verdict").among("PRO_POOR", "BALANCED", "PRO_RICH", "UNDETERMINED")),
  /** Counties of the group's recipient provinces, paired or not. */
  UNIVERSE(measure(INT, "counties", "全部县数", "All counties")),
  TREATED(measure(INT, "counties", "有投入县数", "Counties with aid")),
  COUNT_GAP(measure(DOUBLE, "1", "漏助率(县)", "Count gap")),
  INCOME_GAP(measure(DOUBLE, "1", "漏助率(收入)", "Income gap")),
  ERROR(measure(DOUBLE, "1", "瞄准误差", "Targeting error")),
  /** Concentration of having aid at all, scaled by its range (Erreygers). */
  COVERAGE_INDEX(measure(DOUBLE, "1", "覆盖集中指数", "Concentration of coverage")),
  GAP_STATUS(Spec.label(TEXT, "瞄准状态", "Status of the gaps")),
  /** MISSING_YEARS: incomes are so many years later than the period's first. */
  FLAGS(Spec.label(TEXT, "标记", "Flags"));

  private final Spec spec;

  TargetingRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
