package org.jiedui.stats;

/**
 * How normalised indicators of one unit become its index.
 *
 * @param missing what is done without some of them
 * @param floor lower limit that values are raised to before a geometric or harmonic mean (FLOORED);
 *     0 raises none, and a zero then has no index
 */
public record IndexMethod(MissingPolicy missing, Aggregation aggregation, double floor) {
  public IndexMethod {
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("a floor of " + floor);
    }
  }

  public static IndexMethod arithmetic(MissingPolicy missing) {
    return new IndexMethod(missing, Aggregation.ARITHMETIC, 0);
  }

  public IndexMethod withFloor(double lowest) {
    return new IndexMethod(missing, aggregation, lowest);
  }

  /** Whether a value is raised before it is aggregated. */
  public boolean floors(double z) {
    return aggregation != Aggregation.ARITHMETIC && z < floor;
  }

  /** The value that is aggregated. */
  public double floored(double z) {
    return floors(z) ? floor : z;
  }
}
