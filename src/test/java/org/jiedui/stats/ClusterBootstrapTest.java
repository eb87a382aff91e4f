package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
  /** x and u of {@code boot::city}. */
  private static final double[][] CITY = {
    {138, 143}, {93, 104}, {61, 69}, {179, 260}, {48, 75},
    {37, 63}, {29, 50}, {23, 48}, {30, 111}, {2, 50}
  };

  private static Interval interval(double[][] sums) {
    return bootstrap(sums.length).percentile(sums, s -> s[1] / s[0], .95).orElseThrow();
  }

  private static ClusterBootstrap bootstrap(int clusters) {
    return ClusterBootstrap.of(clusters, new SeedSequence(42, "test"));
  }

  /**
   * The statistical specification, section 2.2: percentile about (1.25, 2.12), within .02 (here B
   * is smaller).
   */
  @Test
  void theRatioOfTheCitiesHasThePublishedPercentileInterval() {
    assertThat(interval(CITY).low()).isCloseTo(1.25, within(.03));
    assertThat(interval(CITY).high()).isCloseTo(2.12, within(.08));
  }

  @Test
  void equalClustersHaveNoSpreadAndAScaleGoesThrough() {
    double[][] equal = {{2, 1}, {2, 1}, {2, 1}};
    assertThat(interval(equal)).isEqualTo(new Interval(.5, .5));
    double[][] doubled = new double[CITY.length][];
    for (int g = 0; g < CITY.length; g++) {
      doubled[g] = new double[] {CITY[g][0], 2 * CITY[g][1]};
    }
    assertThat(interval(doubled).low()).isCloseTo(2 * interval(CITY).low(), within(1e-12));
  }

  @Test
  void aFunctionThatOftenHasNoValueHasNoInterval() {
    double[][] oneHasAll = {{1, 1}, {0, 1}, {0, 1}, {0, 1}};
    Optional<Interval> found =
        bootstrap(4).percentile(oneHasAll, s -> s[0] == 0 ? Double.NaN : s[1] / s[0], .95);
    assertThat(found).isEmpty();
  }
}
