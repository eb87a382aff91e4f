package org.jiedui.stats;

/**
 * One way of making an index among those that a critic could choose: what a replicate of {@link
 * RankUncertainty} drew.
 *
 * @param weights declared weights times uniform factors, summing to 1; 0 for the dropped indicator
 * @param dropped column that is left out, or −1
 */
public record IndexDraw(
    double[] weights, Normalisation normalisation, Aggregation aggregation, int dropped) {

  /** How indicators are made comparable. */
  public enum Normalisation {
    /** On the declared goalposts, capped. */
    MIN_MAX,
    /** Sample mean and deviation; negative values, so aggregated arithmetically. */
    Z_SCORE,
    /** {@code (rank − 1) / (n − 1)} with mid-ranks. */
    RANK,
    /** Share of the best value's distance from the worst goalpost: x/leader of the benefit. */
    LEADER
  }

  /** Half-width of the uniform factor of each weight. */
  private static final double SPREAD = .25;

  /** Draws, in this order: a factor for each weight, normalisation, aggregation, dropped column. */
  static IndexDraw of(double[] declared, SplitMix64 random) {
    double[] weights = new double[declared.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = declared[j] * (1 - SPREAD + 2 * SPREAD * random.nextUniform());
    }
    Normalisation normalisation =
        Normalisation.values()[random.nextIndex(Normalisation.values().length)];
    boolean geometric = random.nextIndex(2) == 1 && normalisation != Normalisation.Z_SCORE;
    int dropped = random.nextIndex(declared.length + 1) - 1;
    if (dropped >= 0 && varying(declared) > 1) {
      weights[dropped] = 0;
    } else {
      dropped = -1;
    }
    return new IndexDraw(
        scaled(weights),
        normalisation,
        geometric ? Aggregation.GEOMETRIC : Aggregation.ARITHMETIC,
        dropped);
  }

  /** The declared choices without one indicator. */
  static IndexDraw without(double[] declared, int column, Aggregation aggregation) {
    double[] weights = declared.clone();
    weights[column] = 0;
    return new IndexDraw(scaled(weights), Normalisation.MIN_MAX, aggregation, column);
  }

  private static int varying(double[] weights) {
    int count = 0;
    for (double weight : weights) {
      count += weight > 0 ? 1 : 0;
    }
    return count;
  }

  private static double[] scaled(double[] weights) {
    double total = CompensatedSum.of(weights);
    double[] shares = new double[weights.length];
    for (int j = 0; j < shares.length; j++) {
      shares[j] = total > 0 ? weights[j] / total : 0;
    }
    return shares;
  }
}
