package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Do several groups or periods move between classes with the same probabilities? Likelihood ratio
 * test.
 *
 * <p>Formula: {@code LR = 2 Σ_s Σ_ij n_ij|s ln(p_ij|s / p_ij)}, p_ij from all samples together;
 * degrees of freedom {@code Σ_i (a_i − 1)(b_i − 1)}, a_i the classes that row i leads to in any
 * sample, b_i the samples in which row i has moves. p from χ². Empty p where no degree of freedom
 * is left (NO_DF). Source: Anderson and Goodman (1957); Bickenbach and Bode (2003), International
 * Regional Science Review 26, 363–392.
 */
public record TransitionHomogeneity(double statistic, int degreesOfFreedom) {

  public static TransitionHomogeneity of(List<MarkovChain> samples) {
    MarkovChain pooled = pooled(samples);
    CompensatedSum sum = new CompensatedSum();
    int degrees = 0;
    for (int i = 0; i < pooled.classes(); i++) {
      int row = i;
      long reached = Arrays.stream(pooled.counts()[i]).filter(n -> n > 0).count();
      long present = samples.stream().filter(s -> !s.isEmpty(row)).count();
      degrees += (int) (Math.max(0, reached - 1) * Math.max(0, present - 1));
      for (MarkovChain sample : samples) {
        addRow(sample, pooled, i, sum);
      }
    }
    return new TransitionHomogeneity(2 * sum.value(), degrees);
  }

  public OptionalDouble p() {
    return degreesOfFreedom == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            1 - new ChiSquaredDistribution(degreesOfFreedom).cumulativeProbability(statistic));
  }

  private static void addRow(MarkovChain sample, MarkovChain pooled, int i, CompensatedSum sum) {
    if (sample.isEmpty(i)) {
      return;
    }
    double[] own = sample.row(i).orElseThrow();
    double[] all = pooled.row(i).orElseThrow();
    for (int j = 0; j < own.length; j++) {
      long n = sample.counts()[i][j];
      sum.add(n == 0 ? 0 : n * StrictMath.log(own[j] / all[j]));
    }
  }

  private static MarkovChain pooled(List<MarkovChain> samples) {
    int k = samples.get(0).classes();
    long[][] counts = new long[k][k];
    for (MarkovChain sample : samples) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          counts[i][j] += sample.counts()[i][j];
        }
      }
    }
    return new MarkovChain(counts);
  }
}
