package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.Points;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SplitMix64;
import org.junit.jupiter.api.Test;

class ClusterResamplingTest {
  private static final int REGIONS = 90;

  /** Three groups of thirty around (0,0), (10,0) and (0,10) when spread is small. */
  private static Points groups(double spread) {
    SplitMix64 random = new SplitMix64(5);
    double[][] centres = {{0, 0}, {10, 0}, {0, 10}};
    double[][] rows = new double[REGIONS][];
    for (int i = 0; i < REGIONS; i++) {
      double[] centre = centres[i / 30];
      rows[i] =
          new double[] {
            centre[0] + spread * (random.nextUniform() - .5),
            centre[1] + spread * (random.nextUniform() - .5)
          };
    }
    return Points.of(rows);
  }

  private static Points uniform() {
    SplitMix64 random = new SplitMix64(17);
    double[][] rows = new double[REGIONS][2];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> random.nextUniform());
    }
    return Points.of(rows);
  }

  private static int[] clustered(Points points, int k) {
    SeedSequence seeds = new SeedSequence(1, "test");
    return KMeans.best(
            IntStream.range(0, 20)
                .mapToObj(s -> KMeans.start(points, k, seeds.generator(s)::nextUniform))
                .toList())
        .labels();
  }

  private static ClusterResampling bootstrap(Points points, int[] labels, int k) {
    return ClusterResampling.bootstrap(points, labels, k, 42, 100, Replicates.onDriver());
  }

  @Test
  void groupsThatAreApartAreFoundAgain() {
    Points points = groups(4);
    ClusterResampling found = bootstrap(points, clustered(points, 3), 3);
    assertThat(found.replicates()).isEqualTo(100);
    assertThat(found.randIndex()).isGreaterThan(.99);
    assertThat(Arrays.stream(found.jaccard()).min().orElseThrow()).isGreaterThan(.99);
    assertThat(found.dissolved()).containsOnly(0);
    assertThat(Arrays.stream(found.sameLabel()).min().orElseThrow()).isGreaterThan(.99);
  }

  /** Corners of a square are found again too: similarity alone would call them stable. */
  @Test
  void aUniformCloudIsNoMoreStableThanUniformClouds() {
    Points points = uniform();
    ClusterResampling found = bootstrap(points, clustered(points, 5), 5);
    assertThat(ClusterResampling.p(found, points, 5, 42, Replicates.onDriver())).isGreaterThan(.05);
    Points groups = groups(4);
    ClusterResampling real = bootstrap(groups, clustered(groups, 3), 3);
    assertThat(ClusterResampling.p(real, groups, 3, 42, Replicates.onDriver())).isEqualTo(1 / 20.0);
  }

  @Test
  void aVariableThatSeparatesGroupsIsMissedAndOneThatDoesNotIsNot() {
    double[][] rows = new double[REGIONS][];
    SplitMix64 random = new SplitMix64(3);
    for (int i = 0; i < REGIONS; i++) {
      rows[i] = new double[] {i < 45 ? 0 : 10, random.nextUniform()};
      rows[i][0] += random.nextUniform();
    }
    Points points = Points.of(rows);
    int[] labels = clustered(points, 2);
    assertThat(ClusterResampling.without(points, 1, labels, 2, 42).randIndex()).isEqualTo(1);
    assertThat(ClusterResampling.without(points, 0, labels, 2, 42).randIndex()).isLessThan(.2);
  }

  @Test
  void tooFewDifferentRegionsMakeNoReplicate() {
    Points same = Points.of(new double[][] {{1}, {1}, {1}, {2}});
    ClusterResampling found = bootstrap(same, new int[] {0, 0, 0, 1}, 2);
    assertThat(found.replicates()).isBetween(50, 90);
    assertThat(bootstrap(same, new int[] {0, 0, 0, 1}, 2).jaccard()).isEqualTo(found.jaccard());
  }
}
