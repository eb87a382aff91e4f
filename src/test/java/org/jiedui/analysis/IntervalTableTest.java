package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.analysis.PlantedSeries.PARAMS;
import static org.jiedui.analysis.PlantedSeries.one;
import static org.jiedui.analysis.PlantedSeries.series;
import static org.jiedui.analysis.PlantedSeries.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.stats.SimulatedCoverage;
import org.jiedui.table.EffectIntervalRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** Which intervals does a multiple have, and where are they not to be had? */
class IntervalTableTest {
  private static Map<EffectIntervalRow, String> interval(String method) {
    return Map.of(EffectIntervalRow.LEVEL, "nation", EffectIntervalRow.METHOD, method);
  }

  private static List<Series> pairs(double[][] sides) {
    return IntStream.range(0, sides.length)
        .mapToObj(
            i ->
                series(
                    "cadres",
                    i,
                    i,
                    year -> year == 2000 ? sides[i][0] : year == 2018 ? sides[i][1] : 0))
        .toList();
  }

  @Test
  void everyMethodOfAnIntervalIsOfferedWhereItHolds() {
    double[][] nine = new double[9][];
    for (int i = 0; i < 9; i++) {
      nine[i] = new double[] {100 + 7 * i, 200 + (i % 3) * 40};
    }
    Frame intervals = tables(pairs(nine), PARAMS).interval();
    for (String method :
        List.of("log_delta", "fieller", "jackknife", "percentile", "bca", "conditional")) {
      assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval(method)))
          .as(method)
          .isEqualTo("OK");
      double low = (Double) one(intervals, EffectIntervalRow.CI_LOW, interval(method));
      double ratio = (Double) one(intervals, EffectIntervalRow.RATIO, interval(method));
      double high = (Double) one(intervals, EffectIntervalRow.CI_HIGH, interval(method));
      assertThat(ratio).as(method).isBetween(low, high);
    }
    assertThat(one(intervals, EffectIntervalRow.REPLICATES, interval("bca"))).isEqualTo(9999);
    assertThat(one(intervals, EffectIntervalRow.COVERAGE_SIMULATED, interval("bca")))
        .isEqualTo(SimulatedCoverage.BCA.at(9));
    assertThat(one(intervals, EffectIntervalRow.COVERAGE_SIMULATED, interval("conditional")))
        .isNull();
  }

  @Test
  void everyMethodThatCoversBadlyIsNamedAtItsNumberOfClusters() {
    assertThat(Estimates.coverage(24).orElseThrow().en())
        .contains("With 24 clusters")
        .contains("log-delta 87 %", "Fieller 90 %", "jackknife 90 %")
        .contains("bootstrap percentile 86 %", "bootstrap BCa 84 %");
    assertThat(Estimates.coverage(30).orElseThrow().zh())
        .contains("聚类数为 30", "对数线性化 90 %", "BCa 自助 87 %")
        .doesNotContain("刀切", "Fieller");
    assertThat(Estimates.coverage(200).orElseThrow().en()).contains("bootstrap BCa 90 %");
    assertThat(Estimates.poissonCoverage(24).orElseThrow().en())
        .contains("With 24 clusters", "Poisson", "CR1 85 %")
        .doesNotContain("CV3", "score", "log-delta");
    assertThat(Estimates.poissonCoverage(200)).isEmpty();
  }

  @Test
  void fewClustersLeaveTheJackknifeOnly() {
    double[][] four = {{100, 200}, {110, 300}, {90, 150}, {80, 260}};
    Frame intervals = tables(pairs(four), PARAMS).interval();
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("log_delta")))
        .isEqualTo("TOO_FEW_CLUSTERS");
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("jackknife"))).isEqualTo("OK");
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("bca")))
        .isEqualTo("TOO_FEW_CLUSTERS");
  }

  @Test
  void aConcentratedBaseIsUnboundedByFiellerAndUnstableUnderResampling() {
    double[][] lone = new double[8][];
    for (int i = 0; i < 8; i++) {
      lone[i] = new double[] {i == 0 ? 900 : 0, 100 + i};
    }
    Frame intervals = tables(pairs(lone), PARAMS).interval();
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("fieller")))
        .isEqualTo("FIELLER_UNBOUNDED");
    assertThat(one(intervals, EffectIntervalRow.CI_STATUS, interval("bca")))
        .isEqualTo("BOOT_UNSTABLE");
    assertThat((Integer) one(intervals, EffectIntervalRow.UNDEFINED, interval("bca")))
        .isGreaterThan(10);
  }
}
