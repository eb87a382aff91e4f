package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A panel whose units differ in their outcomes only is fitted as its sums are. */
class PooledPanelTest {
  private static final int UNITS = 12;
  private static final int TIMES = 9;

  private static Design panel() {
    SplitMix64 random = new SeedSequence(42, "test.pooled").generator(0);
    int n = UNITS * TIMES;
    double[] y =
        IntStream.range(0, n).mapToDouble(i -> Math.floor(9e5 * random.nextUniform())).toArray();
    double[] time = IntStream.range(0, n).mapToDouble(i -> i % TIMES).toArray();
    double[] weight = IntStream.range(0, n).mapToDouble(i -> 1 + i % TIMES % 3).toArray();
    Design design =
        new SegmentedSeries(time, 5)
            .terms(Design.of(y).weights(weight), SegmentedSeries.Shape.TREND);
    return design.effect(Factor.of("unit", IntStream.range(0, n).map(i -> i / TIMES).toArray()));
  }

  /** Two units each. */
  private static Factor pairs() {
    return Factor.of("pair", IntStream.range(0, UNITS * TIMES).map(i -> i / TIMES / 2).toArray());
  }

  @Test
  void aFitWithoutAClusterIsThatOfItsRows() {
    Design design = panel();
    PooledPanel pooled = PooledPanel.of(design).orElseThrow();
    Fit fit = Ppml.fit(design);
    for (int out = 0; out < UNITS / 2; out++) {
      int g = out;
      Fit rows =
          fit.again(IntStream.range(0, design.rows()).filter(i -> pairs().code(i) != g).toArray());
      for (int k = 0; k < 2; k++) {
        assertThat(pooled.without(pairs(), out).coefficient(k))
            .isCloseTo(rows.coefficient(k), within(1e-11));
      }
    }
  }

  @Test
  void theMeansAreThoseOfTheFitOfAllRows() {
    double[] means = PooledPanel.of(panel()).orElseThrow().means();
    double[] fitted = Ppml.fit(panel()).means();
    for (int row = 0; row < means.length; row++) {
      assertThat(means[row] / fitted[row]).isCloseTo(1, within(1e-11));
    }
  }

  @Test
  void unitsThatDifferInMoreAreNotPooled() {
    Design design = panel();
    double[] own = IntStream.range(0, design.rows()).mapToDouble(i -> i == 3 ? 1 : 0).toArray();
    assertThat(PooledPanel.of(design.regressor("x", own))).isEmpty();
    assertThat(PooledPanel.of(design.offset(own))).isEmpty();
    assertThat(PooledPanel.of(design.only(IntStream.range(1, design.rows()).toArray()))).isEmpty();
    assertThat(PooledPanel.of(design.effect(pairs()))).isEmpty();
  }

  /** Clusters that cut through units have no sums of units: the jackknife goes back to the rows. */
  @Test
  void clustersOfTimesAreLeftOutByTheirRows() {
    Design design = panel();
    Factor time =
        Factor.of("time", IntStream.range(0, design.rows()).map(i -> i % TIMES).toArray());
    Fit fit = Ppml.fit(design);
    Fit first =
        fit.again(IntStream.range(0, design.rows()).filter(i -> time.code(i) != 0).toArray());
    double error = fit.covariance(Vcov.cv3(time)).standardError(0);
    assertThat(error).isGreaterThan(Math.abs(first.coefficient(0) - fit.coefficient(0)) * .9);
  }
}
