package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Vector V and the partitions of the statistical specification, section 5. */
class InequalityTest {
  private static final Offset<Double> TIGHT = within(1e-11);
  private static final double[] V = {541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};
  private static final WeightedValues EQUAL = WeightedValues.unweighted(V);
  private static final WeightedValues WEIGHTED =
      new WeightedValues(V, new double[] {3, 1, 2, 1, 1, 2, 1, 3, 1, 1});
  private static final int[] ALTERNATING = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};

  @Test
  void vectorVHasTheMeasuresOfTheSpecification() {
    assertThat(Gini.of(EQUAL).getAsDouble()).isCloseTo(.462091130268, TIGHT);
    assertThat(Gini.corrected(V).getAsDouble()).isCloseTo(.513434589186, TIGHT);
    assertThat(GeneralizedEntropy.theilT(EQUAL).getAsDouble()).isCloseTo(.362341242344, TIGHT);
    assertThat(GeneralizedEntropy.theilL(EQUAL).getAsDouble()).isCloseTo(.433594649520, TIGHT);
    assertThat(GeneralizedEntropy.of(EQUAL, 2).getAsDouble()).isCloseTo(.420406154577, TIGHT);
    assertThat(Atkinson.of(EQUAL, .5).getAsDouble()).isCloseTo(.179659098046, TIGHT);
    assertThat(Atkinson.of(EQUAL, 1).getAsDouble()).isCloseTo(.351825059735, TIGHT);
    assertThat(Atkinson.of(EQUAL, 2).getAsDouble()).isCloseTo(.629011054512, TIGHT);
    assertThat(Dispersion.coefficientOfVariation(EQUAL).getAsDouble())
        .isCloseTo(.916958182882, TIGHT);
  }

  @Test
  void weightsCountAsThatManyUnits() {
    assertThat(WEIGHTED.mean()).isCloseTo(5757.625, TIGHT);
    assertThat(Gini.of(WEIGHTED).getAsDouble()).isCloseTo(.466827956406, TIGHT);
    assertThat(GeneralizedEntropy.theilT(WEIGHTED).getAsDouble()).isCloseTo(.378750360216, TIGHT);
    double[] repeated =
        IntStream.range(0, V.length)
            .boxed()
            .flatMapToDouble(
                i -> DoubleStream.generate(() -> V[i]).limit((long) WEIGHTED.weights()[i]))
            .toArray();
    WeightedValues spelledOut = WeightedValues.unweighted(repeated);
    assertThat(Gini.of(WEIGHTED).getAsDouble())
        .isCloseTo(Gini.of(spelledOut).getAsDouble(), within(1e-14));
    assertThat(Dispersion.varianceOfLogs(WEIGHTED).getAsDouble())
        .isCloseTo(Dispersion.varianceOfLogs(spelledOut).getAsDouble(), within(1e-14));
  }

  @Test
  void theJackknifeOfTheGiniOfVectorVIsThatOfTheSpecification() {
    double[] leftOut =
        IntStream.range(0, V.length)
            .mapToDouble(
                i -> {
                  int[] groups = new int[V.length];
                  groups[i] = 1;
                  return Gini.of(EQUAL.without(groups, 1)).getAsDouble();
                })
            .toArray();
    assertThat(Jackknife.standardError(leftOut)).isCloseTo(.101988513795, TIGHT);
  }

  @Test
  void theGiniOfDagumIsTheGini() {
    DagumGini parts = DagumGini.of(EQUAL, ALTERNATING).orElseThrow();
    assertThat(parts.within()).isCloseTo(.219670801670, TIGHT);
    assertThat(parts.between()).isCloseTo(.113747634638, TIGHT);
    assertThat(parts.transvariation()).isCloseTo(.128672693960, TIGHT);
    assertThat(parts.total()).isCloseTo(Gini.of(EQUAL).getAsDouble(), within(1e-14));
  }

  @Test
  void irisPetalsBySpeciesHaveTheThreePartsOfTheSpecification() {
    double[] petals = Arrays.stream(Iris.rows()).mapToDouble(row -> row[2]).toArray();
    int[] species = IntStream.range(0, petals.length).map(i -> i / 50).toArray();
    DagumGini parts = DagumGini.of(WeightedValues.unweighted(petals), species).orElseThrow();
    assertThat(parts.total()).isCloseTo(.2614854237, within(1e-10));
    assertThat(parts.within()).isCloseTo(.0194796286, within(1e-10));
    assertThat(parts.between()).isCloseTo(.2418544143, within(1e-10));
    assertThat(parts.transvariation()).isCloseTo(.0001513808, within(1e-10));
  }

  @Test
  void groupsOfEqualMeanHaveNoNetPartBetweenThem() {
    DagumGini parts =
        DagumGini.of(WeightedValues.unweighted(1, 3, 2, 2), new int[] {0, 0, 1, 1}).orElseThrow();
    assertThat(parts.between()).isZero();
    assertThat(parts.total())
        .isCloseTo(Gini.of(WeightedValues.unweighted(1, 3, 2, 2)).getAsDouble(), within(1e-15));
  }

  @Test
  void theilPartsOfAlternatingGroupsAreThoseOfTheSpecification() {
    List<String[]> groups =
        List.<String[]>of(words("A", "B", "A", "B", "A", "B", "A", "B", "A", "B"));
    NestedTheil t = NestedTheil.of(EQUAL, NestedTheil.Index.T, groups).orElseThrow();
    assertThat(t.within()).isCloseTo(.336236233210, TIGHT);
    assertThat(t.between()[0]).isCloseTo(.026105009134, TIGHT);
    NestedTheil l = NestedTheil.of(EQUAL, NestedTheil.Index.L, groups).orElseThrow();
    assertThat(l.within()).isCloseTo(.407023939728, TIGHT);
    assertThat(l.between()[0]).isCloseTo(.026570709793, TIGHT);
  }

  @Test
  void nestedLevelsAddUpToTheWhole() {
    List<String[]> levels =
        List.of(
            words("1", "1", "1", "1", "1", "2", "2", "2", "2", "2"),
            words("a", "a", "b", "b", "b", "c", "c", "d", "d", "d"));
    NestedTheil parts = NestedTheil.of(EQUAL, NestedTheil.Index.T, levels).orElseThrow();
    assertThat(parts.between()).containsExactly(new double[] {.214131578762, .086048727682}, TIGHT);
    assertThat(parts.within()).isCloseTo(.062160935899, TIGHT);
    assertThat(parts.residue()).isCloseTo(0, within(1e-15));
  }

  @Test
  void aGroupOfZerosAddsNothing() {
    WeightedValues halves = WeightedValues.unweighted(0, 0, 0, 10, 10, 10);
    List<String[]> groups = List.<String[]>of(words("A", "A", "A", "B", "B", "B"));
    NestedTheil t = NestedTheil.of(halves, NestedTheil.Index.T, groups).orElseThrow();
    assertThat(t.total()).isCloseTo(StrictMath.log(2), within(1e-15));
    assertThat(t.within()).isZero();
    assertThat(DagumGini.of(halves, new int[] {0, 0, 0, 1, 1, 1}).orElseThrow().total())
        .isCloseTo(.5, within(1e-15));
    assertThat(NestedTheil.of(halves, NestedTheil.Index.L, groups)).isEmpty();
  }

  @Test
  void whatIsUndefinedIsEmpty() {
    WeightedValues zeros = WeightedValues.unweighted(0, 0);
    WeightedValues negative = WeightedValues.unweighted(-1, 5);
    WeightedValues withZero = WeightedValues.unweighted(0, 5);
    assertThat(Gini.of(zeros)).isEmpty();
    assertThat(Gini.of(negative)).isPresent();
    assertThat(GeneralizedEntropy.theilT(zeros)).isEmpty();
    assertThat(GeneralizedEntropy.theilT(negative)).isEmpty();
    assertThat(GeneralizedEntropy.theilT(withZero)).isPresent();
    assertThat(GeneralizedEntropy.theilL(withZero)).isEmpty();
    assertThat(Atkinson.of(withZero, .5)).isPresent();
    assertThat(Atkinson.of(withZero, 1)).isEmpty();
    assertThat(Dispersion.varianceOfLogs(withZero)).isEmpty();
    assertThat(DagumGini.of(negative, new int[] {0, 1})).isEmpty();
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    double[] turned = IntStream.range(0, V.length).mapToDouble(i -> V[V.length - 1 - i]).toArray();
    assertThat(Gini.of(WeightedValues.unweighted(turned)).getAsDouble())
        .isEqualTo(Gini.of(EQUAL).getAsDouble());
  }

  @Test
  void equalRanksAreOneStepOfACurve() {
    WeightedValues aid = new WeightedValues(new double[] {8, 4, 6, 1}, new double[] {1, 2, 1, 4});
    LorenzCurve curve = LorenzCurve.of(aid, new double[] {1, 2, 2, 4});
    assertThat(curve.population()).containsExactly(0, .125, .5, 1);
    assertThat(curve.share()).containsExactly(0, 8 / 26.0, 22 / 26.0, 1);
    assertThat(curve.at(.3125)).isCloseTo((8 + 7) / 26.0, within(1e-15));
    // Worked case of the specification, section 7: C = −.394230769231.
    assertThat(curve.index()).isCloseTo(-.394230769231, within(1e-12));
  }

  private static String[] words(String... words) {
    return words;
  }
}
