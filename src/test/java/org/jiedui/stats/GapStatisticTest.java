package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.stats.GapStatistic.Rule;
import org.junit.jupiter.api.Test;

class GapStatisticTest {
  private static final SeedSequence SEEDS = new SeedSequence(42, "test");

  @Test
  void irisAgreesWithClusGapWithinMonteCarloError() {
    Points points = Iris.points();
    List<double[]> references =
        IntStream.range(0, 100)
            .mapToObj(b -> logs(GapStatistic.reference(points, SEEDS.generator(b)::nextUniform), 5))
            .toList();

    GapStatistic gap = GapStatistic.of(logs(points, 8), references);

    // R 4.2, cluster 2.1.4, B = 500, seed 7: clusGap(iris[,1:4], kmeans, K.max = 8, d.power = 2,
    // spaceH0 = "original")$Tab. Tolerance: 4 sqrt(s^2/100 + s^2/500) with s = .0476.
    double[] expected = {.077100772, .988141232, 1.439769400, 1.579719151};
    for (int k = 1; k <= 4; k++) {
      assertThat(gap.gap(k)).isCloseTo(expected[k - 1], within(.021));
    }
    assertThat(gap.standardError(3)).isCloseTo(.038, within(.012));
  }

  @Test
  void theTwoRulesCanTakeDifferentK() {
    // Gap (0, .5, .6, .55), s = .2: the first maximum is 3, and 2 lies within one s of it.
    GapStatistic hill = gap(new double[] {0, .5, .6, .55}, .2);
    assertThat(hill.choose(Rule.FIRST_SE_MAX)).isEqualTo(2);
    assertThat(hill.choose(Rule.TIBS_2001)).isEqualTo(2);
    // R 4.2: maxSE(c(0, .15, .6), rep(.2, 3), method) is 3 for firstSEmax and 1 for Tibs2001SEmax.
    GapStatistic stair = gap(new double[] {0, .15, .6}, .2);
    assertThat(stair.choose(Rule.FIRST_SE_MAX)).isEqualTo(3);
    assertThat(stair.choose(Rule.TIBS_2001)).isEqualTo(1);
  }

  @Test
  void aGapThatAlwaysGrowsTakesTheLargestK() {
    GapStatistic growing = gap(new double[] {0, 1, 2}, .1);
    assertThat(growing.choose(Rule.FIRST_SE_MAX)).isEqualTo(3);
    assertThat(growing.choose(Rule.TIBS_2001)).isEqualTo(3);
  }

  @Test
  void referencesLieInTheBoxOfTheData() {
    Points reference = GapStatistic.reference(Iris.points(), SEEDS.generator(1)::nextUniform);
    for (int i = 0; i < reference.size(); i++) {
      assertThat(reference.value(i, 3)).isBetween(.1, 2.5);
    }
  }

  private static GapStatistic gap(double[] expected, double error) {
    double[] zero = new double[expected.length];
    double[] errors = IntStream.range(0, expected.length).mapToDouble(i -> error).toArray();
    return new GapStatistic(zero, expected, errors);
  }

  private static double[] logs(Points points, int starts) {
    return GapStatistic.logWss(
        4,
        k ->
            KMeans.best(
                IntStream.range(0, starts)
                    .mapToObj(s -> KMeans.start(points, k, SEEDS.generator(s)::nextUniform))
                    .toList()));
  }
}
