package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Regions;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.message.Text;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.DagumGini;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.stats.SplitMix64;
import org.jiedui.stats.WeightedValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole country's gap, clusters and decomposition stay within seconds. */
@Tag("thorough")
@ExtendWith(SharedSpark.class)
class GapSpeedTest {
  private static final int COUNTIES = 2900;
  private static final int INDICATORS = 12;
  private static final double TWO_CORES = 2;

  @Test
  void aCountryWithAThousandDrawsAndTwoHundredResamplesStaysWithinHalfAMinute(SparkSession spark) {
    List<RegionValue> values = values();
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    GapIndex.Result gap = GapIndex.of(values, params());
    double half = cpuSeconds();
    double halfWall = (System.nanoTime() - start) / 1e9;
    Clusters.Result found =
        Clusters.of(
            spark,
            RegionMatrix.of(gap, 2020),
            ClusterContext.of(gap, new Years(1996, 2015), List.of(), Optional.of(grid()))
                .with(IndexDraws.of(gap, GapChoices.plain().drawn(1000, 42))),
            ClusterParams.profiled(2020, 42).withBootstraps(200));
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d counties x %d indicators x 2 years: gap %.1f s (CPU %.1f), with clusters %.1f s (CPU"
            + " %.1f)%n",
        COUNTIES, INDICATORS, halfWall, half - cpu, wall, cpuSeconds() - cpu);
    assertThat(gap.rankDraw().size()).isEqualTo(1000 + INDICATORS);
    assertThat(found.membership().size()).isEqualTo(COUNTIES);
    assertThat((cpuSeconds() - cpu) / TWO_CORES).isLessThan(30);
  }

  @Test
  void dagumOfThreeThousandUnitsTwentyFiveYearsAndThirtyOneGroupsTakesThreeSeconds() {
    SplitMix64 random = new SplitMix64(3);
    double cpu = cpuSeconds();
    double sum = 0;
    for (int year = 0; year < 25; year++) {
      double[] x = IntStream.range(0, 3000).mapToDouble(i -> random.nextUniform()).toArray();
      double[] w = IntStream.range(0, 3000).mapToDouble(i -> 1 + i % 7).toArray();
      int[] groups = IntStream.range(0, 3000).map(i -> i % 31).toArray();
      sum += DagumGini.of(new WeightedValues(x, w), groups).orElseThrow().total();
    }
    double seconds = cpuSeconds() - cpu;
    System.out.printf("Dagum of 3,000 units x 25 years x 31 groups: CPU %.2f s%n", seconds);
    assertThat(sum / 25).isBetween(.3, .37);
    assertThat(seconds).isLessThan(3);
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  /** Four groups that overlap, in two years. */
  private static List<RegionValue> values() {
    SplitMix64 random = new SplitMix64(8);
    List<RegionValue> values = new ArrayList<>();
    for (int year : new int[] {2010, 2020}) {
      for (int i = 0; i < COUNTIES; i++) {
        for (int j = 0; j < INDICATORS; j++) {
          double centre = (i % 4 + (j % 3) * (i % 2)) / 6.0;
          values.add(new RegionValue(code(i), year, "x" + j, centre + random.nextUniform()));
        }
      }
    }
    return values;
  }

  private static String code(int i) {
    return "7%05d".formatted(i);
  }

  private static Neighbourhood grid() {
    Map<String, TreeSet<String>> grid = new TreeMap<>();
    for (int i = 0; i < COUNTIES; i++) {
      for (int other : new int[] {i % 58 == 57 ? -1 : i + 1, i + 58}) {
        if (other >= 0 && other < COUNTIES) {
          grid.computeIfAbsent(code(i), c -> new TreeSet<>()).add(code(other));
          grid.computeIfAbsent(code(other), c -> new TreeSet<>()).add(code(i));
        }
      }
    }
    return new Neighbourhood(new TreeMap<>(grid));
  }

  private static GapParams params() {
    List<Part> parts =
        IntStream.range(0, INDICATORS)
            .mapToObj(
                j ->
                    new Part(
                        "x" + j,
                        Text.same("x" + j),
                        Text.same("1"),
                        "d" + j % 3,
                        Polarity.BENEFIT,
                        Optional.empty(),
                        1))
            .toList();
    return new GapParams(
        parts,
        Regions.COUNTIES,
        Weighting.ENTROPY,
        MissingPolicy.available(),
        new Years(1996, 2020),
        new Years(1996, 2015),
        new Years(2016, 2020),
        "population",
        Places.unnamed(Places.COUNTY),
        Donors.none(),
        code -> true,
        GapChoices.plain().drawn(1000, 42));
  }
}
