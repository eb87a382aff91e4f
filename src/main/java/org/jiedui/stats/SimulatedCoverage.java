package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * How often 95 % intervals of a ratio of totals hold the truth, by number of clusters.
 *
 * <p>Percent of 2,000 seeded draws: log-normal clusters (standard deviation of the logarithm 1),
 * later totals three times as large on average with a standard deviation of the logarithm of 0.5.
 * Amounts that are less skewed are covered better. The simulation is part of the tests.
 */
public enum SimulatedCoverage {
  LOG_DELTA(86.15, 87.15, 90.25, 92.80),
  FIELLER(76.65, 89.60, 94.40, 94.05),
  JACKKNIFE(90.60, 90.10, 92.35, 93.45),
  PERCENTILE(83.60, 85.90, 89.85, 92.30),
  BCA(81.20, 83.60, 87.15, 90.20);

  private static final int[] CLUSTERS = {8, 12, 30, 200};
  private static final double LEAST = 92;
  private static final double MOST = 97;

  private final double[] percent;

  SimulatedCoverage(double... percent) {
    this.percent = percent;
  }

  /** At the largest simulated number of clusters that is not above this one. */
  public double at(int clusters) {
    int place = 0;
    while (place + 1 < CLUSTERS.length && CLUSTERS[place + 1] <= clusters) {
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
