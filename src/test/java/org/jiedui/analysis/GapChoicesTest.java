package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Drawn.assertTable;
import static org.jiedui.analysis.DrawnIndex.M;
import static org.jiedui.analysis.DrawnIndex.column;
import static org.jiedui.analysis.DrawnIndex.onUnit;
import static org.jiedui.analysis.DrawnIndex.paired;
import static org.jiedui.analysis.DrawnIndex.params;
import static org.jiedui.analysis.DrawnIndex.rows;
import static org.jiedui.analysis.DrawnIndex.sum;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.message.InputException;
import org.jiedui.stats.Aggregation;
import org.jiedui.stats.OutlierTreatment;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapCouplingRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapRankDrawRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.GapWeightRow;
import org.junit.jupiter.api.Test;

/** What a study may choose about its index and how the index is questioned. */
class GapChoicesTest {
  private static final Offset<Double> NINE_DIGITS = within(5.1e-10);

  @Test
  void theWeightsOfOtherMethodsStandBesideTheUsedOnes() {
    Frame weights = GapIndex.of(rows(M, 2020), params(4, Weighting.CRITIC)).weights();
    double[] critic = {.193655541, .469407068, .190659263, .146278127};
    // The specification cuts its ninth digit off.
    assertThat(column(weights, GapWeightRow.WEIGHT)).containsExactly(critic, within(1e-9));
    assertThat(column(weights, GapWeightRow.CRITIC_WEIGHT)).containsExactly(critic, within(1e-9));
    assertThat(column(weights, GapWeightRow.ENTROPY_WEIGHT))
        .containsExactly(
            new double[] {.279638692, .246476760, .246019087, .227865461}, NINE_DIGITS);
    assertThat(sum(weights, GapWeightRow.EFFECTIVE_WEIGHT)).isCloseTo(1, within(1e-12));
    assertThat(sum(weights, GapWeightRow.PCA_WEIGHT)).isCloseTo(1, within(1e-12));
    // R 4.2: z <- apply(M, 2, function(x) (x - min(x)) / diff(range(x)));
    // abs(with(prcomp(z, scale. = TRUE), rotation[, 1] * sdev[1]))
    assertThat(column(weights, GapWeightRow.PCA_LOADING))
        .containsExactly(PCA_LOADINGS, within(1e-8));
    assertThat(column(weights, GapWeightRow.MISSING_SHARE)).containsOnly(0);
  }

  private static final double[] PCA_LOADINGS = {
    0.99115036476, 0.94591003983, 0.99127922582, 0.99676117301
  };

  @Test
  void aGeometricIndexRaisesZerosToTheFloorAndSaysSo() {
    GapParams geometric =
        params(4, Weighting.EQUAL).with(GapChoices.plain().aggregated(Aggregation.GEOMETRIC, .01));
    GapIndex.Result result = GapIndex.of(rows(M, 2020), geometric);
    assertThat(column(result.index(), GapIndexRow.DEVELOPMENT_INDEX))
        .containsExactly(new double[] {.634676781, .194878748, 1, .675079784, .01}, NINE_DIGITS);
    assertThat(result.index().text(4, GapIndexRow.FLAGS)).isEqualTo("FLOORED");
    assertThat(result.index().text(0, GapIndexRow.FLAGS)).isEmpty();
    // Contributions add up to the logarithm of the index.
    double logs =
        IntStream.range(0, 4)
            .mapToDouble(j -> (Double) result.component().value(j, GapComponentRow.CONTRIBUTION))
            .sum();
    assertThat(StrictMath.exp(logs)).isCloseTo(.634676781, NINE_DIGITS);
    GapParams unfloored =
        params(4, Weighting.EQUAL).with(GapChoices.plain().aggregated(Aggregation.HARMONIC, 0));
    Frame index = GapIndex.of(rows(M, 2020), unfloored).index();
    assertThat(index.value(4, GapIndexRow.GAP)).isNull();
    assertThat(index.text(4, GapIndexRow.STATUS)).isEqualTo("ZERO_VALUE");
  }

  @Test
  void closenessToTheIdealIsThatOfTheSpecification() {
    Frame index = GapIndex.of(rows(M, 2020), params(4, Weighting.ENTROPY)).index();
    assertThat(column(index, GapIndexRow.TOPSIS))
        .containsExactly(new double[] {.630844893, .199123270, 1, .677989801, 0}, NINE_DIGITS);
  }

  @Test
  void ranksThatEveryWayAgreesOnHaveNoRangeAndOthersDo() {
    // The first four indicators order b, c, d alike; the last two regions swap between indicators.
    double[][] x = {{1, 1}, {2, 2}, {3, 3}, {4, 6}, {6, 4}};
    Frame ranges = drawn(x, 400).rankRange();
    assertTable(
        ranges.where(row -> ((String) row[0]).compareTo("700003") <= 0),
        """
        unit_code | rank_nominal | rank_mean | rank_median | rank_low | rank_high | mean_shift | draws | status
        700001    | 1            | 1         | 1           | 1        | 1         | 0          | 400   | OK
        700002    | 2            | 2         | 2           | 2        | 2         | 0          | 400   | OK
        700003    | 3            | 3         | 3           | 3        | 3         | 0          | 400   | OK
        """);
    assertThat(ranges.value(3, GapRankRangeRow.RANK_NOMINAL)).isEqualTo(4.5);
    assertThat(ranges.value(3, GapRankRangeRow.RANK_LOW)).isEqualTo(4.0);
    assertThat(ranges.value(3, GapRankRangeRow.RANK_HIGH)).isEqualTo(5.0);
  }

  @Test
  void everyDrawKeepsItsSettingsAndEachIndicatorIsLeftOutOnce() {
    Frame draws = drawn(M, 200).rankDraw();
    assertThat(draws.size()).isEqualTo(204);
    for (int row = 0; row < draws.size(); row++) {
      double sum =
          Arrays.stream(draws.text(row, GapRankDrawRow.WEIGHTS).split(";"))
              .mapToDouble(w -> Double.parseDouble(w.split("=")[1]))
              .sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
    Frame without = draws.where(row -> row[1].equals(GapRankDrawRow.WITHOUT));
    assertThat(without.rows())
        .extracting(row -> row[without.index(GapRankDrawRow.DROPPED)])
        .containsExactly("x0", "x1", "x2", "x3");
    // Every indicator orders the best and the worst alike; without x1 the order stays as it is.
    assertThat(without.value(1, GapRankDrawRow.SPEARMAN)).isEqualTo(1.0);
    assertThat(without.value(1, GapRankDrawRow.MEAN_SHIFT)).isEqualTo(0.0);
  }

  @Test
  void anOutlierIsToldAndTreatedOnlyWhenAsked() {
    double[][] x =
        IntStream.range(0, 40)
            .mapToObj(i -> new double[] {i == 39 ? 1000 : 10 + i, i})
            .toArray(double[][]::new);
    Frame plain = GapIndex.of(rows(x, 2020), params(2, Weighting.EQUAL)).weights();
    assertThat(plain.value(0, GapWeightRow.TREATMENT_INDICATED)).isEqualTo(1);
    assertThat(plain.value(1, GapWeightRow.TREATMENT_INDICATED)).isEqualTo(0);
    assertThat(plain.text(0, GapWeightRow.TREATMENT)).isEqualTo("none");
    assertThat(plain.value(0, GapWeightRow.GOALPOST_HIGH)).isEqualTo(1000.0);

    GapIndex.Result winsorised = treated(x, OutlierTreatment.Kind.WINSORISE);
    assertThat(winsorised.weights().value(0, GapWeightRow.TREATED_VALUES)).isEqualTo(1);
    assertThat(winsorised.weights().value(0, GapWeightRow.GOALPOST_HIGH)).isEqualTo(48.0);
    int last = 39 * 2;
    assertThat(winsorised.component().value(last, GapComponentRow.VALUE)).isEqualTo(1000.0);
    assertThat(winsorised.component().value(last, GapComponentRow.TREATED_VALUE)).isEqualTo(48.0);

    GapIndex.Result logged = treated(x, OutlierTreatment.Kind.LOG);
    assertThat(logged.weights().text(0, GapWeightRow.TREATMENT)).isEqualTo("log");
    // ln(11 / 10) / ln(1000 / 10)
    assertThat((Double) logged.component().value(2, GapComponentRow.NORMALISED))
        .isCloseTo(0.020696343, NINE_DIGITS);
    x[0][0] = 0;
    assertThat(treated(x, OutlierTreatment.Kind.LOG).weights().text(0, GapWeightRow.TREATMENT))
        .isEqualTo("log_refused");
  }

  @Test
  void couplingIsClassicalAndCorrected() {
    double[][] u = {{.2, .4}, {.5, .5}, {.8, .3}, {0, .6}, {1, 1}};
    Frame coupling = GapIndex.of(rows(u, 2020), onUnit(2)).coupling();
    assertThat(column(coupling, GapCouplingRow.COORDINATION_CLASSICAL))
        .containsExactly(new double[] {.531829590, .707106781, .699927102, 0, 1}, NINE_DIGITS);
    assertThat(column(coupling, GapCouplingRow.COORDINATION_CORRECTED))
        .containsExactly(new double[] {.435587717, .707106781, .488013305, 0, 1}, NINE_DIGITS);
    assertThat(coupling.text(3, GapCouplingRow.FLAGS)).isEqualTo("ZERO_SYSTEM");
    assertThat(coupling.text(2, GapCouplingRow.FLAGS)).isEmpty();

    Frame three = GapIndex.of(rows(new double[][] {{.2, .4, .6}}, 2020), onUnit(3)).coupling();
    assertThat(three.value(0, GapCouplingRow.COUPLING_CORRECTED)).isNull();
    assertThat(three.value(0, GapCouplingRow.COUPLING_CLASSICAL)).isNotNull();
    assertThatThrownBy(
            () ->
                GapIndex.of(
                    rows(u, 2020),
                    onUnit(2).with(GapChoices.plain().coupling(List.of("d0", "typo")))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("typo");
  }

  @Test
  void theOrderOfTheRowsCannotBeSeenInAnyTable() {
    List<RegionValue> values = rows(M, 2015);
    values.addAll(rows(M, 2018));
    GapParams params =
        paired(params(4, Weighting.ENTROPY), (unit, year) -> List.of("700003"))
            .with(GapChoices.plain().drawn(50, 7));
    List<String> expected = bits(GapIndex.of(values, params));
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(values, new Random(seed));
      assertThat(bits(GapIndex.of(values, params))).isEqualTo(expected);
    }
  }

  private static List<String> bits(GapIndex.Result result) {
    return result.tables().stream().map(DrawnPanel::bits).toList();
  }

  private static GapIndex.Result drawn(double[][] x, int draws) {
    return GapIndex.of(
        rows(x, 2020),
        params(x[0].length, Weighting.EQUAL).with(GapChoices.plain().drawn(draws, 42)));
  }

  private static GapIndex.Result treated(double[][] x, OutlierTreatment.Kind kind) {
    return GapIndex.of(
        rows(x, 2020), params(2, Weighting.EQUAL).with(GapChoices.plain().treated(kind)));
  }
}
