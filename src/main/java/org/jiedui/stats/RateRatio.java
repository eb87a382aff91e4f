package org.jiedui.stats;

import java.util.Optional;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Ratio of two Poisson rates, later over earlier, with its exact conditional interval.
 *
 * <p>Given the total n, the later count is binomial with probability π = λT₁/(λT₁ + T₀); Clopper
 * and Pearson's limits of π give those of the rate ratio λ. p: the total probability of counts no
 * likelier than the one observed when λ = 1. Counts of events that occur independently; clusters
 * make the interval too narrow. Undefined: ratio and upper limit for an earlier count of 0. Source:
 * C. J. Clopper and E. S. Pearson, 1934, Biometrika 26, 404–413; as R's {@code poisson.test}.
 */
public record RateRatio(long before, double timeBefore, long after, double timeAfter) {
  private static final double TIE = 1 + 1e-7;

  public double ratio() {
    return (after / timeAfter) / (before / timeBefore);
  }

  /** Empty for an earlier count of 0. */
  public Optional<Interval> interval(double level) {
    if (before == 0) {
      return Optional.empty();
    }
    double tail = (1 - level) / 2;
    double low =
        after == 0
            ? 0
            : new BetaDistribution(after, before + 1.0).inverseCumulativeProbability(tail);
    double high = new BetaDistribution(after + 1.0, before).inverseCumulativeProbability(1 - tail);
    double time = timeBefore / timeAfter;
    return Optional.of(new Interval(low / (1 - low) * time, high / (1 - high) * time));
  }

  public double p() {
    int n = Math.toIntExact(before + after);
    BinomialDistribution counts = new BinomialDistribution(n, timeAfter / (timeBefore + timeAfter));
    double observed = counts.probability(Math.toIntExact(after)) * TIE;
    CompensatedSum sum = new CompensatedSum();
    for (int count = 0; count <= n; count++) {
      double probability = counts.probability(count);
      sum.add(probability <= observed ? probability : 0);
    }
    return Math.min(1, sum.value());
  }
}
