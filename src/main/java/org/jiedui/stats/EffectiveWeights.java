package org.jiedui.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * How much each indicator really decides an index: its squared correlation with it, as a share.
 *
 * <p>Formula: {@code r²(z_j, I) / Σ_k r²(z_k, I)}. Unit: none; sums to 1. A constant column has 0
 * (CONSTANT); all are 0 where the index does not vary. Source: Paruolo, Saisana and Saltelli
 * (2013), Journal of the Royal Statistical Society A 176, 609–634.
 */
public final class EffectiveWeights {
  private EffectiveWeights() {}

  /** Rows are units in key order, none missing. */
  public static double[] of(double[][] z, double[] index) {
    Standardise scale = Standardise.of(z);
    boolean flat = Standardise.allEqual(index);
    double[] squares = new double[scale.mean().length];
    for (int j = 0; j < squares.length; j++) {
      if (!flat && z.length > 1 && !scale.isConstant(j)) {
        double r = new PearsonsCorrelation().correlation(Standardise.column(z, j), index);
        squares[j] = r * r;
      }
    }
    double total = CompensatedSum.of(squares);
    for (int j = 0; j < squares.length; j++) {
      squares[j] = total > 0 ? squares[j] / total : 0;
    }
    return squares;
  }
}
