package org.jiedui.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Transitions of units between classes from one year to the next.
 *
 * <p>Formula: {@code p_ij = n_ij / Σ_j n_ij}, n_ij the number of moves from class i to j; the
 * steady state solves {@code π P = π}. Unit: probabilities a step. A class that nobody leaves or
 * stays in has no row (EMPTY_CLASS); the steady state exists only with one recurrent class (else
 * NOT_ERGODIC). Source: Anderson and Goodman (1957), Annals of Mathematical Statistics 28, 89–110;
 * Quah (1993), European Economic Review 37, 426–434.
 *
 * @param counts n_ij
 */
public record MarkovChain(long[][] counts) {

  /** Counts moves along each sequence of classes 0…k−1; a negative number is a gap. */
  public static MarkovChain of(int[][] sequences, int k) {
    long[][] counts = new long[k][k];
    for (int[] sequence : sequences) {
      for (int t = 1; t < sequence.length; t++) {
        if (sequence[t - 1] >= 0 && sequence[t] >= 0) {
          counts[sequence[t - 1]][sequence[t]]++;
        }
      }
    }
    return new MarkovChain(counts);
  }

  /** Class of a value among increasing cut-points; a value on a cut-point is in the lower class. */
  public static int classOf(double value, double[] cuts) {
    int number = 0;
    while (number < cuts.length && value > cuts[number]) {
      number++;
    }
    return number;
  }

  public int classes() {
    return counts.length;
  }

  public boolean isEmpty(int row) {
    return total(row) == 0;
  }

  /** Row i of P; empty (EMPTY_CLASS) where no move starts in the class. */
  public Optional<double[]> row(int i) {
    double total = total(i);
    return total == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(counts[i]).mapToDouble(n -> n / total).toArray());
  }

  /** Share of time in each class in the long run; empty with an empty class or NOT_ERGODIC. */
  public Optional<double[]> steadyState() {
    int k = classes();
    for (int i = 0; i < k; i++) {
      if (isEmpty(i)) {
        return Optional.empty();
      }
    }
    if (recurrentClasses() != 1) {
      return Optional.empty();
    }
    RealMatrix system = MatrixUtils.createRealMatrix(k, k);
    for (int i = 0; i < k; i++) {
      double[] row = row(i).orElseThrow();
      for (int j = 0; j < k; j++) {
        system.setEntry(j, i, row[j] - (i == j ? 1 : 0));
      }
    }
    double[] ones = new double[k];
    Arrays.fill(ones, 1);
    system.setRow(k - 1, ones);
    ArrayRealVector right = new ArrayRealVector(k);
    right.setEntry(k - 1, 1);
    return Optional.of(new LUDecomposition(system).getSolver().solve(right).toArray());
  }

  /** Closed sets of classes that all lead to each other. */
  int recurrentClasses() {
    BitSet[] reached = new BitSet[classes()];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = reach(i);
    }
    BitSet seen = new BitSet();
    int found = 0;
    for (int i = 0; i < reached.length; i++) {
      int from = i;
      boolean closed = reached[i].stream().allMatch(j -> reached[j].get(from));
      if (closed && !seen.get(i)) {
        found++;
        seen.or(reached[i]);
      }
    }
    return found;
  }

  private BitSet reach(int from) {
    BitSet reached = new BitSet();
    reached.set(from);
    for (int changed = -1; changed != reached.cardinality(); ) {
      changed = reached.cardinality();
      for (int i = 0; i < classes(); i++) {
        for (int j = 0; reached.get(i) && j < classes(); j++) {
          reached.set(j, reached.get(j) || counts[i][j] > 0);
        }
      }
    }
    return reached;
  }

  private long total(int row) {
    return Arrays.stream(counts[row]).sum();
  }
}
