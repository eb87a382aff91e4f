package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.message.InputException;
import org.jiedui.stats.Gini;
import org.jiedui.stats.MarkovChain;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.ConvergenceRow;
import org.jiedui.table.ConvergenceTransitionRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.InequalityPartsRow;
import org.jiedui.table.InequalityRow;
import org.junit.jupiter.api.Test;

class InequalityTest {
  static final String INCOME = "income_pc";
  static final String POPULATION = "population";

  /** Counties 1…12 in provinces 51…56, two each; the poorer half grows faster. */
  static List<RegionValue> panel() {
    List<RegionValue> values = new ArrayList<>();
    for (int c = 0; c < 12; c++) {
      String code = "5" + (1 + c / 2) + "010" + (1 + c % 2);
      for (int year = 2014; year <= 2017; year++) {
        double growth = 1 + .02 * (12 - c) * (year - 2014) / 3.0;
        values.add(new RegionValue(code, year, INCOME, 1000 * (c + 1) * growth));
        values.add(new RegionValue(code, year, POPULATION, 10_000 + 500 * c));
      }
    }
    return values;
  }

  static InequalityParams params(List<RegionValue> values) {
    Map<String, String> provinces = new HashMap<>();
    values.forEach(v -> provinces.put(v.region(), v.region().substring(0, 2)));
    return new InequalityParams(
        List.of(INCOME),
        POPULATION,
        Places.COUNTY,
        Places.grouped(provinces),
        province -> province.compareTo("54") < 0 ? "west" : "middle",
        new Years(2014, 2015),
        new Years(2016, 2017),
        3,
        .95);
  }

  @Test
  void everyYearHasTheGiniOfItsValuesAndWindowsTheirMean() {
    List<RegionValue> values = panel();
    Frame measures = Inequality.of(values, params(values)).measures();
    double[] gini = new double[4];
    for (int year = 2014; year <= 2017; year++) {
      int asked = year;
      double[] x =
          values.stream()
              .filter(v -> v.year() == asked && v.indicator().equals(INCOME))
              .mapToDouble(RegionValue::value)
              .toArray();
      gini[year - 2014] = Gini.of(WeightedValues.unweighted(x)).getAsDouble();
      assertThat(number(measures, Integer.toString(year), "none", "gini", InequalityRow.VALUE))
          .isCloseTo(gini[year - 2014], within(1e-14));
    }
    double before = (gini[0] + gini[1]) / 2;
    double after = (gini[2] + gini[3]) / 2;
    assertThat(number(measures, "change", "none", "gini", InequalityRow.VALUE))
        .isCloseTo(after - before, within(1e-14));
    assertThat(number(measures, "change", "none", "gini", InequalityRow.CI_HIGH)).isNegative();
    assertThat(number(measures, "2014", "population", "gini", InequalityRow.VALUE))
        .isNotEqualTo(gini[0]);
  }

  @Test
  void partsSumToTheTotal() {
    List<RegionValue> values = panel();
    Frame parts = Inequality.of(values, params(values)).parts();
    Map<List<Object>, Double> sums = new HashMap<>();
    for (int row = 0; row < parts.size(); row++) {
      List<Object> key =
          List.of(
              parts.value(row, InequalityPartsRow.YEAR),
              parts.value(row, InequalityPartsRow.WEIGHTING),
              parts.value(row, InequalityPartsRow.METHOD));
      double value = (Double) parts.value(row, InequalityPartsRow.VALUE);
      boolean total = "total".equals(parts.text(row, InequalityPartsRow.PART));
      sums.merge(key, total ? -value : value, Double::sum);
    }
    assertThat(sums).hasSize(4 * 2 * 3);
    sums.values().forEach(sum -> assertThat(sum).isCloseTo(0, within(1e-14)));
  }

  @Test
  void aProvinceOfOneCountyAddsNothingWithinAndOneProvinceNothingBetween() {
    List<RegionValue> all = panel();
    List<RegionValue> alone =
        all.stream()
            .filter(v -> List.of("510101", "520101", "530101").contains(v.region()))
            .toList();
    Frame each = Inequality.of(alone, params(all)).parts();
    assertThat(part(each, "dagum", "within").get(0)).isEqualTo(0.0);
    assertThat((Double) part(each, "theil_t", "within").get(0)).isCloseTo(0, within(1e-15));
    List<RegionValue> single = all.stream().filter(v -> v.region().startsWith("51")).toList();
    Frame one = Inequality.of(single, params(all)).parts();
    assertThat(part(one, "dagum", "between")).containsExactly(0.0, "SINGLE_GROUP");
    assertThat(part(one, "theil_l", "between_zones")).containsExactly(0.0, "SINGLE_GROUP");
  }

  @Test
  void incomesThatAreAllZeroHaveNoInequality() {
    List<RegionValue> values = new ArrayList<>(panel());
    values.replaceAll(
        v ->
            v.indicator().equals(INCOME) && v.year() == 2014
                ? new RegionValue(v.region(), v.year(), INCOME, 0)
                : v);
    Inequality.Result found = Inequality.of(values, params(values));
    for (String measure : List.of("gini", "theil_t", "cv")) {
      assertStatus(found.measures(), "2014", measure, "ZERO_MEAN");
    }
    assertThat(part(found.parts(), "dagum", "total")).containsExactly(null, "ZERO_MEAN");
  }

  /** Value and status of the unweighted part in 2014. */
  private static List<Object> part(Frame parts, String method, String part) {
    Frame found =
        parts.where(
            row ->
                row[InequalityPartsRow.YEAR.ordinal()].equals(2014)
                    && row[InequalityPartsRow.WEIGHTING.ordinal()].equals("none")
                    && row[InequalityPartsRow.METHOD.ordinal()].equals(method)
                    && row[InequalityPartsRow.PART.ordinal()].equals(part));
    return Arrays.asList(
        found.value(0, InequalityPartsRow.VALUE), found.value(0, InequalityPartsRow.STATUS));
  }

  @Test
  void theOrderOfTheRowsIsNotInTheTables() {
    List<RegionValue> values = panel();
    List<RegionValue> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(rows(Inequality.of(shuffled, params(values)).measures()))
        .isEqualTo(rows(Inequality.of(values, params(values)).measures()));
    assertThat(rows(Convergence.of(shuffled, params(values)).convergence()))
        .isEqualTo(rows(Convergence.of(values, params(values)).convergence()));
  }

  @Test
  void regionsWithoutPeopleAreLeftOutOfWeightedRowsAndCounted() {
    List<RegionValue> values = new ArrayList<>(panel());
    values.removeIf(v -> v.region().equals("510101") && v.indicator().equals(POPULATION));
    Frame measures = Inequality.of(values, params(values)).measures();
    int row = row(measures, "2014", "population", "gini");
    assertThat(measures.value(row, InequalityRow.UNITS)).isEqualTo(11);
    assertThat(measures.text(row, InequalityRow.FLAGS)).isEqualTo("MISSING_INDICATOR=1");
    int equal = row(measures, "2014", "none", "gini");
    assertThat(measures.value(equal, InequalityRow.UNITS)).isEqualTo(12);
  }

  @Test
  void withinOneZoneNothingLiesBetweenZones() {
    List<RegionValue> values = new ArrayList<>(panel());
    values.removeIf(v -> v.region().compareTo("54") >= 0);
    Frame parts = Inequality.of(values, params(values)).parts();
    int seen = 0;
    for (int row = 0; row < parts.size(); row++) {
      if (parts.text(row, InequalityPartsRow.PART).equals("between_zones")) {
        assertThat(parts.text(row, InequalityPartsRow.STATUS)).isEqualTo("SINGLE_GROUP");
        assertThat((Double) parts.value(row, InequalityPartsRow.VALUE)).isCloseTo(0, within(1e-15));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(4 * 2 * 2);
  }

  /** Incomes that grow in proportion to a power of themselves above 1 move apart. */
  @Test
  void regionsThatMoveApartHaveNoSpeed() {
    Growth apart =
        new Growth(
            10,
            new double[] {10, 20, 40, 80},
            new double[] {11, 25, 60, 150},
            new String[] {"a", "a", "b", "b"});
    Object[] row = apart.row(INCOME, "2010-2020", Growth.Given.NOTHING);
    assertThat((Double) row[ConvergenceRow.ESTIMATE.ordinal()]).isPositive();
    assertThat(row[ConvergenceRow.SPEED.ordinal()]).isNull();
    assertThat(row[ConvergenceRow.SPEED_STATUS.ordinal()]).isEqualTo("NO_SPEED");
  }

  /** Class 0 and classes 1, 2 never meet: where a region ends depends on where it begins. */
  @Test
  void classesThatNeverMeetHaveNoSteadyState() {
    MarkovChain apart = MarkovChain.of(new int[][] {{0, 0, 0}, {1, 2, 1}, {2, 1, 2}}, 3);
    List<Object[]> rows = Transitions.of(INCOME, "2010-2012", apart, new double[] {1, 2});
    int status = ConvergenceTransitionRow.STEADY_STATUS.ordinal();
    int share = ConvergenceTransitionRow.STEADY_STATE.ordinal();
    assertThat(rows)
        .hasSize(9)
        .allMatch(row -> row[status].equals("NOT_ERGODIC") && row[share] == null);
  }

  @Test
  void partsThatDoNotSumToTheWholeEndTheRun() {
    InequalityParts.same(1, 1 + 1e-12, "Dagum", 2014);
    assertThatThrownBy(() -> InequalityParts.same(1, 1.001, "Dagum", 2014))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("IDENTITY_BROKEN");
  }

  @Test
  void whatIsUndefinedHasAStatusAndNoNumber() {
    List<RegionValue> values = new ArrayList<>(panel());
    values.replaceAll(
        v ->
            v.indicator().equals(INCOME) && v.region().equals("510101")
                ? new RegionValue(v.region(), v.year(), INCOME, v.year() == 2014 ? 0 : -5)
                : v);
    Frame measures = Inequality.of(values, params(values)).measures();
    assertStatus(measures, "2014", "theil_l", "ZERO_VALUE");
    assertStatus(measures, "2014", "theil_t", "OK");
    assertStatus(measures, "2015", "theil_t", "NEGATIVE_VALUE");
    assertStatus(measures, "2015", "gini", "OK");
    int gini = row(measures, "2015", "none", "gini");
    assertThat(measures.text(gini, InequalityRow.FLAGS)).isEqualTo("NEGATIVE_VALUE");
  }

  @Test
  void fewProvincesGiveAValueAndNoInterval() {
    List<RegionValue> values =
        panel().stream().filter(v -> v.region().compareTo("54") < 0).toList();
    Frame measures = Inequality.of(values, params(values)).measures();
    int row = row(measures, "change", "none", "gini");
    assertThat(measures.value(row, InequalityRow.VALUE)).isNotNull();
    assertThat(measures.value(row, InequalityRow.CI_LOW)).isNull();
    assertThat(measures.text(row, InequalityRow.CI_STATUS)).isEqualTo("TOO_FEW_CLUSTERS");
  }

  @Test
  void poorerCountiesThatGrowFasterConverge() {
    List<RegionValue> values = panel();
    Frame convergence = Convergence.of(values, params(values)).convergence();
    int beta = kind(convergence, "beta_absolute", "2014-2017");
    assertThat((Double) convergence.value(beta, ConvergenceRow.ESTIMATE)).isNegative();
    assertThat((Double) convergence.value(beta, ConvergenceRow.SPEED)).isPositive();
    int trend = kind(convergence, "sigma_trend", "2014-2017");
    assertThat((Double) convergence.value(trend, ConvergenceRow.ESTIMATE)).isNegative();
  }

  @Test
  void movesAreCountedFromYearToYear() {
    List<RegionValue> values = panel();
    Frame moves = Convergence.of(values, params(values)).transition();
    long all = 0;
    long before = 0;
    for (int row = 0; row < moves.size(); row++) {
      long count = (Long) moves.value(row, ConvergenceTransitionRow.MOVES);
      String period = moves.text(row, ConvergenceTransitionRow.PERIOD);
      all += period.equals("all") ? count : 0;
      before += period.equals("before") ? count : 0;
    }
    assertThat(all).isEqualTo(12 * 3);
    assertThat(before).isEqualTo(12);
  }

  private static void assertStatus(Frame measures, String period, String measure, String status) {
    int row = row(measures, period, "none", measure);
    assertThat(measures.text(row, InequalityRow.VALUE_STATUS)).isEqualTo(status);
    assertThat(measures.value(row, InequalityRow.VALUE) == null).isEqualTo(!status.equals("OK"));
  }

  private static Double number(
      Frame frame, String period, String weighting, String measure, Field field) {
    return (Double) frame.value(row(frame, period, weighting, measure), field);
  }

  private static int row(Frame frame, String period, String weighting, String measure) {
    for (int row = 0; row < frame.size(); row++) {
      if (frame.text(row, InequalityRow.PERIOD).equals(period)
          && frame.text(row, InequalityRow.WEIGHTING).equals(weighting)
          && frame.text(row, InequalityRow.MEASURE).equals(measure)) {
        return row;
      }
    }
    throw new AssertionError(period + " " + weighting + " " + measure);
  }

  private static int kind(Frame frame, String kind, String period) {
    for (int row = 0; row < frame.size(); row++) {
      if (frame.text(row, ConvergenceRow.KIND).equals(kind)
          && frame.text(row, ConvergenceRow.PERIOD).equals(period)) {
        return row;
      }
    }
    throw new AssertionError(kind + " " + period);
  }

  private static List<List<Object>> rows(Frame frame) {
    return frame.rows().stream().map(Arrays::asList).toList();
  }
}
