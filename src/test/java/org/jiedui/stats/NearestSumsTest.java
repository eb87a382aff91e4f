package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NearestSumsTest {
  /** Nearest to 0: 0 and 1. Nearest to 10: 9 and 10, and 5 because the first of equals is taken. */
  private static final Points LINE = Points.of(new double[][] {{0}, {1}, {9}, {10}, {5}});

  @Test
  void pointsCountWithTheirNearestCentre() {
    NearestSums found = NearestSums.of(LINE, new double[][] {{0}, {10}});
    assertThat(found.counts()).containsExactly(3, 2);
    assertThat(found.means()).isDeepEqualTo(new double[][] {{2}, {9.5}});
    // Around their own means: 4 + 1 + 9 and .25 + .25.
    assertThat(found.wss()).isCloseTo(14.5, within(1e-12));
    assertThat(NearestSums.labels(LINE, new double[][] {{0}, {10}})).containsExactly(0, 0, 1, 1, 0);
  }

  @Test
  void partsAddUpToTheWhole() {
    double[][] centres = {{0}, {10}};
    NearestSums whole = NearestSums.of(LINE, centres);
    NearestSums parts =
        NearestSums.of(LINE.rows(new int[] {4, 2}), centres)
            .plus(NearestSums.of(LINE.rows(new int[] {1, 3, 0}), centres));
    assertThat(parts.means()).isDeepEqualTo(whole.means());
    assertThat(parts.counts()).isEqualTo(whole.counts());
    assertThat(parts.wss()).isEqualTo(whole.wss());
  }

  @Test
  void anEmptyClusterGetsTheFarthestPoint() {
    NearestSums found = NearestSums.of(LINE, new double[][] {{0}, {100}, {200}});
    assertThat(found.counts()).containsExactly(5, 0, 0);
    assertThat(found.means()).isDeepEqualTo(new double[][] {{5}, {10}, {200}});
  }
}
