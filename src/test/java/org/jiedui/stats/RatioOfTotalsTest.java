package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Reference values: statistics.md section 2.2, computed in R 4.2 from boot 1.3-28.1 ({@code city},
 * {@code bigcity}) and plm 2.6-2 ({@code Grunfeld}).
 */
class RatioOfTotalsTest {
  private static final ReferenceDistribution T = ReferenceDistribution.T;
  private static final Percentage CLOSED_FORM = Percentage.withPercentage(1e-6); // 1e-8 relative

  private static List<double[]> read(String name) throws IOException {
    try (InputStream in = RatioOfTotalsTest.class.getResourceAsStream("/stats/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> Character.isDigit(line.charAt(0)))
          .map(line -> numbers(line.split(",")))
          .toList();
    }
  }

  private static double[] numbers(String[] cells) {
    double[] values = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] = Double.parseDouble(cells[i]);
    }
    return values;
  }

  private static RatioOfTotals pairs(String name) throws IOException {
    List<double[]> rows = read(name);
    return RatioOfTotals.of(
            rows.stream().mapToDouble(r -> r[0]).toArray(),
            rows.stream().mapToDouble(r -> r[1]).toArray())
        .orElseThrow();
  }

  /** inv by firm, 1935–44 against 1945–54. */
  private static RatioOfTotals grunfeld() throws IOException {
    double[] before = new double[10];
    double[] after = new double[10];
    for (double[] row : read("grunfeld.csv")) {
      (row[1] <= 1944 ? before : after)[(int) row[0] - 1] += row[2];
    }
    return RatioOfTotals.of(before, after).orElseThrow();
  }

  private static void check(RatioOfTotals found, double... expected) {
    Interval delta = found.logDelta(0.95, T).orElseThrow();
    Interval fieller = found.fieller(0.95, T).orElseThrow();
    double[] values = {
      found.ratio(),
      found.standardError().orElseThrow(),
      found.logStandardError().orElseThrow(),
      delta.low(),
      delta.high(),
      fieller.low(),
      fieller.high(),
      found.jackknifeLogStandardError().orElseThrow()
    };
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).as("value %d", i).isCloseTo(expected[i], CLOSED_FORM);
    }
  }

  @Test
  void cityAgrees() throws IOException {
    RatioOfTotals city = pairs("city.csv");
    check(
        city,
        1.5203125,
        .1899933733,
        .1249699475,
        1.145927375,
        2.017012725,
        1.195956444,
        2.461375155,
        .1274464661);
    Interval normal = city.logDelta(0.95, ReferenceDistribution.NORMAL).orElseThrow();
    assertThat(normal.low()).isCloseTo(1.190030943, CLOSED_FORM);
    assertThat(normal.high()).isCloseTo(1.942260502, CLOSED_FORM);
    assertThat(city.jackknifeStandardError().orElseThrow()).isCloseTo(.1947909936, CLOSED_FORM);
    assertThat(city.fiellerG(0.95, T).orElseThrow()).isCloseTo(.39482, within(5e-6));
  }

  @Test
  void bigcityAgrees() throws IOException {
    check(
        pairs("bigcity.csv"),
        1.239018599,
        .0345014301,
        .0278457726,
        1.171555011,
        1.310367054,
        1.173635115,
        1.319413893,
        .0279173365);
    assertThat(pairs("bigcity.csv").fiellerG(0.95, T).orElseThrow())
        .isCloseTo(.08453, within(5e-6));
  }

  @Test
  void grunfeldAgrees() throws IOException {
    check(
        grunfeld(),
        1.730031171,
        .1499975520,
        .0867022251,
        1.421916154,
        2.104911631,
        .7605425742,
        5.152526779,
        .1137037750);
    assertThat(grunfeld().fiellerG(0.95, T).orElseThrow()).isCloseTo(.96530, within(5e-6));
  }

  @Test
  void aConcentratedBaseLeavesFiellerUnbounded() {
    RatioOfTotals ratio =
        RatioOfTotals.of(new double[] {10, 0, 0}, new double[] {5, 5, 5}).orElseThrow();
    assertThat(ratio.ratio()).isEqualTo(1.5);
    assertThat(ratio.fiellerG(0.95, T).orElseThrow()).isCloseTo(18.513, within(5e-4));
    assertThat(ratio.fieller(0.95, T)).isEmpty();
    assertThat(ratio.jackknifeLogStandardError()).isEmpty();
  }

  @Test
  void aConstantFactorLeavesTheLogErrorUnchanged() throws IOException {
    List<double[]> rows = read("city.csv");
    double[] u = rows.stream().mapToDouble(r -> r[0]).toArray();
    double[] x = rows.stream().mapToDouble(r -> 7 * r[1]).toArray();
    assertThat(RatioOfTotals.of(u, x).orElseThrow().logStandardError().orElseThrow())
        .isCloseTo(
            pairs("city.csv").logStandardError().orElseThrow(), Percentage.withPercentage(1e-10));
  }

  @Test
  void anEmptyClusterCountsInG() {
    RatioOfTotals two = RatioOfTotals.of(new double[] {1, 2}, new double[] {3, 5}).orElseThrow();
    RatioOfTotals three =
        RatioOfTotals.of(new double[] {1, 2, 0}, new double[] {3, 5, 0}).orElseThrow();
    double ratio = three.standardError().orElseThrow() / two.standardError().orElseThrow();
    assertThat(ratio).isCloseTo(Math.sqrt(1.5 / 2), within(1e-12));
  }

  @Test
  void undefinedIsEmptyAndNeverNotANumber() {
    assertThat(RatioOfTotals.of(new double[] {0, 0}, new double[] {1, 2})).isEmpty();
    assertThat(RatioOfTotals.of(new double[] {-3, 1}, new double[] {1, 2})).isEmpty();
    RatioOfTotals gone = RatioOfTotals.of(new double[] {3, 1}, new double[] {0, 0}).orElseThrow();
    assertThat(gone.ratio()).isZero();
    assertThat(gone.logStandardError()).isEmpty();
    assertThat(gone.logDelta(0.95, T)).isEmpty();
    RatioOfTotals one = RatioOfTotals.of(new double[] {3}, new double[] {6}).orElseThrow();
    assertThat(one.standardError()).isEmpty();
    assertThat(one.fieller(0.95, T)).isEmpty();
    assertThat(one.jackknifeLogStandardError()).isEmpty();
  }
}
