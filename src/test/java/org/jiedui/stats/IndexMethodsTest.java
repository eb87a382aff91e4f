package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Matrix M of the statistical specification, section 4, and what is made of it. */
class IndexMethodsTest {
  private static final Offset<Double> NINE_DIGITS = within(5.1e-10);
  private static final double[] EQUAL = {.25, .25, .25, .25};
  private static final double[][] M = {
    {85, .92, 1200, 4.5},
    {78, .85, 1100, 4.2},
    {92, .95, 1300, 4.8},
    {88, .88, 1250, 4.6},
    {76, .82, 1050, 4.0}
  };
  private static final double[][] Z = normalised(M);
  private static final Polarity[] BENEFITS =
      IntStream.range(0, 4).mapToObj(j -> Polarity.BENEFIT).toArray(Polarity[]::new);

  @Test
  void matrixMHasTheCriticWeightsOfTheSpecification() {
    assertThat(CriticWeights.of(Z))
        .containsExactly(
            new double[] {.193655541, .469407068, .190659263, .146278128}, NINE_DIGITS);
  }

  @Test
  void aConstantColumnHasNoCriticWeightAndDisturbsNoOther() {
    double[][] padded =
        Arrays.stream(Z)
            .map(row -> DoubleStream.concat(Arrays.stream(row), DoubleStream.of(.1)).toArray())
            .toArray(double[][]::new);
    double[] weights = CriticWeights.of(padded);
    assertThat(weights[4]).isZero();
    assertThat(Arrays.copyOf(weights, 4)).containsExactly(CriticWeights.of(Z), within(1e-14));
  }

  @Test
  void matrixMHasTheClosenessOfTheSpecification() {
    double[] entropy = EntropyWeights.of(Z).weights();
    assertThat(Topsis.of(Z, entropy, BENEFITS).orElseThrow())
        .containsExactly(new double[] {.630844893, .199123270, 1, .677989801, 0}, NINE_DIGITS);
    assertThat(Topsis.of(Topsis.vector(M), EQUAL, BENEFITS).orElseThrow())
        .containsExactly(new double[] {.620643746, .201080854, 1, .707043258, 0}, NINE_DIGITS);
    assertThat(Topsis.of(Topsis.vector(M), entropy, BENEFITS).orElseThrow())
        .containsExactly(new double[] {.616183429, .194462978, 1, .708513975, 0}, NINE_DIGITS);
  }

  @Test
  void theBestOfACostIsItsSmallestValue() {
    double[][] costs = {{1}, {2}, {4}};
    assertThat(Topsis.of(costs, new double[] {1}, new Polarity[] {Polarity.COST}).orElseThrow())
        .containsExactly(1, 2 / 3.0, 0);
    assertThat(Topsis.of(new double[][] {{1}, {1}}, new double[] {1}, BENEFITS)).isEmpty();
  }

  @Test
  void matrixMHasTheGeometricScoresOfTheSpecification() {
    double[] scores =
        Arrays.stream(Z)
            .mapToDouble(
                row ->
                    CompositeIndex.of(
                            row,
                            EQUAL,
                            new IndexMethod(MissingPolicy.refuse(), Aggregation.GEOMETRIC, .01))
                        .orElseThrow()
                        .value())
            .toArray();
    assertThat(scores)
        .containsExactly(new double[] {.634676781, .194878748, 1, .675079784, .01}, NINE_DIGITS);
    assertThat(Aggregation.GEOMETRIC.of(Z[4], EQUAL)).isEmpty();
    assertThat(Aggregation.HARMONIC.of(Z[4], EQUAL)).isEmpty();
    assertThat(Aggregation.HARMONIC.of(new double[] {.5, .25}, new double[] {.5, .5}).getAsDouble())
        .isCloseTo(1 / 3.0, within(1e-15));
  }

  @Test
  void meansAreOrderedAndAWeightOfZeroLeavesAnIndicatorOut() {
    double[] z = {.2, .9, 0};
    double[] weights = {.5, .5, 0};
    double arithmetic = Aggregation.ARITHMETIC.of(z, weights).getAsDouble();
    double geometric = Aggregation.GEOMETRIC.of(z, weights).getAsDouble();
    double harmonic = Aggregation.HARMONIC.of(z, weights).getAsDouble();
    assertThat(arithmetic).isCloseTo(.55, within(1e-15));
    assertThat(harmonic).isLessThan(geometric);
    assertThat(geometric).isLessThan(arithmetic);
  }

  @Test
  void couplingHasTheValuesOfTheSpecification() {
    double[] first = {.2, .5, .8, 0, 1};
    double[] second = {.4, .5, .3, .6, 1};
    double[] half = {.5, .5};
    double[] classical = new double[5];
    double[] corrected = new double[5];
    for (int i = 0; i < 5; i++) {
      double[] u = {first[i], second[i]};
      classical[i] = CouplingCoordination.classical(u, half).coordination();
      corrected[i] = CouplingCoordination.corrected(u, half).coordination();
    }
    assertThat(classical)
        .containsExactly(new double[] {.531829590, .707106781, .699927102, 0, 1}, NINE_DIGITS);
    assertThat(corrected)
        .containsExactly(new double[] {.435587717, .707106781, .488013305, 0, 1}, NINE_DIGITS);
  }

  @Test
  void equalSystemsAreFullyCoupledWhateverTheirNumber() {
    double[] third = {1 / 3.0, 1 / 3.0, 1 / 3.0};
    assertThat(CouplingCoordination.classical(new double[] {.4, .4, .4}, third).coupling())
        .isCloseTo(1, within(1e-15));
    assertThatThrownBy(() -> CouplingCoordination.corrected(new double[] {.4, .4, .4}, third))
        .hasMessageContaining("3 systems");
    assertThatThrownBy(() -> CouplingCoordination.classical(new double[] {1.2, .1}, third))
        .hasMessageContaining("1.2");
  }

  @Test
  void theFirstComponentOfIrisIsThatOfR() {
    PrincipalComponent first = PrincipalComponent.of(Iris.rows());
    // R 4.2: p <- prcomp(iris[,1:4], scale. = TRUE); p$rotation[,1] * p$sdev[1]; p$sdev[1]^2 / 4
    assertThat(first.loadings())
        .containsExactly(
            new double[] {0.8901687648612, -0.4601427064479, 0.9915551834193, 0.9649789606693},
            within(1e-12));
    assertThat(first.explained()).isCloseTo(0.7296244541330, within(1e-12));
    assertThat(CompensatedSum.of(first.weights())).isCloseTo(1, within(1e-15));
    assertThat(first.weights()[1]).isNegative();
  }

  @Test
  void skewnessAndKurtosisAreThoseOfSpreadsheets() {
    // R 4.2: x <- c(1,2,3,4,20); n <- 5; z <- (x-mean(x))/sd(x); n/((n-1)*(n-2))*sum(z^3);
    // n*(n+1)/((n-1)*(n-2)*(n-3))*sum(z^4) - 3*(n-1)^2/((n-2)*(n-3))
    Shape shape = Shape.of(new double[] {1, 2, 3, 4, 20});
    assertThat(shape.skewness()).isCloseTo(2.12505058763, within(1e-10));
    assertThat(shape.kurtosis()).isCloseTo(4.60608, within(1e-10));
    assertThat(shape.needsTreatment()).isTrue();
    assertThat(Shape.of(new double[] {5, 5, 5, 5})).isEqualTo(new Shape(0, 0));
  }

  @Test
  void outliersArePulledInOneAfterTheOther() {
    Winsorise treated = Winsorise.of(new double[] {1, 20, 2, 3, 4}, 1);
    assertThat(treated.values()).containsExactly(1, 4, 2, 3, 4);
    assertThat(treated.moved()).isEqualTo(1);
    assertThat(Winsorise.of(new double[] {1, 20, 2, 3, 4}, 0).values()[1]).isEqualTo(20);
    assertThat(Winsorise.of(new double[] {1, 2, 3, 4}, 4).moved()).isZero();
  }

  @Test
  void effectiveWeightsSumToOneAndFollowTheCorrelation() {
    double[] index = Arrays.stream(Z).mapToDouble(row -> row[0]).toArray();
    double[] weights = EffectiveWeights.of(Z, index);
    assertThat(CompensatedSum.of(weights)).isCloseTo(1, within(1e-15));
    assertThat(weights[0]).isGreaterThan(weights[1]);
    assertThat(EffectiveWeights.of(Z, new double[5])).containsExactly(0, 0, 0, 0);
  }

  private static double[][] normalised(double[][] x) {
    double[][] z = new double[x.length][x[0].length];
    for (int j = 0; j < x[0].length; j++) {
      MinMax scale = MinMax.pooled(Standardise.column(x, j), Polarity.BENEFIT);
      for (int i = 0; i < x.length; i++) {
        z[i][j] = scale.of(x[i][j]);
      }
    }
    return z;
  }
}
