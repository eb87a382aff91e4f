package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Drawn.assertTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jiedui.analysis.GapParams.Goalposts;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Regions;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;
import org.jiedui.stats.Aggregation;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.OutlierTreatment;
import org.jiedui.stats.Polarity;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapCouplingRow;
import org.jiedui.table.GapDimensionRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapPairRow;
import org.jiedui.table.GapRankDrawRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.GapWeightRow;
import org.junit.jupiter.api.Test;

/** What a study may choose about its index, how the index is questioned, and bad input. */
class GapChoicesTest {
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
  void theChangeOfPairedGapsHasTheIntervalOfTheJackknife() {
    List<RegionValue> values = new ArrayList<>();
    double[] before = {.2, .25, .3, .2, .4, .5};
    double[] after = {.4, .3, .5, .3, .45, .75};
    for (int year : new int[] {2010, 2018}) {
      values.add(new RegionValue("990000", year, "x0", 1));
      for (int i = 0; i < 6; i++) {
        double value = year == 2010 ? before[i] : after[i];
        values.add(new RegionValue("7%d0101".formatted(i), year, "x0", value));
      }
    }
    GapParams params = paired(onUnit(1), (unit, year) -> List.of("990000"));
    Frame pairs = GapIndex.of(values, params).pair();

    Map<String, Object[]> national = new TreeMap<>();
    pairs
        .where(row -> row[0].equals("nation") && row[3].equals("frontier_difference"))
        .rows()
        .forEach(row -> national.put((String) row[4], row));
    int value = pairs.index(GapPairRow.VALUE);
    // Mean gaps to the frontier of 1: 1 - 1.85 / 6 and 1 - 2.7 / 6.
    assertThat((Double) national.get("before")[value]).isCloseTo(1 - 1.85 / 6, within(1e-12));
    assertThat((Double) national.get("change")[value]).isCloseTo(-.85 / 6, within(1e-12));
    // R 4.2: d <- c(.2, .05, .2, .1, .05, .25); sd(d) / sqrt(6); t.test(-d)$conf.int
    double error = 0.03515837;
    assertThat((Double) national.get("change")[pairs.index(GapPairRow.STD_ERROR)])
        .isCloseTo(error, within(1e-8));
    assertThat((Double) national.get("change")[pairs.index(GapPairRow.CI_LOW)])
        .isCloseTo(-.85 / 6 - 2.570581836 * error, within(1e-7));
    assertThat(national.get("change")[pairs.index(GapPairRow.CLUSTERS)]).isEqualTo(6);
    Frame pair = pairs.where(row -> row[0].equals("pair") && row[3].equals("donor_ratio"));
    assertThat(pair.size()).isEqualTo(6 * 3);
    assertThat((Double) pair.value(1, GapPairRow.VALUE)).isCloseTo(5, within(1e-12));
    assertThat(pair.text(0, GapPairRow.CI_STATUS)).isEqualTo("SINGLE_CLUSTER");
  }

  @Test
  void aRegionWithoutAPairIsHeldAgainstMedianAndFrontierOnly() {
    List<RegionValue> values = rows(new double[][] {{.2}, {.4}}, 2018);
    Frame pairs = GapIndex.of(values, onUnit(1)).pair();
    Frame after = pairs.where(row -> row[0].equals("nation") && row[4].equals("after"));
    assertThat(after.rows())
        .extracting(row -> row[3] + " " + row[after.index(GapPairRow.STATUS)])
        .containsExactly(
            "donor_difference NO_DATA",
            "donor_log NO_DATA",
            "donor_ratio NO_DATA",
            "frontier_difference OK",
            "median_difference OK");
  }

  @Test
  void constantAndEmptyIndicatorsWeighNothing() {
    double[][] x = {{1, 5, Double.NaN}, {2, 5, Double.NaN}, {3, 5, Double.NaN}, {4, 5, Double.NaN}};
    for (Weighting weighting : Weighting.values()) {
      GapIndex.Result result = GapIndex.of(rows(x, 2020), params(3, weighting));
      assertThat(result.weights().rows())
          .extracting(row -> row[result.weights().index(GapWeightRow.STATUS)])
          .containsExactly("OK", "CONSTANT", "NO_DATA");
      assertThat(result.weights().value(1, GapWeightRow.WEIGHT)).isEqualTo(0.0);
      assertThat(result.weights().value(2, GapWeightRow.WEIGHT)).isEqualTo(0.0);
      assertThat(result.weights().value(0, GapWeightRow.WEIGHT)).isEqualTo(1.0);
    }
  }

  @Test
  void valuesThatAreAllZeroGiveNoIndex() {
    GapIndex.Result result = GapIndex.of(rows(new double[4][2], 2020), params(2, Weighting.EQUAL));
    assertThat(result.index().rows())
        .extracting(row -> row[result.index().index(GapIndexRow.STATUS)])
        .containsOnly("MISSING_INDICATOR");
  }

  @Test
  void aYearWithoutDataIsNoRowAndChangesNothingElse() {
    List<RegionValue> values = rows(M, 2015);
    values.addAll(rows(M, 2018));
    Frame index = GapIndex.of(values, params(4, Weighting.EQUAL)).index();
    assertThat(index.rows()).extracting(row -> row[1]).containsOnly(2015, 2018);
  }

  @Test
  void missingCellsFollowThePolicy() {
    double[][] x = {{1, Double.NaN}, {2, 20}, {3, 30}, {4, 40}};
    Frame available = GapIndex.of(rows(x, 2020), policy(MissingPolicy.available(.5))).index();
    Frame refused = GapIndex.of(rows(x, 2020), policy(MissingPolicy.refuse())).index();
    assertThat(available.text(0, GapIndexRow.STATUS)).isEqualTo("OK");
    assertThat(available.text(0, GapIndexRow.FLAGS)).isEqualTo("MISSING_INDICATOR");
    assertThat(refused.text(0, GapIndexRow.STATUS)).isEqualTo("MISSING_INDICATOR");
    assertThat(refused.value(0, GapIndexRow.TOPSIS)).isNull();
    Frame dimensions = GapIndex.of(rows(x, 2020), policy(MissingPolicy.refuse())).dimension();
    assertThat(dimensions.text(1, GapDimensionRow.STATUS)).isEqualTo("MISSING_INDICATOR");
  }

  @Test
  void aMissingCellIsFilledOnlyAsDeclaredAndSaysSo() {
    List<RegionValue> values = rows(new double[][] {{1, 10}, {2, 20}, {3, 60}}, 2016);
    values.addAll(rows(new double[][] {{1, Double.NaN}, {2, 24}, {3, 60}}, 2018));
    values.addAll(rows(new double[][] {{1, 50}, {2, 20}, {Double.NaN, 60}}, 2020));
    // 10 in 2016 and 50 in 2020 make 30 in 2018; the median of (24, 60) is 42.
    assertThat(filled(values, Imputation.INTERPOLATE, "700001", 2018))
        .isEqualTo("30.0 IMPUTED 0.0");
    assertThat(filled(values, Imputation.MEDIAN, "700001", 2018)).isEqualTo("42.0 IMPUTED 0.0");
    assertThat(filled(values, Imputation.NONE, "700001", 2018)).isEqualTo("null  0.0");
    assertThat(filled(values, Imputation.INTERPOLATE, "700001", 2020)).isEqualTo("50.0  1.0");

    // Nothing is carried beyond the last year that has a value.
    Frame last =
        GapIndex.of(values, imputing(Imputation.INTERPOLATE))
            .index()
            .where(row -> row[0].equals("700003") && row[1].equals(2020));
    assertThat(last.text(0, GapIndexRow.STATUS)).isEqualTo("MISSING_INDICATOR");
    Frame full = GapIndex.of(values, imputing(Imputation.MEDIAN)).index();
    assertThat(full.rows()).allMatch(row -> row[GapIndexRow.STATUS.ordinal()].equals("OK"));
    assertThat(full.where(row -> row[GapIndexRow.FLAGS.ordinal()].equals("IMPUTED")).size())
        .isEqualTo(2);
  }

  private static GapParams imputing(Imputation way) {
    return policy(MissingPolicy.refuse()).with(GapChoices.plain().imputed(way));
  }

  /** Value, flags and coverage of the second indicator. */
  private static String filled(List<RegionValue> values, Imputation way, String unit, int year) {
    Frame cell =
        GapIndex.of(values, imputing(way))
            .component()
            .where(row -> row[0].equals(unit) && row[1].equals(year) && row[2].equals("x1"));
    return cell.value(0, GapComponentRow.VALUE)
        + " "
        + cell.text(0, GapComponentRow.FLAGS)
        + " "
        + cell.value(0, GapComponentRow.COVERAGE);
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

  /** Region 700001 has the first row, indicators are x0, x1 …; NaN is left out. */
  private static List<RegionValue> rows(double[][] x, int year) {
    List<RegionValue> values = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        if (!Double.isNaN(x[i][j])) {
          values.add(new RegionValue("7%05d".formatted(i + 1), year, "x" + j, x[i][j]));
        }
      }
    }
    return values;
  }

  private static GapParams params(int indicators, Weighting weighting) {
    return params(indicators, weighting, MissingPolicy.available(.3), Optional.empty());
  }

  private static GapParams policy(MissingPolicy policy) {
    return params(2, Weighting.EQUAL, policy, Optional.empty());
  }

  private static GapParams onUnit(int indicators) {
    return params(
        indicators, Weighting.EQUAL, MissingPolicy.available(.3), Optional.of(new Goalposts(0, 1)));
  }

  private static GapParams params(
      int indicators, Weighting weighting, MissingPolicy policy, Optional<Goalposts> goalposts) {
    return new GapParams(
        IntStream.range(0, indicators)
            .mapToObj(
                j ->
                    new Part(
                        "x" + j,
                        Text.same("x" + j),
                        Text.same("1"),
                        "d" + j,
                        Polarity.BENEFIT,
                        goalposts,
                        1))
            .toList(),
        Regions.COUNTIES,
        weighting,
        policy,
        new Years(1996, 2020),
        new Years(1996, 2015),
        new Years(2016, 2020),
        "population",
        Places.unnamed(Places.COUNTY),
        Donors.none(),
        code -> !code.startsWith("99"),
        GapChoices.plain());
  }

  private static GapParams paired(GapParams p, Donors donors) {
    return new GapParams(
        p.parts(),
        p.regions(),
        p.weighting(),
        p.missing(),
        p.baseYears(),
        p.before(),
        p.after(),
        p.population(),
        p.places(),
        donors,
        p.recipient(),
        p.choices());
  }

  private static double[] column(Frame frame, Field field) {
    return frame.rows().stream()
        .map(row -> (Double) row[frame.index(field)])
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double sum(Frame frame, Field field) {
    return Arrays.stream(column(frame, field)).sum();
  }
}
