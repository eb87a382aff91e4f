package org.jiedui.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How unusual is a statistic among those of other assignments of the treatment?
 *
 * <p>Treatment is permuted over the units that it was assigned to, within strata, keeping how many
 * are treated in each. All assignments are gone through when there are no more than the draws asked
 * for (p is the plain share), else p = (1 + #{|T*| ≥ |T|})/(B + 1); a tie within 1e-10 counts.
 * Undefined: NO_CONTRAST when there is one assignment only. Source: R. A. Fisher, 1935, The Design
 * of Experiments.
 */
public final class RandomisationTest {
  private static final double TIE = 1e-10;

  private final boolean[] treated;
  private final Factor strata;
  private final ToDoubleFunction<boolean[]> statistic;
  private final double actual;
  private final int[] treatedLeft;
  private final int[] untreatedLeft;
  private long beyond;
  private long gone;

  /** Two-sided p and the assignments behind it. */
  public record Result(double statistic, double p, long assignments, boolean enumerated) {}

  private RandomisationTest(
      boolean[] treated, Factor strata, ToDoubleFunction<boolean[]> statistic) {
    this.treated = treated;
    this.strata = strata;
    this.statistic = statistic;
    this.actual = statistic.applyAsDouble(treated);
    this.treatedLeft = new int[strata.levels()];
    this.untreatedLeft = new int[strata.levels()];
    for (int unit = 0; unit < treated.length; unit++) {
      (treated[unit] ? treatedLeft : untreatedLeft)[strata.code(unit)]++;
    }
  }

  public static Result of(
      boolean[] treated,
      Factor strata,
      ToDoubleFunction<boolean[]> statistic,
      SeedSequence seeds,
      int draws) {
    RandomisationTest test = new RandomisationTest(treated, strata, statistic);
    double assignments = test.assignments();
    if (assignments < 1.5) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTRAST);
    }
    return assignments <= draws + 0.5 ? test.all() : test.drawn(seeds, draws);
  }

  private double assignments() {
    double product = 1;
    for (int stratum = 0; stratum < treatedLeft.length; stratum++) {
      for (int i = 1; i <= treatedLeft[stratum]; i++) {
        product *= (double) (untreatedLeft[stratum] + i) / i;
      }
    }
    return product;
  }

  private Result all() {
    assign(0, new boolean[treated.length]);
    return new Result(actual, (double) beyond / gone, gone, true);
  }

  private void assign(int unit, boolean[] assignment) {
    if (unit == assignment.length) {
      look(assignment);
      return;
    }
    assign(unit, assignment, true, treatedLeft);
    assign(unit, assignment, false, untreatedLeft);
  }

  private void assign(int unit, boolean[] assignment, boolean value, int[] left) {
    int stratum = strata.code(unit);
    if (left[stratum] > 0) {
      left[stratum]--;
      assignment[unit] = value;
      assign(unit + 1, assignment);
      left[stratum]++;
    }
  }

  private Result drawn(SeedSequence seeds, int draws) {
    int[][] members = strata.members();
    for (int draw = 0; draw < draws; draw++) {
      SplitMix64 random = seeds.generator(draw);
      boolean[] assignment = treated.clone();
      Arrays.stream(members).forEach(units -> shuffle(assignment, units, random));
      look(assignment);
    }
    return new Result(actual, (1.0 + beyond) / (draws + 1.0), draws, false);
  }

  private static void shuffle(boolean[] assignment, int[] units, SplitMix64 random) {
    for (int i = units.length - 1; i > 0; i--) {
      int j = random.nextIndex(i + 1);
      boolean kept = assignment[units[i]];
      assignment[units[i]] = assignment[units[j]];
      assignment[units[j]] = kept;
    }
  }

  private void look(boolean[] assignment) {
    gone++;
    double value = Math.abs(statistic.applyAsDouble(assignment));
    beyond += value >= Math.abs(actual) * (1 - TIE) ? 1 : 0;
  }
}
