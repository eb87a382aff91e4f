package org.jiedui.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How often do 95 % intervals hold the truth? Seeded draws from planted superpopulations, so that
 * the same shares come out every time.
 */
final class CoverageSimulation {
  static final int[] CLUSTERS = {8, 12, 30, 200};
  private static final double RATIO = 3;
  private static final double LEVEL = 0.95;
  private static final int RESAMPLES = 999;
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private CoverageSimulation() {}

  /** Share of intervals that hold the truth, by method. */
  static Map<String, Double> ratios(int clusters, int draws) {
    return shares(draws, draw -> ratio(clusters, draw));
  }

  /** The same of the treatment's coefficient in a panel with correlated errors. */
  static Map<String, Double> regressions(int clusters, int draws) {
    return shares(draws, draw -> regression(clusters, draw));
  }

  private static Map<String, Double> shares(
      int draws, Function<Integer, Map<String, Boolean>> one) {
    Map<String, Double> shares = new LinkedHashMap<>();
    IntStream.range(0, draws)
        .parallel()
        .mapToObj(one::apply)
        .toList()
        .forEach(
            held ->
                held.forEach((method, yes) -> shares.merge(method, yes ? 1.0 : 0.0, Double::sum)));
    shares.replaceAll((method, count) -> 100 * count / draws);
    return shares;
  }

  /**
   * Log-normal clusters (log sd 1), later totals three times as large on average with log sd 0.5.
   */
  private static Map<String, Boolean> ratio(int clusters, int draw) {
    SplitMix64 random = new SeedSequence(42, "coverage.ratio." + clusters).generator(draw);
    double[] before = new double[clusters];
    double[] after = new double[clusters];
    for (int g = 0; g < clusters; g++) {
      before[g] = StrictMath.exp(normal(random));
      after[g] = before[g] * RATIO * StrictMath.exp(0.5 * normal(random) - 0.125);
    }
    RatioOfTotals ratio = RatioOfTotals.of(before, after).orElseThrow();
    SeedSequence seeds = new SeedSequence(draw, "coverage.boot." + clusters);
    double[][][] totals = {{before, after}};
    double[] resamples =
        IntStream.range(0, RESAMPLES)
            .mapToDouble(r -> RatioBootstrap.replicate(totals, seeds.seed(r))[0])
            .toArray();
    RatioBootstrap bootstrap = RatioBootstrap.of(ratio, resamples);
    Map<String, Boolean> held = new LinkedHashMap<>();
    held.put("log_delta", holds(ratio.logDelta(LEVEL, ReferenceDistribution.T), RATIO));
    held.put("fieller", holds(ratio.fieller(LEVEL, ReferenceDistribution.T), RATIO));
    held.put("jackknife", holds(ratio.jackknifeLog(LEVEL, ReferenceDistribution.T), RATIO));
    held.put("percentile", holds(bootstrap.percentile(LEVEL), RATIO));
    held.put("bca", holds(bootstrap.bca(LEVEL), RATIO));
    return held;
  }

  /** Half the clusters are treated from the fifth of eight times on; errors share a walk. */
  private static Map<String, Boolean> regression(int clusters, int draw) {
    SplitMix64 random = new SeedSequence(42, "coverage.did." + clusters).generator(draw);
    int times = 8;
    double[] y = new double[clusters * times];
    double[] treated = new double[y.length];
    int[] unit = new int[y.length];
    int[] time = new int[y.length];
    for (int g = 0; g < clusters; g++) {
      double size = StrictMath.exp(0.5 * normal(random));
      double walk = 0;
      for (int t = 0; t < times; t++) {
        int row = g * times + t;
        walk += normal(random) * size;
        unit[row] = g;
        time[row] = t;
        treated[row] = g % 2 == 0 && t >= 4 ? 1 : 0;
        y[row] = treated[row] + walk + normal(random);
      }
    }
    Factor cluster = Factor.of("unit", unit);
    Fit fit =
        Regression.ols(
            Design.of(y).regressor("D", treated).effect(cluster).effect(Factor.of("time", time)));
    Map<String, Boolean> held = new LinkedHashMap<>();
    List<Vcov> kinds =
        clusters <= 30
            ? List.of(Vcov.cr1(cluster), Vcov.cr2(cluster), Vcov.cv3(cluster))
            : List.of(Vcov.cr1(cluster));
    for (Vcov kind : kinds) {
      Covariance v = fit.covariance(kind);
      held.put(v.method().split("\\(")[0], holds(Optional.of(v.interval(0, LEVEL)), 1));
    }
    if (clusters <= 12) {
      double[] shifted = IntStream.range(0, y.length).mapToDouble(i -> y[i] - treated[i]).toArray();
      Fit atTruth = Regression.ols(fit.design().outcome(shifted));
      SeedSequence seeds = new SeedSequence(draw, "coverage.wild");
      held.put("wild_cluster", WildClusterBootstrap.p(atTruth, "D", cluster, seeds) > 0.05);
    }
    return held;
  }

  /**
   * Flows of half the clusters double from the fifth of eight times on, beside effects of clusters
   * and times; log-normal clusters (log sd 1) with a log-normal walk of their own (log sd 0.2).
   */
  static Map<String, Double> poisson(int clusters, int draws) {
    return shares(draws, draw -> poissonOnce(clusters, draw));
  }

  private static Map<String, Boolean> poissonOnce(int clusters, int draw) {
    SplitMix64 random = new SeedSequence(42, "coverage.poisson." + clusters).generator(draw);
    int times = 8;
    double truth = StrictMath.log(2);
    double[] y = new double[clusters * times];
    double[] treated = new double[y.length];
    int[] unit = new int[y.length];
    int[] time = new int[y.length];
    for (int g = 0; g < clusters; g++) {
      double walk = normal(random);
      for (int t = 0; t < times; t++) {
        int row = g * times + t;
        walk += 0.2 * normal(random);
        unit[row] = g;
        time[row] = t;
        treated[row] = g % 2 == 0 && t >= 4 ? 1 : 0;
        y[row] = 1000 * StrictMath.exp(walk + 0.05 * t + truth * treated[row]);
      }
    }
    Factor cluster = Factor.of("unit", unit);
    double[] known = Arrays.stream(treated).map(d -> d * truth).toArray();
    Fit fit =
        Ppml.fit(
            Design.of(y)
                .regressor("D", treated)
                .effect(cluster)
                .effect(Factor.of("time", time))
                .offset(known));
    Map<String, Boolean> held = new LinkedHashMap<>();
    List<Vcov> kinds =
        clusters <= 30 ? List.of(Vcov.cr1(cluster), Vcov.cv3(cluster)) : List.of(Vcov.cr1(cluster));
    for (Vcov kind : kinds) {
      Covariance v = fit.covariance(kind);
      held.put(v.method().split("\\(")[0], holds(Optional.of(v.interval(0, LEVEL)), 0));
    }
    if (clusters <= 30) {
      SeedSequence seeds = new SeedSequence(draw, "coverage.score");
      held.put(
          "score_cluster", WildClusterBootstrap.of(fit, "D", cluster, seeds, LEVEL).p() > 0.05);
    }
    return held;
  }

  private static double normal(SplitMix64 random) {
    return NORMAL.inverseCumulativeProbability(random.nextUniform() + 0x1.0p-54);
  }

  private static boolean holds(Optional<Interval> interval, double truth) {
    return interval.filter(i -> i.low() <= truth && truth <= i.high()).isPresent();
  }
}
