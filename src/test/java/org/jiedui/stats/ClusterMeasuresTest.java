package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.jiedui.stats.Silhouette.Distance;
import org.junit.jupiter.api.Test;

class ClusterMeasuresTest {
  private static final Percentage EIGHT_DIGITS = Percentage.withPercentage(1e-6);
  private static final Points TWO_TRIPLES =
      Points.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {9, 9}, {9, 10}, {10, 9}});
  private static final int[] HALVES = {0, 0, 0, 1, 1, 1};

  @Test
  void twoTriplesAreWellSeparated() {
    // Statistical specification, section 6; R 4.2 cluster::silhouette on dist(x) and dist(x)^2.
    KMeans fit = KMeans.of(TWO_TRIPLES, HALVES, 2);
    assertThat(fit.wss()).isCloseTo(2.666666667, within(1e-9));
    assertThat(silhouette(TWO_TRIPLES, HALVES, 2, Distance.EUCLIDEAN).mean())
        .isCloseTo(.9107163309, EIGHT_DIGITS);
    assertThat(silhouette(TWO_TRIPLES, HALVES, 2, Distance.SQUARED).mean())
        .isCloseTo(.9917963136, EIGHT_DIGITS);
    assertThat(CalinskiHarabasz.of(TWO_TRIPLES, fit).getAsDouble()).isCloseTo(364.5, EIGHT_DIGITS);
  }

  @Test
  void irisAgreesWithR() {
    Points points = Iris.points();
    KMeans fit = KMeansTest.best(points, 3);
    // R 4.2: mean(silhouette(cl, dist(x))[, 3]), the same on dist(x)^2, clusterSim::index.DB,
    // clValid::dunn, and [B/(k-1)]/[W/(n-k)] by hand.
    assertThat(silhouette(points, fit.labels(), 3, Distance.EUCLIDEAN).mean())
        .isCloseTo(.5528190124, EIGHT_DIGITS);
    assertThat(silhouette(points, fit.labels(), 3, Distance.SQUARED).mean())
        .isCloseTo(.7356596054, EIGHT_DIGITS);
    assertThat(DaviesBouldin.of(points, fit).getAsDouble()).isCloseTo(.6619715465, EIGHT_DIGITS);
    assertThat(Dunn.of(Distances.of(points), fit.labels()).getAsDouble())
        .isCloseTo(.0988073933, EIGHT_DIGITS);
    assertThat(CalinskiHarabasz.of(points, fit).getAsDouble())
        .isCloseTo(561.6277566296, EIGHT_DIGITS);
  }

  @Test
  void pointsNearerToAnotherClusterAreCounted() {
    Points points = Iris.points();
    // R 4.2: sum(silhouette(cl, dist(x))[, 3] < 0) for k = 4 and k = 5, and on dist(x)^2.
    int[] four = KMeansTest.best(points, 4).labels();
    int[] five = KMeansTest.best(points, 5).labels();
    assertThat(silhouette(points, four, 4, Distance.EUCLIDEAN).negatives()).isEqualTo(1);
    assertThat(silhouette(points, four, 4, Distance.SQUARED).negatives()).isEqualTo(5);
    assertThat(silhouette(points, five, 5, Distance.EUCLIDEAN).negatives()).isEqualTo(3);
    assertThat(silhouette(points, five, 5, Distance.SQUARED).negatives()).isEqualTo(1);
  }

  @Test
  void aClusterOfOneHasSilhouetteZero() {
    Points points = Points.of(new double[][] {{0}, {1}, {10}});
    assertThat(silhouette(points, new int[] {0, 0, 1}, 2, Distance.EUCLIDEAN).width())
        .containsExactly(.9, 8.0 / 9, 0);
  }

  @Test
  void clustersWithoutExtentHaveNoRatios() {
    Points points = Points.of(new double[][] {{0}, {0}, {1}, {1}});
    int[] labels = {0, 0, 1, 1};
    KMeans fit = KMeans.of(points, labels, 2);
    assertThat(Dunn.of(Distances.of(points), labels)).isEmpty();
    assertThat(CalinskiHarabasz.of(points, fit)).isEmpty();
    assertThat(DaviesBouldin.of(points, KMeans.of(points, new int[] {0, 1, 0, 1}, 2))).isEmpty();
  }

  @Test
  void variationBetweenIrisClustersAgreesWithR() {
    int[] labels = KMeansTest.best(Iris.points(), 3).labels();
    // Statistical specification, section 6: summary(lm(x ~ factor(cl)))$r.squared.
    double[] expected = {.7220955086, .4521016199, .9437725118, .8978718301};
    for (int j = 0; j < 4; j++) {
      assertThat(EtaSquared.of(Iris.column(j), labels).getAsDouble())
          .isCloseTo(expected[j], EIGHT_DIGITS);
    }
    assertThat(EtaSquared.of(new double[] {1, 1, 1}, new int[] {0, 0, 1})).isEmpty();
  }

  @Test
  void agreementOfPartitionsIsCorrectedForChance() {
    // Statistical specification, section 6; R: mclust::adjustedRandIndex.
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}))
        .isCloseTo(.5714285714, within(1e-10));
    assertThat(AdjustedRandIndex.of(KMeansTest.best(Iris.points(), 3).labels(), Iris.species()))
        .isCloseTo(.7302382723, EIGHT_DIGITS);
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, 0}, new int[] {5, 5, 5})).isEqualTo(1);
    assertThat(AdjustedRandIndex.of(new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1})).isNegative();
  }

  private static Silhouette silhouette(Points points, int[] labels, int k, Distance distance) {
    return Silhouette.of(Distances.of(points), labels, k, distance);
  }
}
