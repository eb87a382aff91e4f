package org.jiedui.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Panel T of the specification: 12 units in years 1 to 5, cohorts 3 and 4, six never treated. */
final class PanelT {
  static final int[] FIRST = {3, 3, 3, 4, 4, 4, 0, 0, 0, 0, 0, 0};

  static final double[][] OUTCOMES = {
    {10, 11, 15, 17, 20},
    {8, 8, 13, 14, 15},
    {12, 14, 17, 21, 22},
    {9, 10, 11, 16, 18},
    {7, 9, 9, 13, 15},
    {11, 11, 13, 17, 21},
    {10, 10, 12, 12, 13},
    {6, 8, 8, 9, 11},
    {9, 9, 10, 12, 12},
    {13, 14, 14, 15, 17},
    {8, 9, 11, 11, 12},
    {5, 6, 7, 8, 8}
  };

  private final int[] units;

  /** Only units whose first treated year is one of these. */
  PanelT(int... cohorts) {
    this.units =
        IntStream.range(0, FIRST.length)
            .filter(i -> Arrays.stream(cohorts).anyMatch(g -> g == FIRST[i]))
            .toArray();
  }

  private int[] column(java.util.function.IntBinaryOperator of) {
    return Arrays.stream(units)
        .flatMap(i -> IntStream.rangeClosed(1, 5).map(t -> of.applyAsInt(i, t)))
        .toArray();
  }

  int[] years() {
    return column((i, t) -> t);
  }

  int[] firstTreated() {
    return column((i, t) -> FIRST[i]);
  }

  Factor unit() {
    return Factor.of("unit", column((i, t) -> i));
  }

  double[] treated() {
    return Arrays.stream(column((i, t) -> FIRST[i] > 0 && t >= FIRST[i] ? 1 : 0))
        .asDoubleStream()
        .toArray();
  }

  Design design() {
    double[] y =
        Arrays.stream(column((i, t) -> (int) OUTCOMES[i][t - 1])).asDoubleStream().toArray();
    return Design.of(y).effect(unit()).effect(Factor.of("year", years()));
  }

  static GroupTimeEffects.Panel whole() {
    return new GroupTimeEffects.Panel(
        OUTCOMES, new int[] {1, 2, 3, 4, 5}, FIRST, Factor.rows(FIRST.length));
  }
}
