package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CompositeIndexTest {
  private static final Offset<Double> NINE_DIGITS = within(5.1e-10);

  /** Matrix M of the statistical specification, section 4.1. */
  private static final double[][] M = {
    {85, .92, 1200, 4.5},
    {78, .85, 1100, 4.2},
    {92, .95, 1300, 4.8},
    {88, .88, 1250, 4.6},
    {76, .82, 1050, 4.0}
  };

  @Test
  void matrixMHasTheEntropyWeightsOfTheSpecification() {
    EntropyWeights weights = EntropyWeights.of(normalised());
    assertThat(weights.entropy())
        .containsExactly(
            new double[] {.757348167, .786123884, .786521022, .802273529}, NINE_DIGITS);
    assertThat(weights.weights())
        .containsExactly(
            new double[] {.279638692, .246476760, .246019087, .227865461}, NINE_DIGITS);
    assertThat(scores(weights.weights()))
        .containsExactly(new double[] {.636921637, .198004271, 1, .691201889, 0}, NINE_DIGITS);
  }

  @Test
  void matrixMHasTheEqualWeightScoresOfTheSpecification() {
    assertThat(scores(new double[] {.25, .25, .25, .25}))
        .containsExactly(new double[] {.639182692, .201442308, 1, .690384615, 0}, NINE_DIGITS);
  }

  @Test
  void onlyProportionsOfWeightsMatter() {
    assertThat(scores(new double[] {2, 1, 1, 4}))
        .containsExactly(scores(new double[] {.25, .125, .125, .5}), within(1e-15));
  }

  @Test
  void aCostCountsTheOtherWay() {
    MinMax cost = new MinMax(10, 30, Polarity.COST);
    assertThat(cost.of(10)).isEqualTo(1);
    assertThat(cost.of(25)).isEqualTo(.25);
    assertThat(cost.of(30)).isZero();
  }

  @Test
  void beyondTheGoalpostsAValueIsCapped() {
    MinMax benefit = new MinMax(10, 30, Polarity.BENEFIT);
    assertThat(benefit.of(31)).isEqualTo(1);
    assertThat(benefit.of(9)).isZero();
    assertThat(benefit.outside(31)).isTrue();
    assertThat(benefit.outside(30)).isFalse();
  }

  @Test
  void equalGoalpostsMakeAConstant() {
    MinMax constant = MinMax.pooled(new double[] {4, 4}, Polarity.BENEFIT);
    assertThat(constant.isConstant()).isTrue();
    assertThat(constant.of(4)).isZero();
    assertThat(CompositeIndex.equalWeights(new boolean[] {false, true, false}))
        .containsExactly(.5, 0, .5);
    assertThatThrownBy(() -> new MinMax(2, 1, Polarity.BENEFIT)).hasMessageContaining("goalposts");
  }

  @Test
  void missingIndicatorsRescaleTheWeightsDownToTheSmallestShare() {
    double[] z = {.2, Double.NaN, .8};
    double[] weights = {.4, .3, .3};

    CompositeIndex index =
        CompositeIndex.of(z, weights, IndexMethod.arithmetic(MissingPolicy.available()))
            .orElseThrow();

    assertThat(index.value()).isCloseTo((.4 * .2 + .3 * .8) / .7, within(1e-15));
    assertThat(index.share()).isCloseTo(.7, within(1e-15));
    assertThat(index.weights()[1]).isZero();
    assertThat(CompositeIndex.of(z, weights, IndexMethod.arithmetic(MissingPolicy.available(.71))))
        .isEmpty();
    assertThat(CompositeIndex.of(z, weights, IndexMethod.arithmetic(MissingPolicy.refuse())))
        .isEmpty();
  }

  @Test
  void aMissingIndicatorWithoutWeightDoesNotRefuse() {
    double[] z = {.2, Double.NaN};
    assertThat(
            CompositeIndex.of(
                z, new double[] {1, 0}, IndexMethod.arithmetic(MissingPolicy.refuse())))
        .isPresent();
    assertThat(
            CompositeIndex.of(
                z, new double[] {0, 0}, IndexMethod.arithmetic(MissingPolicy.refuse())))
        .isEmpty();
  }

  @Test
  void entropyOfOneUnitOrOfZerosGivesNoWeight() {
    assertThat(EntropyWeights.of(new double[][] {{.5, .2}}).weights()).containsExactly(0, 0);
    assertThat(EntropyWeights.of(new double[][] {{0, .2}, {0, .6}}).weights())
        .containsExactly(0, 1);
  }

  @Test
  void standardisedColumnsHaveMeanZeroAndDeviationOne() {
    Standardise scale = Standardise.of(Iris.rows());
    // R 4.2: colMeans(iris[,1:4]); apply(iris[,1:4], 2, sd)
    assertThat(scale.mean())
        .containsExactly(
            new double[] {5.843333333333334, 3.057333333333333, 3.758, 1.199333333333333},
            within(1e-14));
    assertThat(scale.deviation())
        .containsExactly(
            new double[] {
              0.828066127977863, 0.435866284936698, 1.765298233259466, 0.762237668960347
            },
            within(1e-14));
    double[][] z = scale.apply(Iris.rows());
    assertThat(Arrays.stream(z).mapToDouble(row -> row[2]).sum()).isCloseTo(0, within(1e-12));
    assertThat(Standardise.of(new double[][] {{.1, 1}, {.1, 2}, {.1, 3}}).isConstant(0)).isTrue();
  }

  private static double[][] normalised() {
    return Arrays.stream(M)
        .map(row -> IntStream.range(0, 4).mapToDouble(j -> goalposts(j).of(row[j])).toArray())
        .toArray(double[][]::new);
  }

  private static MinMax goalposts(int j) {
    return MinMax.pooled(Arrays.stream(M).mapToDouble(row -> row[j]).toArray(), Polarity.BENEFIT);
  }

  private static double[] scores(double[] weights) {
    return Arrays.stream(normalised())
        .mapToDouble(
            z ->
                CompositeIndex.of(z, weights, IndexMethod.arithmetic(MissingPolicy.refuse()))
                    .get()
                    .value())
        .toArray();
  }
}
