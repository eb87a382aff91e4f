package org.jiedui.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jiedui.stats.Design;
import org.jiedui.stats.EventStudy;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Fit;
import org.jiedui.stats.GroupTimeEffects;
import org.jiedui.stats.GroupTimeSummary;
import org.jiedui.stats.Ppml;
import org.jiedui.stats.RatioBootstrap;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SplitMix64;
import org.jiedui.stats.Vcov;

/** Times the estimators on panels of the size of a whole country, each once cold and once warm. */
public final class Estimators {
  private static final SplitMix64 RANDOM = new SeedSequence(42, "bench").generator(0);

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Estimators() {}

  public static void main(String[] args) {
    System.out.println("| What | Cold s | Warm s | Cold CPU s | Warm CPU s | Result |");
    System.out.println("|---|---|---|---|---|---|");
    bootstrap();
    ppml();
    staggered();
  }

  private static void time(String what, java.util.function.Supplier<String> work) {
    double[] seconds = new double[2];
    double[] cpu = new double[2];
    String result = "";
    for (int run = 0; run < 2; run++) {
      long start = System.nanoTime();
      long worked = PROCESS.getProcessCpuTime();
      result = work.get();
      seconds[run] = (System.nanoTime() - start) / 1e9;
      cpu[run] = (PROCESS.getProcessCpuTime() - worked) / 1e9;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f | %s |%n",
        what,
        seconds[0],
        seconds[1],
        cpu[0],
        cpu[1],
        result);
  }

  /** Nation, 9 donors and 14 recipient provinces; clusters are pairs, or counties below a pair. */
  private static void bootstrap() {
    int[] clusters = IntStream.range(0, 24).map(i -> i == 0 ? 24 : i < 10 ? 210 : 207).toArray();
    double[][][] totals = new double[clusters.length][2][];
    for (int i = 0; i < clusters.length; i++) {
      for (int side = 0; side < 2; side++) {
        totals[i][side] = IntStream.range(0, clusters[i]).mapToDouble(g -> uniform(1e9)).toArray();
      }
    }
    SeedSequence seeds = new SeedSequence(42, "boot.effect_ratio");
    time(
        "9,999 cluster-bootstrap replicates of 24 national and provincial ratios, 2,900 counties",
        () -> {
          double[][] drawn =
              IntStream.range(0, RatioBootstrap.REPLICATES)
                  .parallel()
                  .mapToObj(r -> RatioBootstrap.replicate(totals, seeds.seed(r)))
                  .toArray(double[][]::new);
          return String.format(Locale.ROOT, "R* = %.6f", drawn[9_998][0]);
        });
  }

  private static void ppml() {
    int units = 80_000;
    int times = 25;
    int n = units * times;
    double[] y = new double[n];
    double[][] x = new double[3][n];
    int[] unit = new int[n];
    int[] time = new int[n];
    for (int row = 0; row < n; row++) {
      unit[row] = row / times;
      time[row] = row % times;
      double eta = Math.sin(unit[row]) + 0.03 * time[row];
      for (int k = 0; k < 3; k++) {
        x[k][row] = uniform(2) - 1;
        eta += 0.2 * (k + 1) * x[k][row];
      }
      y[row] = Math.floor(Math.exp(eta) * uniform(2) * 3);
    }
    Factor units2 = Factor.of("unit", unit);
    Factor times2 = Factor.of("time", time);
    time(
        "two-way PPML, 2 million cells, 3 regressors, CR1 by unit",
        () -> {
          Fit fit =
              Ppml.fit(
                  Design.of(y)
                      .regressor("x1", x[0])
                      .regressor("x2", x[1])
                      .regressor("x3", x[2])
                      .effect(units2)
                      .effect(times2));
          double error = fit.covariance(Vcov.cr1(units2)).standardError(0);
          return String.format(Locale.ROOT, "b1 = %.6f (%.6f)", fit.coefficient(0), error);
        });
  }

  private static void staggered() {
    int units = 3000;
    int[] times = IntStream.rangeClosed(1, 25).toArray();
    double[][] y = new double[units][25];
    int[] first = new int[units];
    for (int i = 0; i < units; i++) {
      first[i] = i % 11 == 0 ? EventStudy.NEVER : 5 + i % 11;
      for (int t = 0; t < 25; t++) {
        y[i][t] = uniform(1) + (first[i] > 0 && times[t] >= first[i] ? 1 : 0);
      }
    }
    var panel = new GroupTimeEffects.Panel(y, times, first, Factor.rows(units));
    time(
        "Callaway–Sant'Anna, 3,000 units × 25 periods × 10 cohorts, 999 multiplier draws",
        () -> {
          GroupTimeSummary s =
              GroupTimeEffects.of(
                      panel, GroupTimeEffects.Control.NEVER_TREATED, GroupTimeEffects.Base.VARYING)
                  .summary();
          double band = s.bandQuantile(s.cells(), 0.95, new SeedSequence(42, "bench.band"), 999);
          return String.format(Locale.ROOT, "simple = %.6f, band %.3f", s.simple().value(), band);
        });
  }

  private static double uniform(double size) {
    return RANDOM.nextUniform() * size;
  }
}
