package org.jiedui.stats;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What a standardised estimate is compared with: Student's t with G − 1 degrees of freedom, or the
 * normal.
 *
 * <p>Quantiles come from pure Java (Hipparchus) and are the same on every machine.
 */
public enum ReferenceDistribution {
  T {
    @Override
    public double quantile(double p, int degreesOfFreedom) {
      return new TDistribution(degreesOfFreedom, 1e-14).inverseCumulativeProbability(p);
    }
  },
  NORMAL {
    @Override
    public double quantile(double p, int degreesOfFreedom) {
      return new NormalDistribution().inverseCumulativeProbability(p);
    }
  };

  /** The p-quantile; degrees of freedom, at least 1, mean nothing to the normal. */
  public abstract double quantile(double p, int degreesOfFreedom);

  private final Map<Asked, Double> known = new ConcurrentHashMap<>();

  /** Half-width, in standard errors, of a two-sided interval at this level. */
  public double critical(double level, int degreesOfFreedom) {
    return known.computeIfAbsent(
        new Asked(level, degreesOfFreedom), asked -> quantile(0.5 + level / 2, degreesOfFreedom));
  }

  private record Asked(double level, int degreesOfFreedom) {}

  /** Two-sided p of Student's t. */
  public static double twoSided(double statistic, double degreesOfFreedom) {
    return 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(statistic));
  }

  /** P(Z > z) of the normal. */
  static double normalTail(double z) {
    return new NormalDistribution().cumulativeProbability(-z);
  }

  /** The name in settings: {@code t} or {@code normal}. */
  public static ReferenceDistribution named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
