package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final SeedSequence SEEDS = new SeedSequence(42, "test");
  private static final Percentage EIGHT_DIGITS = Percentage.withPercentage(1e-6);

  @Test
  void findsTheThreeGroupsOfIris() {
    KMeans fit = best(Iris.points(), 3);

    // R 4.2: kmeans(iris[,1:4], 3, nstart = 50, algorithm = "Lloyd")$tot.withinss
    assertThat(fit.wss()).isCloseTo(78.851441426146, EIGHT_DIGITS);
    int[] sizes = sizes(fit);
    Arrays.sort(sizes);
    assertThat(sizes).containsExactly(38, 50, 62);
  }

  @Test
  void agreesWithRForTwoToSixGroups() {
    // R 4.2: kmeans(iris[,1:4], k, nstart = 200, algorithm = "Lloyd", iter.max = 200)$tot.withinss
    double[] expected = {
      152.3479517604, 78.8514414261, 57.2284732143, 46.4461820513, 39.0399872461
    };
    for (int k = 2; k <= 6; k++) {
      assertThat(best(Iris.points(), k).wss()).isCloseTo(expected[k - 2], EIGHT_DIGITS);
    }
  }

  @Test
  void everyPointStandsWithItsNearestCentre() {
    Points points = Iris.points();
    KMeans fit = best(points, 5);
    double[] centres = Lloyd.flat(fit.centres());
    for (int i = 0; i < points.size(); i++) {
      double own = points.squaredDistance(i, centres, fit.labels()[i]);
      for (int other = 0; other < fit.k(); other++) {
        assertThat(points.squaredDistance(i, centres, other)).isGreaterThanOrEqualTo(own - 1e-12);
      }
    }
  }

  @Test
  void manyDistancesAtATimeGiveThePlainIteration() {
    for (int trial = 0; trial < 60; trial++) {
      SplitMix64 uniform = SEEDS.generator(1000 + trial);
      // Rounded coordinates make ties and points that fall together.
      double[][] rows = new double[80 + 256 * (trial % 3)][1 + trial % 6];
      for (double[] row : rows) {
        for (int j = 0; j < row.length; j++) {
          row[j] = trial % 2 == 0 ? uniform.nextUniform() : uniform.nextIndex(6);
        }
      }
      Points points = Points.of(rows);
      int k = Math.min(2 + trial % 9, points.distinct());
      double[][] centres = PlusPlus.centres(points, k, uniform::nextUniform);
      assertThat(KMeans.from(points, centres).labels()).isEqualTo(plain(rows, centres));
    }
  }

  /** Textbook Lloyd without any short cut; these starts leave no cluster empty. */
  private static int[] plain(double[][] rows, double[][] start) {
    double[][] centres = start;
    int[] labels = null;
    while (true) {
      int[] next = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        next[i] = labels == null ? 0 : labels[i];
        for (int c = 0; c < centres.length; c++) {
          if (squared(rows[i], centres[c]) < squared(rows[i], centres[next[i]])) {
            next[i] = c;
          }
        }
      }
      if (Arrays.equals(labels, next)) {
        return labels;
      }
      labels = next;
      centres = means(rows, labels, centres.length);
    }
  }

  private static double[][] means(double[][] rows, int[] labels, int k) {
    double[][] sums = new double[k][rows[0].length];
    int[] counts = new int[k];
    for (int i = 0; i < rows.length; i++) {
      counts[labels[i]]++;
      for (int j = 0; j < rows[i].length; j++) {
        sums[labels[i]][j] += rows[i][j];
      }
    }
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < sums[c].length; j++) {
        sums[c][j] /= counts[c];
      }
    }
    return sums;
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  @Test
  void anEmptyClusterGetsTheFarthestPoint() {
    Points points = Points.of(new double[][] {{0}, {1}, {2}, {10}});

    // Both centres lie left of everything: the second is nearest to no point.
    KMeans fit = KMeans.from(points, new double[][] {{0}, {-5}});

    assertThat(fit.labels()).containsExactly(0, 0, 0, 1);
    assertThat(fit.wss()).isCloseTo(2, within(1e-12));
  }

  @Test
  void asManyClustersAsPointsLeaveNothingWithin() {
    Points points = Points.of(new double[][] {{0}, {1}, {2}, {10}});
    assertThat(best(points, 4).wss()).isZero();
  }

  @Test
  void moreClustersThanDistinctPointsCannotBeStarted() {
    Points points = Points.of(new double[][] {{1}, {1}, {-0.0}, {0.0}});

    assertThat(points.distinct()).isEqualTo(2);
    assertThatThrownBy(() -> KMeans.start(points, 3, SEEDS.generator(1)::nextUniform))
        .hasMessageContaining("distinct");
  }

  @Test
  void equalStartsGiveTheEarliest() {
    KMeans first = new KMeans(new int[] {0, 1}, new double[2][1], 3);
    KMeans second = new KMeans(new int[] {1, 0}, new double[2][1], 3);
    assertThat(KMeans.best(List.of(first, second))).isSameAs(first);
    assertThat(KMeans.best(List.of(second, first))).isSameAs(second);
  }

  static KMeans best(Points points, int k) {
    List<KMeans> starts = new ArrayList<>();
    for (int start = 0; start < 200; start++) {
      starts.add(KMeans.start(points, k, SEEDS.generator(start)::nextUniform));
    }
    return KMeans.best(starts);
  }

  private static int[] sizes(KMeans fit) {
    return IntStream.range(0, fit.k())
        .map(c -> (int) IntStream.of(fit.labels()).filter(label -> label == c).count())
        .toArray();
  }
}
