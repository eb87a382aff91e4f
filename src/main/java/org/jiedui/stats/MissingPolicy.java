package org.jiedui.stats;

/**
 * What an index does when an indicator is missing: the share of weight that must be present.
 *
 * <p>The weights of what is present are rescaled to sum to one. Absent is never zero.
 *
 * @param minimumShare between 0 (exclusive) and 1
 */
public record MissingPolicy(double minimumShare) {
  private static final double ROUNDING = 1e-12;

  public MissingPolicy {
    if (!(minimumShare > 0 && minimumShare <= 1)) {
      throw new IllegalArgumentException("minimum share " + minimumShare);
    }
  }

  /** Computes from what is present when that carries at least this share of the weight. */
  public static MissingPolicy available(double minimumShare) {
    return new MissingPolicy(minimumShare);
  }

  /** Computes from what is present when that carries at least .65 of the weight. */
  public static MissingPolicy available() {
    return new MissingPolicy(.65);
  }

  /** No index when anything with a weight is missing. */
  public static MissingPolicy refuse() {
    return new MissingPolicy(1);
  }

  public boolean allows(double share) {
    return share >= minimumShare - ROUNDING;
  }
}
