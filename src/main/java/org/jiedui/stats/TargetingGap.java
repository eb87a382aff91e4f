package org.jiedui.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many of the poorest regions a programme misses, and by how much income.
 *
 * <p>Formula, m regions treated, held against the m poorest: count gap = missed / m; income gap =
 * {@code Σ_missed (z − x) / Σ_{m poorest} (z − x)}, z the income of the (m + 1)-th poorest or a
 * declared line; error = (poor untreated + treated not poor) / n. Ties go by the order given. Unit:
 * shares. Empty (NO_CONTRAST) where none or all are treated; income gap empty where all of the m
 * poorest are on the line. Source: after Park, Wang and Wu (2002), Journal of Public Economics 86,
 * 123–153.
 */
public record TargetingGap(double countGap, OptionalDouble incomeGap, double error) {

  /** The line is the income of the poorest region that would not be reached by exact targeting. */
  public static Optional<TargetingGap> of(double[] income, boolean[] treated) {
    int m = count(treated);
    if (m == 0 || m == income.length) {
      return Optional.empty();
    }
    int[] order = WeightedValues.unweighted(income).order();
    return of(income, treated, income[order[m]]);
  }

  public static Optional<TargetingGap> of(double[] income, boolean[] treated, double line) {
    int m = count(treated);
    if (m == 0 || m == income.length) {
      return Optional.empty();
    }
    int[] order = WeightedValues.unweighted(income).order();
    CompensatedSum missed = new CompensatedSum();
    CompensatedSum all = new CompensatedSum();
    int left = 0;
    for (int i = 0; i < m; i++) {
      double shortfall = line - income[order[i]];
      all.add(shortfall);
      missed.add(treated[order[i]] ? 0 : shortfall);
      left += treated[order[i]] ? 0 : 1;
    }
    return Optional.of(
        new TargetingGap(
            left / (double) m,
            all.value() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(missed.value() / all.value()),
            2.0 * left / income.length));
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
