package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.jiedui.analysis.AidFlows.Flow;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.spark.Columns;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.TargetingCurveRow;
import org.jiedui.table.TargetingRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where aid goes: worked cases of the statistical specification, section 7, and drawn panels. */
@ExtendWith(SharedSpark.class)
class AidTargetingTest {
  private static final Offset<Double> TIGHT = within(5.1e-11);
  private static final double[] INCOME = {
    541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261
  };
  private static final double[] AID = {900, 700, 650, 0, 500, 420, 300, 250, 100, 0};

  @Test
  void aidOfTheSpecificationFavoursThePoor() {
    Frame groups = Targeting.of(flows(AID), levels(INCOME), plain()).groups();
    Map<String, Object> after = row(groups, "nation", "after");
    assertThat(number(after, "concentration")).isCloseTo(-.352879581152, TIGHT);
    assertThat(number(after, "std_error")).isCloseTo(.1013641829, TIGHT);
    assertThat(number(after, "kakwani")).isCloseTo(-.814970711419, TIGHT);
    assertThat(number(after, "suits")).isCloseTo(-.750153326887, TIGHT);
    assertThat(number(after, "elasticity")).isCloseTo(-.5845196306, within(1e-9));
    assertThat(after)
        .containsEntry("verdict", "PRO_POOR")
        .containsEntry("counties", 10)
        .containsEntry("clusters", 10)
        .containsEntry("treated", 8)
        .containsEntry("status", "OK")
        .containsEntry("gap_status", "OK");
    // The poorest eight are all aided but the fourth.
    assertThat(number(after, "count_gap")).isEqualTo(1 / 8.0);
    assertThat(number(after, "error")).isEqualTo(2 / 10.0);
    // 900 of 3,820 is the tenth with most.
    assertThat(number(after, "top_share")).isCloseTo(900 / 3820.0, within(1e-15));
  }

  @Test
  void peopleWeighCounties() {
    List<RegionValue> values = levels(1, 2, 2, 4);
    double[] people = {1, 2, 1, 4};
    double[] perHead = {8, 4, 6, 1};
    double[] aid = new double[4];
    for (int i = 0; i < 4; i++) {
      values.add(new RegionValue(code(i), 2016, "population", people[i]));
      aid[i] = perHead[i] * people[i];
    }
    Map<String, Object> after =
        row(
            Targeting.of(flows(aid), values, params("population", Map.of())).groups(),
            "nation",
            "after");
    assertThat(number(after, "concentration")).isCloseTo(-.394230769231, TIGHT);
    assertThat(after)
        .containsEntry("ci_status", "TOO_FEW_CLUSTERS")
        .containsEntry("ci_low", null)
        .containsEntry("verdict", "UNDETERMINED");
  }

  @Test
  void plantedSlopesAndTheirChangeAreRecovered() {
    Map<String, String> provinces = new HashMap<>();
    List<RegionValue> values = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    draw(provinces, values, flows, .4, -.7);
    Frame groups =
        Targeting.of(
                new AidFlows("fiscal", "paid", List.of(2015, 2016), flows),
                values,
                params("population", provinces))
            .groups();
    assertThat(row(groups, "nation", "before")).containsEntry("verdict", "PRO_RICH");
    assertThat(row(groups, "nation", "after")).containsEntry("verdict", "PRO_POOR");
    Map<String, Object> change = row(groups, "nation", "change");
    assertThat(number(change, "low_95")).isLessThan(-1.1);
    assertThat(number(change, "high_95")).isBetween(-1.1, -.9);
    assertThat(number(change, "ci_high")).isNegative();
    assertThat(change).containsEntry("verdict", "");
    Map<String, Object> donor = row(groups, "donor_province", "D1", "after");
    assertThat(number(donor, "elasticity")).isCloseTo(-.7, within(.1));
    assertThat(row(groups, "recipient_province", "P03", "after"))
        .containsEntry("elasticity_ci_status", "SINGLE_CLUSTER")
        .containsEntry("verdict", "UNDETERMINED");
  }

  @Test
  void aidThatDoesNotFollowIncomeIsBalancedOnlyWithEvidence() {
    Map<String, String> provinces = new HashMap<>();
    List<RegionValue> values = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    draw(provinces, values, flows, 0, .05);
    Targeting.Result found =
        Targeting.of(
            new AidFlows("fiscal", "paid", List.of(2015, 2016), flows),
            values,
            params("population", provinces));
    Map<String, Object> before = row(found.groups(), "nation", "before");
    assertThat(before).containsEntry("verdict", "BALANCED").containsEntry("dominance", "none");
    Map<String, Object> after = row(found.groups(), "nation", "after");
    assertThat(after).containsEntry("verdict", "BALANCED");
    assertThat((String) after.get("flags")).contains("SIGNIFICANT_WITHIN_BAND");
    // Six regions, of which one shows nothing but noise: the interval is too wide for a verdict.
    double[] few = {3, 1, 2, 4, 1, 3};
    Frame small = Targeting.of(flows(few), levels(1, 2, 3, 4, 5, 6), plain()).groups();
    assertThat(row(small, "nation", "after")).containsEntry("verdict", "UNDETERMINED");
  }

  @Test
  void aCurveDominatesWhereItsWholeBandDoes() {
    Map<String, String> provinces = new HashMap<>();
    List<RegionValue> values = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    draw(provinces, values, flows, 1, -1);
    flows.removeIf(flow -> !flow.donor().equals("D0"));
    AidFlows one = new AidFlows("fiscal", "paid", List.of(2015, 2016), flows);
    Frame groups = Targeting.of(one, values, params("population", provinces)).groups();
    assertThat(row(groups, "nation", "before")).containsEntry("dominance", "below");
    assertThat(row(groups, "nation", "after")).containsEntry("dominance", "above");
  }

  @Test
  void curvesHaveNineteenQuantilesAndABandAroundThem() {
    Frame curves = Targeting.of(flows(AID), levels(INCOME), plain()).curves();
    int points = 0;
    for (int i = 0; i < curves.size(); i++) {
      if (curves.text(i, TargetingCurveRow.PERIOD).equals("after")) {
        points++;
        double share = (Double) curves.value(i, TargetingCurveRow.SHARE);
        double low = (Double) curves.value(i, TargetingCurveRow.BAND_LOW);
        assertThat(low).isLessThan(share);
        // Half of the people, the poorer ones, have 2,750 of 3,820.
        if (curves.value(i, TargetingCurveRow.PERCENT).equals(50)) {
          assertThat(share).isCloseTo(2750 / 3820.0, within(1e-12));
        }
      }
    }
    assertThat(points).isEqualTo(19);
    Frame groups = Targeting.of(flows(AID), levels(INCOME), plain()).groups();
    assertThat(row(groups, "nation", "after")).containsEntry("dominance", "none");
  }

  @Test
  void whatCannotBeToldHasAStatus() {
    assertThat(after(flows(0, 0, 0, 0, 0, 0), levels(1, 2, 3, 4, 5, 6)))
        .containsEntry("concentration", null)
        .containsEntry("status", "ZERO_MEAN")
        .containsEntry("elasticity_status", "SEPARATED")
        .containsEntry("gap_status", "NO_CONTRAST");
    assertThat(after(flows(1, 2, -3, 4, 5, 6), levels(1, 2, 3, 4, 5, 6)))
        .containsEntry("concentration", null)
        .containsEntry("status", "NEGATIVE_VALUE")
        .containsEntry("elasticity_status", "NEGATIVE_VALUE");
    Map<String, Object> loss = after(flows(6, 5, 4, 3, 2, 1), levels(-1, 2, 3, 4, 5, 6));
    assertThat(loss)
        .containsEntry("status", "OK")
        .containsEntry("kakwani", null)
        .containsEntry("progressivity_status", "NEGATIVE_VALUE")
        .containsEntry("elasticity_status", "NEGATIVE_VALUE");
    Map<String, Object> unknown = after(flows(6, 5, 4, 3, 2, 1), levels(1, 2, 3, 4, 5));
    assertThat(unknown).containsEntry("counties", 5).containsEntry("flags", "MISSING_INDICATOR=1");
    Frame groups = Targeting.of(flows(AID), levels(INCOME), plain()).groups();
    assertThat(row(groups, "nation", "before"))
        .containsEntry("status", "NO_DATA")
        .containsEntry("elasticity_status", "NO_DATA");
  }

  @Test
  void pairedCountiesWithoutRecordsHadNoAidWhereAbsenceIsZero() {
    AidFlows half = flows(6, 5, 4);
    List<RegionValue> values = levels(1, 2, 3, 4, 5, 6);
    Donors all = (unit, year) -> List.of(PanelRow.UNASSIGNED);
    TargetingParams zero = params(all, EffectRatio.Absent.ZERO);
    assertThat(row(Targeting.of(half, values, zero).groups(), "nation", "after"))
        .containsEntry("counties", 6)
        .containsEntry("treated", 3);
    TargetingParams missing = params(all, EffectRatio.Absent.MISSING);
    assertThat(row(Targeting.of(half, values, missing).groups(), "nation", "after"))
        .containsEntry("counties", 3);
  }

  @Test
  void incomesThatComeLateAreFlaggedWithTheirDelay() {
    TargetingParams longer =
        new TargetingParams(
            "income_pc",
            "",
            Places.grouped(everyUnitItsOwn()),
            Donors.none(),
            EffectRatio.Absent.MISSING,
            new Years(2010, 2012),
            new Years(2013, 2017),
            List.of(),
            .1,
            .95,
            42);
    Frame groups = Targeting.of(flows(AID), levels(INCOME), longer).groups();
    assertThat(row(groups, "nation", "after")).containsEntry("flags", "MISSING_YEARS=3");
    Map<String, Object> onTime =
        row(Targeting.of(flows(AID), levels(INCOME), plain()).groups(), "nation", "after");
    assertThat(onTime).containsEntry("flags", "");
  }

  @Test
  void theOrderOfRowsIsNotInTheTables() {
    Map<String, String> provinces = new HashMap<>();
    List<RegionValue> values = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    draw(provinces, values, flows, .2, -.4);
    String straight = bits(provinces, values, flows);
    Collections.shuffle(values, new Random(8));
    Collections.shuffle(flows, new Random(9));
    assertThat(bits(provinces, values, flows)).isEqualTo(straight);
  }

  @Test
  void flowsAreTheSameForAnyPartitionsAndStagesAreNotAddedUp(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String stage = i % 4 == 0 ? "agreed" : i % 4 == 1 ? "arrived" : "paid";
      String way = i % 5 == 0 ? "W2E" : "E2W";
      String form = i % 2 == 0 ? "cash" : "kind";
      String county = "51010" + i % 7;
      rows.add(
          RowFactory.create(
              county, "110000", 2016 + i % 3, "donation", way, form, stage, 100L * i, 1L));
    }
    Map<String, Measure> measures = Map.of("donation", new Measure(Measure.Kind.MONEY, 2));
    List<AidFlows> first = null;
    for (int partitions : new int[] {1, 2, 7}) {
      var panel =
          spark
              .createDataFrame(
                  DrawnPanel.shuffled(rows, partitions), Columns.schema(PanelRow.values()))
              .repartition(partitions);
      List<AidFlows> found = AidFlows.of(panel, measures, 2016, 2017);
      first = first == null ? found : first;
      assertThat(found).isEqualTo(first);
    }
    double paid = 0;
    for (int i = 0; i < 40; i++) {
      paid += i % 4 > 1 && i % 5 != 0 && i % 3 < 2 ? i : 0;
    }
    assertThat(first.get(0).stage()).isEqualTo("paid");
    assertThat(first.get(0).flows().stream().mapToDouble(Flow::amount).sum()).isEqualTo(paid);
  }

  private static String bits(
      Map<String, String> provinces, List<RegionValue> values, List<Flow> flows) {
    AidFlows aid = new AidFlows("fiscal", "paid", List.of(2015, 2016), flows);
    return Targeting.of(aid, values, params("population", provinces)).tables().stream()
        .map(DrawnPanel::bits)
        .collect(Collectors.joining("\n\n"));
  }

  /** 12 provinces of 12 counties, three donors, aid with a slope of each year and some noise. */
  private static void draw(
      Map<String, String> provinces,
      List<RegionValue> values,
      List<Flow> flows,
      double before,
      double after) {
    Random random = new Random(5);
    for (int i = 0; i < 144; i++) {
      String code = "c%03d".formatted(i);
      provinces.put(code, "P%02d".formatted(i / 12));
      double income = 3000 + 20_000 * random.nextDouble();
      double people = 50_000 + 400_000 * random.nextDouble();
      for (int year = 2015; year <= 2016; year++) {
        double slope = year == 2015 ? before : after;
        double noise = StrictMath.exp(.08 * random.nextGaussian());
        double aid = 30 * people * StrictMath.pow(income / 9000, slope) * noise;
        values.add(new RegionValue(code, year, "income_pc", income));
        values.add(new RegionValue(code, year, "population", people));
        flows.add(new Flow(code, "D" + i % 3, year, aid * (1 + i % 3)));
      }
    }
  }

  private static Map<String, Object> after(AidFlows flows, List<RegionValue> values) {
    return row(Targeting.of(flows, values, plain()).groups(), "nation", "after");
  }

  private static AidFlows flows(double... aid) {
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < aid.length; i++) {
      flows.add(new Flow(code(i), PanelRow.UNASSIGNED, 2016, aid[i]));
    }
    return new AidFlows("fiscal", "paid", List.of(2016), flows);
  }

  private static List<RegionValue> levels(double... income) {
    List<RegionValue> values = new ArrayList<>();
    for (int i = 0; i < income.length; i++) {
      values.add(new RegionValue(code(i), 2016, "income_pc", income[i]));
    }
    return values;
  }

  private static String code(int i) {
    return "u%02d".formatted(i);
  }

  private static TargetingParams plain() {
    return params(Donors.none(), EffectRatio.Absent.MISSING);
  }

  private static TargetingParams params(Donors donors, EffectRatio.Absent absent) {
    return params("", everyUnitItsOwn(), donors, absent);
  }

  private static TargetingParams params(String population, Map<String, String> provinces) {
    Map<String, String> groups = provinces.isEmpty() ? everyUnitItsOwn() : provinces;
    return params(population, groups, Donors.none(), EffectRatio.Absent.MISSING);
  }

  private static Map<String, String> everyUnitItsOwn() {
    Map<String, String> groups = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      groups.put(code(i), code(i));
    }
    return groups;
  }

  private static TargetingParams params(
      String population, Map<String, String> groups, Donors donors, EffectRatio.Absent absent) {
    return new TargetingParams(
        "income_pc",
        population,
        Places.grouped(groups),
        donors,
        absent,
        new Years(2015, 2015),
        new Years(2016, 2016),
        List.of(),
        .1,
        .95,
        42);
  }

  private static double number(Map<String, Object> row, String column) {
    return (Double) row.get(column);
  }

  private static Map<String, Object> row(Frame groups, String level, String period) {
    return row(groups, level, "000000", period);
  }

  private static Map<String, Object> row(Frame groups, String level, String code, String period) {
    Map<String, Object> found = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.text(i, TargetingRow.LEVEL).equals(level)
          && groups.text(i, TargetingRow.CODE).equals(code)
          && groups.text(i, TargetingRow.PERIOD).equals(period)) {
        for (Field field : groups.fields()) {
          found.put(field.column(), groups.value(i, field));
        }
      }
    }
    return found;
  }
}
