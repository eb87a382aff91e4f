package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Convergence, transitions, hierarchical and spatial clustering, spatial autocorrelation. */
class RegionalStructureTest {
  private static final double[][] NO_CONTROLS = new double[4][0];

  @Test
  void poorerUnitsCatchUpAtTheSpeedOfTheSpecification() {
    double[] first = {10, 20, 40, 80};
    double[] last = {30, 50, 80, 130};
    BetaConvergence beta = BetaConvergence.of(first, last, 10, NO_CONTROLS).orElseThrow();
    assertThat(beta.slope()).isCloseTo(-.0297549644, within(5.1e-11));
    assertThat(beta.speed().getAsDouble()).isCloseTo(.0353180548, within(5.1e-11));
    assertThat(beta.halfLife().getAsDouble()).isCloseTo(19.625859464, within(5.1e-10));
    assertThat(deviationOfLogs(first)).isCloseTo(.8948491623, within(5.1e-11));
    assertThat(deviationOfLogs(last)).isCloseTo(.6286716560, within(5.1e-11));
  }

  @Test
  void unitsThatDriftApartHaveNoSpeed() {
    double[] first = {10, 20, 40, 80};
    double[] last = {10, 30, 90, 270};
    BetaConvergence beta = BetaConvergence.of(first, last, 10, NO_CONTROLS).orElseThrow();
    assertThat(beta.slope()).isPositive();
    assertThat(beta.speed()).isEmpty();
    assertThat(beta.halfLife()).isEmpty();
    assertThat(BetaConvergence.of(new double[] {5, 5, 5, 5}, last, 10, NO_CONTROLS)).isEmpty();
    assertThat(BetaConvergence.of(new double[2], new double[2], 10, new double[2][0])).isEmpty();
  }

  @Test
  void convergenceMayBeConditionalOnControls() {
    double[] first = {10, 20, 40, 80, 30, 60};
    double[] last = {30, 50, 80, 130, 90, 70};
    double[][] controls = {{1}, {0}, {1}, {0}, {1}, {0}};
    BetaConvergence beta = BetaConvergence.of(first, last, 10, controls).orElseThrow();
    // R 4.2: y0 <- c(10,20,40,80,30,60); yT <- c(30,50,80,130,90,70); d <- c(1,0,1,0,1,0)
    // summary(lm(I(log(yT/y0)/10) ~ log(y0) + d))$coefficients[2, 1:2]
    assertThat(beta.slope()).isCloseTo(-0.0314165976100353, within(1e-12));
    assertThat(beta.standardError()).isCloseTo(0.0172153618127870, within(1e-12));
  }

  @Test
  void sequencesHaveTheTransitionsOfTheSpecification() {
    int[][] sequences = {{1, 0, 2}, {2, 2, 0}, {2, 1, 2}, {0, 0, 1}, {0, 1, 2}};
    MarkovChain chain = MarkovChain.of(sequences, 3);
    assertThat(chain.row(0).orElseThrow()).containsExactly(.25, .5, .25);
    assertThat(chain.row(1).orElseThrow()).containsExactly(1 / 3.0, 0, 2 / 3.0);
    assertThat(chain.row(2).orElseThrow()).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertThat(chain.steadyState().orElseThrow())
        .containsExactly(new double[] {.3076923077, .2884615385, .4038461538}, within(5.1e-11));
  }

  @Test
  void aSteadyStateNeedsOneRecurrentClassAndNoEmptyRow() {
    MarkovChain apart = new MarkovChain(new long[][] {{3, 0}, {0, 2}});
    assertThat(apart.steadyState()).isEmpty();
    MarkovChain empty = new MarkovChain(new long[][] {{3, 1}, {0, 0}});
    assertThat(empty.row(1)).isEmpty();
    assertThat(empty.steadyState()).isEmpty();
    MarkovChain absorbing = new MarkovChain(new long[][] {{1, 1}, {0, 4}});
    assertThat(absorbing.steadyState().orElseThrow())
        .containsExactly(new double[] {0, 1}, within(1e-15));
  }

  @Test
  void aValueOnACutPointIsInTheLowerClassAndAGapIsNoMove() {
    double[] cuts = {1, 2};
    assertThat(MarkovChain.classOf(1, cuts)).isZero();
    assertThat(MarkovChain.classOf(1.5, cuts)).isEqualTo(1);
    assertThat(MarkovChain.classOf(2, cuts)).isEqualTo(1);
    assertThat(MarkovChain.classOf(2.1, cuts)).isEqualTo(2);
    assertThat(MarkovChain.of(new int[][] {{0, -1, 1}}, 2).isEmpty(0)).isTrue();
  }

  @Test
  void equalPeriodsAreHomogeneousAndOppositeOnesAreNot() {
    MarkovChain stays = new MarkovChain(new long[][] {{9, 1}, {1, 9}});
    MarkovChain moves = new MarkovChain(new long[][] {{1, 9}, {9, 1}});
    TransitionHomogeneity same = TransitionHomogeneity.of(List.of(stays, stays));
    assertThat(same.statistic()).isZero();
    assertThat(same.p().getAsDouble()).isEqualTo(1);
    TransitionHomogeneity other = TransitionHomogeneity.of(List.of(stays, moves));
    assertThat(other.degreesOfFreedom()).isEqualTo(2);
    // By hand: 2 * 4 * (9 ln(.9/.5) + 1 ln(.1/.5)).
    assertThat(other.statistic()).isCloseTo(8 * (9 * Math.log(1.8) + Math.log(.2)), within(1e-12));
    assertThat(other.p().getAsDouble()).isLessThan(1e-5);
    MarkovChain still = new MarkovChain(new long[][] {{5, 0}, {0, 0}});
    assertThat(TransitionHomogeneity.of(List.of(still, still)).p()).isEmpty();
  }

  @Test
  void usArrestsHaveTheTreeOfTheSpecification() {
    // R 4.2: h <- hclust(dist(USArrests), "ward.D2"); tail(h$height, 4); table(cutree(h, 4))
    Ward tree = Ward.of(Points.of(DataSets.usArrests()));
    double[] heights = tree.heights();
    assertThat(Arrays.copyOfRange(heights, heights.length - 4, heights.length))
        .containsExactly(
            new double[] {141.1337415, 162.6999447, 352.7836416, 700.8786020}, within(5.1e-8));
    int[] labels = tree.cut(4);
    assertThat(
            IntStream.range(0, 4).mapToLong(k -> IntStream.of(labels).filter(l -> l == k).count()))
        .containsExactly(16L, 14L, 10L, 10L);
    assertThat(tree.cut(1)).containsOnly(0);
    assertThat(tree.cut(50)).containsExactly(IntStream.range(0, 50).toArray());
    assertThatThrownBy(() -> tree.cut(51)).hasMessageContaining("50");
  }

  @Test
  void heightsNeverFallAndTheirSquaresAddUpToTheTotal() {
    double[][] rows = Iris.rows();
    Ward tree = Ward.of(Points.of(rows));
    double[] heights = tree.heights();
    for (int m = 1; m < heights.length; m++) {
      assertThat(heights[m]).isGreaterThanOrEqualTo(heights[m - 1] - 1e-12);
    }
    double wss = KMeans.of(Points.of(rows), new int[rows.length], 1).wss();
    double sum = Arrays.stream(heights).map(h -> h * h / 2).sum();
    assertThat(sum).isCloseTo(wss, within(1e-9));
  }

  @Test
  void aClusterFoundAgainHasJaccardOne() {
    int[] reference = {0, 0, 0, 1, 1, 1};
    assertThat(ClusterStability.jaccard(reference, 2, new int[] {4, 4, 4, 2, 2, 2}))
        .containsExactly(1, 1);
    assertThat(ClusterStability.jaccard(reference, 2, new int[] {0, 0, 1, 1, 1, 1}))
        .containsExactly(2 / 3.0, 3 / 4.0);
    assertThat(ClusterStability.jaccard(new int[] {0, 0}, 2, new int[] {0, 0})[1]).isNaN();
    assertThat(ClusterStability.counterparts(reference, 2, new int[] {1, 1, 1, 0, 0, 1}))
        .containsExactly(1, 0);
  }

  @Test
  void valuesAlongAPathAreAutocorrelated() {
    int[][] path = {{1}, {0, 2}, {1, 3}, {2, 4}, {3}};
    MoransI moran =
        MoransI.of(new double[] {1, 2, 3, 4, 5}, new SpatialWeights(path)).orElseThrow();
    assertThat(moran.value()).isCloseTo(.6, within(1e-15));
  }

  @Test
  void crimeInColumbusIsAutocorrelatedAsInR() {
    // R 4.2, spdep 1.2-7: moran.test(COL.OLD$CRIME, nb2listw(COL.nb, style = "W")), geary.test,
    // randomisation = FALSE for the second variance; localmoran for the first four.
    double[] crime = DataSets.columbusCrime();
    SpatialWeights weights = DataSets.columbusNeighbours();
    MoransI moran = MoransI.of(crime, weights).orElseThrow();
    assertThat(moran.value()).isCloseTo(.51095126408, within(5.1e-12));
    assertThat(moran.expectation()).isCloseTo(-.02083333333, within(5.1e-12));
    assertThat(moran.varianceRandomisation()).isCloseTo(.00890876156, within(5.1e-12));
    assertThat(moran.varianceNormality()).isCloseTo(.00877983146, within(5.1e-12));
    assertThat(moran.gearyC()).isCloseTo(.52986993060, within(5.1e-12));
    double z = (moran.value() - moran.expectation()) / Math.sqrt(moran.varianceRandomisation());
    assertThat(z).isCloseTo(5.63413289, within(5.1e-9));
    double normal = (moran.value() - moran.expectation()) / Math.sqrt(moran.varianceNormality());
    assertThat(normal).isCloseTo(5.67535020, within(5.1e-9));
    assertThat(Arrays.copyOf(MoranPermutation.local(crime, weights), 4))
        .containsExactly(
            new double[] {.52877701327, .00482096663, .07658401792, -1.86058737557},
            within(5.1e-12));
  }

  @Test
  void permutationsFindTheAutocorrelationAndNoneInItsAbsence() {
    double[] crime = DataSets.columbusCrime();
    SpatialWeights weights = DataSets.columbusNeighbours();
    assertThat(MoranPermutation.global(crime, weights, 42, 999)).isEqualTo(2 / 1000.0);
    SplitMix64 random = new SplitMix64(7);
    double[] noise = new double[crime.length];
    Arrays.setAll(noise, i -> random.nextUniform());
    assertThat(MoranPermutation.global(noise, weights, 42, 999)).isGreaterThan(.05);
    // R: localmoran(COL.OLD$CRIME, ..., alternative = "two.sided")[c(35, 4, 2), 5]
    // is .00078, .0720 and .947 by the normal approximation.
    assertThat(MoranPermutation.conditional(crime, weights, 34, 42, 999)).isLessThan(.01);
    assertThat(MoranPermutation.conditional(crime, weights, 3, 42, 999)).isBetween(.04, .12);
    assertThat(MoranPermutation.conditional(crime, weights, 1, 42, 999)).isGreaterThan(.8);
  }

  @Test
  void equalValuesHaveNoAutocorrelation() {
    int[][] ring = {{1, 3}, {0, 2}, {1, 3}, {0, 2}};
    assertThat(MoransI.of(new double[] {2, 2, 2, 2}, new SpatialWeights(ring))).isEmpty();
    SpatialWeights island = new SpatialWeights(new int[][] {{1}, {0}, {}});
    assertThat(island.connected()).containsExactly(0, 1);
    assertThat(island.among(island.connected()).neighbours()).isDeepEqualTo(new int[][] {{1}, {0}});
  }

  @Test
  void adjustedPValuesAreThoseOfTheSpecification() {
    assertThat(BenjaminiHochberg.of(new double[] {.01, .02, .03, .5}))
        .containsExactly(.04, .04, .04, .5);
    assertThat(BenjaminiHochberg.of(new double[] {.5, .01, .03, .02}))
        .containsExactly(.5, .04, .04, .04);
  }

  @Test
  void constrainedClustersHangTogether() {
    // A line of six regions: values 0 0 9 9 0 0. Without the map the zeros are one cluster.
    int[][] line = {{1}, {0, 2}, {1, 3}, {2, 4}, {3, 5}, {4}};
    Points points = Points.of(new double[][] {{0}, {0}, {9}, {9}, {0}, {0}});
    assertThat(Skater.of(points, line, 3)).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(Skater.of(points, line, 1)).containsOnly(0);
  }

  @Test
  void aMapInPartsHasAClusterForEachAtLeast() {
    int[][] islands = {{1}, {0}, {}, {4}, {3}};
    Points points = Points.of(new double[][] {{0}, {5}, {1}, {2}, {2}});
    assertThat(Skater.parts(islands)).isEqualTo(3);
    assertThat(Skater.of(points, islands, 3)).containsExactly(0, 0, 1, 2, 2);
    assertThat(Skater.of(points, islands, 4)).containsExactly(0, 1, 2, 3, 3);
    assertThatThrownBy(() -> Skater.of(points, islands, 2)).hasMessageContaining("3 parts");
  }

  @Test
  void neighbouringClustersOfColumbusAreThoseOfSpdep() {
    // R 4.2, spdep 1.2-7: m <- mstree(nb2listw(COL.nb, nbcosts(COL.nb, dat), style = "B"), 1);
    // skater(m[, 1:2], dat, k - 1, method = ss) with dat = COL.OLD["CRIME"], ss the sum of squares
    double[] expected = {11207.1109111, 8518.503704833, 6161.340967754, 4623.202926204};
    Points crime =
        Points.of(
            Arrays.stream(DataSets.columbusCrime())
                .mapToObj(x -> new double[] {x})
                .toArray(double[][]::new));
    int[][] neighbours = DataSets.columbusNeighbours().neighbours();
    for (int k = 2; k <= 5; k++) {
      assertThat(KMeans.of(crime, Skater.of(crime, neighbours, k), k).wss())
          .isCloseTo(expected[k - 2], within(1e-8 * expected[k - 2]));
    }
  }

  @Test
  void ranksThatNoChoiceCanMoveHaveNoRange() {
    double[][] x = {{1, 10}, {2, 20}, {3, 30}, {4, 40}};
    MinMax[] scales = {new MinMax(0, 5, Polarity.BENEFIT), new MinMax(0, 50, Polarity.BENEFIT)};
    RankUncertainty ranks =
        RankUncertainty.of(
            x,
            scales,
            new double[] {.5, .5},
            IndexMethod.arithmetic(MissingPolicy.refuse()),
            42,
            200);
    assertThat(ranks.nominal()).containsExactly(1, 2, 3, 4);
    for (int i = 0; i < 4; i++) {
      assertThat(ranks.of(i)).containsOnly(i + 1);
    }
    assertThat(ranks.meanShift(0)).hasValue(0);
    assertThat(ranks.spearman(0)).hasValue(1);
  }

  @Test
  void draftsOfAnIndexAreKeptWithTheirChoices() {
    double[][] x = {{1, 40}, {2, 20}, {3, 30}, {4, 10}, {5, Double.NaN}};
    MinMax[] scales = {new MinMax(0, 5, Polarity.BENEFIT), new MinMax(0, 50, Polarity.COST)};
    double[] weights = {.7, .3};
    RankUncertainty ranks =
        RankUncertainty.of(
            x, scales, weights, IndexMethod.arithmetic(MissingPolicy.available(.65)), 42, 400);
    for (IndexDraw draw : ranks.draws()) {
      assertThat(CompensatedSum.of(draw.weights())).isCloseTo(1, within(1e-12));
      if (draw.dropped() < 0) {
        double ratio = draw.weights()[0] / draw.weights()[1] / (.7 / .3);
        assertThat(ratio).isBetween(.75 / 1.25, 1.25 / .75);
      } else {
        assertThat(draw.weights()[draw.dropped()]).isZero();
      }
    }
    assertThat(ranks.draws().stream().map(IndexDraw::normalisation).distinct()).hasSize(4);
    assertThat(ranks.of(4)).hasSizeLessThan(400);
    assertThat(ranks.of(1)).hasSize(400);
    RankUncertainty again =
        RankUncertainty.of(
            x, scales, weights, IndexMethod.arithmetic(MissingPolicy.available(.65)), 42, 400);
    assertThat(Arrays.deepEquals(again.ranks(), ranks.ranks())).isTrue();
  }

  private static double deviationOfLogs(double[] values) {
    double[] logs = Arrays.stream(values).map(StrictMath::log).toArray();
    return Standardise.deviation(logs, CompensatedSum.of(logs) / logs.length);
  }
}
