package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often 95 % intervals hold the truth, by number of clusters.
 *
 * <p>Percent of seeded draws from log-normal clusters (standard deviation of the logarithm 1).
 * Ratio of totals, 2,000 draws: later totals three times as large on average with a standard
 * deviation of the logarithm of 0.5. Poisson difference in differences, 1,000 draws: half of the
 * clusters double from the fifth of eight times on, beside log-normal walks. Amounts that are less
 * skewed are covered better. The simulation is part of the tests.
 */
public enum SimulatedCoverage {
  LOG_DELTA(Of.RATIO, "对数线性化", "log-delta", 86.15, 87.15, 90.25, 92.80),
  FIELLER(Of.RATIO, "Fieller", "Fieller", 76.65, 89.60, 94.40, 94.05),
  JACKKNIFE(Of.RATIO, "刀切", "jackknife", 90.60, 90.10, 92.35, 93.45),
  PERCENTILE(Of.RATIO, "百分位自助", "bootstrap percentile", 83.60, 85.90, 89.85, 92.30),
  BCA(Of.RATIO, "BCa 自助", "bootstrap BCa", 81.20, 83.60, 87.15, 90.20),
  CR1(Of.POISSON, "CR1", "CR1", 82.40, 84.90, 89.70, 94.30),
  CV3(Of.POISSON, "CV3 刀切", "CV3", 94.10, 93.00, 94.00),
  SCORE_CLUSTER(Of.POISSON, "得分 wild 聚类自助", "score wild bootstrap", 93.00, 92.30, 93.90);

  /** What the intervals are of. */
  public enum Of {
    RATIO,
    POISSON
  }

  /** Nominal. */
  public static final double LEVEL = 0.95;

  private static final int[] CLUSTERS = {8, 12, 30, 200};
  private static final double LEAST = 92;
  private static final double MOST = 97;

  private final Of of;
  private final String zh;
  private final String en;
  private final double[] percent;

  SimulatedCoverage(Of of, String zh, String en, double... percent) {
    this.of = of;
    this.zh = zh;
    this.en = en;
    this.percent = percent;
  }

  /** Of a method as tables name it; empty for one that is not simulated. */
  public static Optional<SimulatedCoverage> of(String method) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(method.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** Methods that a reader has to be warned of at this number of clusters. */
  public static List<SimulatedCoverage> warned(Of intervals, int clusters) {
    return Arrays.stream(values())
        .filter(one -> one.of == intervals && one.offNominal(clusters).isPresent())
        .toList();
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** At the largest simulated number of clusters that is not above this one. */
  public double at(int clusters) {
    int place = 0;
    while (place + 1 < percent.length && CLUSTERS[place + 1] <= clusters) {
      place++;
    }
    return percent[place];
  }

  /** The percentage where it lies outside 92 to 97, which a reader has to be told. */
  public OptionalDouble offNominal(int clusters) {
    double share = at(clusters);
    return share < LEAST || share > MOST ? OptionalDouble.of(share) : OptionalDouble.empty();
  }
}
