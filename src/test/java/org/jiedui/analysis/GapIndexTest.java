package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Drawn.assertTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jiedui.Drawn;
import org.jiedui.analysis.GapParams.Goalposts;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Regions;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;
import org.jiedui.spark.Columns;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapChangeRow;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapPairRow;
import org.jiedui.table.RegionRow;
import org.jiedui.table.RegionYearRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class GapIndexTest {
  private static final Places PLACES =
      Places.of(
          Drawn.frame(
              "region",
              RegionRow.values(),
              """
              code          | name | level      | prefecture_code | province_code
              710000        | 东省  | province   |                 | 710000
              720000        | 远省  | province   |                 | 720000
              730100        | 甲市  | prefecture | 730100          | 730000
              730121        | 一县  | county     | 730100          | 730000
              730122+730123 | 二县  | county     | 730100          | 730000
              730221        | 三县  | county     | 730200          | 730000
              """));

  private static final String PANEL =
      """
      region_code   | year | indicator | value
      710000        | 2015 | income    | 90
      710000        | 2015 | poverty   | 10
      730121        | 2015 | income    | 50
      730121        | 2015 | poverty   | 30
      730122+730123 | 2015 | income    | 10
      730122+730123 | 2015 | poverty   | 40
      730221        | 2015 | income    | 50
      730221        | 2015 | poverty   | 30
      730121        | 2016 | income    | 120
      730121        | 2016 | poverty   | 30
      730122+730123 | 2016 | income    | 30
      730221        | 2016 | poverty   | 20
      720000        | 2016 | income    | 60
      720000        | 2016 | poverty   | 20
      """;

  private static final Donors DONORS =
      (unit, year) ->
          unit.startsWith("730221")
              ? List.of()
              : year == 2015 ? List.of("710000") : List.of("710000", "720000");

  @Test
  void theIndexIsTheWeightedMeanOfCappedValuesAndTheGapItsComplement() {
    Frame index = GapIndex.of(values(PANEL), params(Weighting.EQUAL, .5)).index();

    // income on 0…100, poverty on 0…40 (cost): 730121 in 2015 has (.5 + .25) / 2.
    assertTable(
        index.where(row -> row[index.index(GapIndexRow.ROLE)].equals("recipient")),
        """
        unit_code     | year | unit_name | indicators | development_index | gap   | gap_rank | status
        730121        | 2015 | 一县      | 2          | 0.375             | 0.625 | 2        | OK
        730121        | 2016 | 一县      | 2          | 0.625             | 0.375 | 3        | OK
        730122+730123 | 2015 | 二县      | 2          | 0.050             | 0.950 | 1        | OK
        730122+730123 | 2016 | 二县      | 1          | 0.300             | 0.700 | 1        | OK
        730221        | 2015 | 三县      | 2          | 0.375             | 0.625 | 3        | OK
        730221        | 2016 | 三县      | 1          | 0.500             | 0.500 | 2        | OK
        """);
  }

  @Test
  void whatWasCappedOrMissingIsFlagged() {
    Frame index = GapIndex.of(values(PANEL), params(Weighting.EQUAL, .5)).index();
    assertThat(index.rows())
        .extracting(row -> row[0] + " " + row[1] + " " + row[index.index(GapIndexRow.FLAGS)])
        .containsExactly(
            "710000 2015 ",
            "720000 2016 ",
            "730121 2015 ",
            // Donor 710000 has no index in 2016 and is left out of the mean.
            "730121 2016 MISSING_INDICATOR;OUT_OF_GOALPOSTS",
            "730122+730123 2015 ",
            "730122+730123 2016 MISSING_INDICATOR",
            "730221 2015 ",
            "730221 2016 MISSING_INDICATOR");
  }

  @Test
  void aSeriesWhoseDefinitionChangesFlagsItsIndicatorAndItsIndex() {
    Frame levels =
        Drawn.frame(
            "region_year",
            RegionYearRow.values(),
            """
            region_code | year | indicator | value | flags                   | definition
            730121      | 2015 | income    | 50    | SUMMED;DEFINITION_BREAK | registered
            730121      | 2015 | poverty   | 30    |                         |
            730121      | 2016 | income    | 120   | DEFINITION_BREAK        | resident
            730121      | 2016 | poverty   | 30    |                         |
            730221      | 2015 | income    | 50    |                         | resident
            730221      | 2015 | other     | 50    | DEFINITION_BREAK        |
            """);

    GapIndex.Result result = GapIndex.of(levels, params(Weighting.EQUAL, .5));

    int flags = result.index().index(GapIndexRow.FLAGS);
    assertThat(result.index().rows())
        .extracting(row -> row[0] + " " + row[1] + " " + row[flags])
        .containsExactly(
            "730121 2015 DEFINITION_BREAK",
            "730121 2016 OUT_OF_GOALPOSTS;DEFINITION_BREAK",
            "730221 2015 MISSING_INDICATOR");
    int of = result.component().index(GapComponentRow.FLAGS);
    assertThat(result.component().rows())
        .filteredOn(row -> ((String) row[of]).contains("DEFINITION_BREAK"))
        .extracting(row -> row[0] + " " + row[1] + " " + row[2])
        .containsExactly("730121 2015 income", "730121 2016 income");
    assertThat(flags(result.change(), GapChangeRow.FLAGS))
        .containsExactly("730121 DEFINITION_BREAK", "730221 ");
    assertThat(flags(result.pair(), GapPairRow.FLAGS)).contains("nation DEFINITION_BREAK");
  }

  @Test
  void aDonorWhoseDefinitionChangesFlagsTheGapsToIt() {
    Frame levels =
        Drawn.frame(
            "region_year",
            RegionYearRow.values(),
            """
            region_code | year | indicator | value | flags
            710000      | 2015 | income    | 90    | DEFINITION_BREAK
            710000      | 2015 | poverty   | 10    |
            730121      | 2015 | income    | 50    |
            730121      | 2015 | poverty   | 30    |
            730221      | 2015 | income    | 50    |
            730221      | 2015 | poverty   | 30    |
            """);
    GapIndex.Result result = GapIndex.of(levels, params(Weighting.EQUAL, .5));
    // 730221 is paired with nobody.
    assertThat(flags(result.change(), GapChangeRow.FLAGS))
        .containsExactly("730121 DEFINITION_BREAK", "730221 ");
    assertThat(flags(result.pair(), GapPairRow.FLAGS)).contains("pair DEFINITION_BREAK");

    GapIndex.Result plain = GapIndex.of(values(PANEL), params(Weighting.EQUAL, .5));
    assertThat(flags(plain.pair(), GapPairRow.FLAGS)).allMatch(flag -> flag.endsWith(" "));
  }

  private static List<String> flags(Frame frame, Field flags) {
    int at = frame.index(flags);
    return frame.rows().stream().map(row -> row[0] + " " + row[at]).toList();
  }

  @Test
  void tooLittlePresentIsNoIndex() {
    GapIndex.Result result = GapIndex.of(values(PANEL), params(Weighting.EQUAL, .65));
    assertTable(
        only(result.index(), "730221"),
        """
        year | development_index | gap   | gap_rank | status            | donor_status
        2015 | 0.375             | 0.625 | 3        | OK                | NO_DONOR
        2016 |                   |       |          | MISSING_INDICATOR | NO_DONOR
        """);
    assertTable(
        only(result.component(), "730221"),
        """
        year | indicator | value | normalised | weight | contribution | status
        2015 | income    | 50    | 0.50       | 0.5    | 0.250        | OK
        2015 | poverty   | 30    | 0.25       | 0.5    | 0.125        | OK
        2016 | income    |       |            |        |              | MISSING_INDICATOR
        2016 | poverty   | 20    | 0.50       |        |              | OK
        """);
  }

  @Test
  void theGapToTheDonorIsALogRatioAndADifference() {
    // Donor 710000 in 2015: (.9 + .75) / 2 = .825. In 2016 it has no value, 720000 has .55.
    assertTable(
        only(GapIndex.of(values(PANEL), params(Weighting.EQUAL, .5)).index(), "730121"),
        """
        year | donor_codes   | donor_index | donor_gap_log | donor_gap_difference | donor_status
        2015 | 710000        | 0.825       | 0.788457      | 0.450                | OK
        2016 | 710000;720000 | 0.550       | -0.127833     | -0.075               | OK
        """);
  }

  @Test
  void severalDonorsWeighByFundsWhenTheyAreKnownElseEqually() {
    String panel =
        """
        region_code | year | indicator | value
        710000      | 2016 | income    | 90
        720000      | 2016 | income    | 50
        730121      | 2016 | income    | 40
        """;
    assertThat(donorIndex(panel, DONORS)).isCloseTo(.7, within(1e-15));
    assertThat(donorIndex(panel, funds(300, 100))).isCloseTo(.8, within(1e-15));
    assertThat(donorIndex(panel, funds(0, 0))).isCloseTo(.7, within(1e-15));
  }

  @Test
  void anIndexOfZeroHasNoLogGap() {
    String panel =
        """
        region_code | year | indicator | value
        710000      | 2015 | income    | 90
        730121      | 2015 | income    | 0
        """;
    assertTable(
        only(GapIndex.of(values(panel), incomeOnly(DONORS)).index(), "730121"),
        """
        development_index | donor_gap_log | donor_gap_difference | donor_status
        0                 |               | 0.9                  | ZERO_INDEX
        """);
  }

  @Test
  void theChangeComparesTheMeansOfBothWindows() {
    assertTable(
        GapIndex.of(values(PANEL), params(Weighting.EQUAL, .65)).change(),
        """
        unit_code     | years_before | years_after | gap_before | gap_after | gap_change | status  | donor_gap_change | donor_status
        730121        | 1            | 1           | 0.625      | 0.375     | -0.250     | OK      | -0.916291        | OK
        730122+730123 | 1            | 0           | 0.950      |           |            | NO_DATA |                  | NO_DATA
        730221        | 1            | 0           | 0.625      |           |            | NO_DATA |                  | NO_DONOR
        """);
  }

  @Test
  void fixedWeightsAreRescaledAndAConstantIndicatorHasNone() {
    assertTable(
        GapIndex.of(values(PANEL), params(Weighting.FIXED, .5)).weights(),
        """
        indicator | polarity | goalpost_low | goalpost_high | goalpost_source | weight | weight_method | status
        income    | benefit  | 0            | 100           | declared        | 0.75   | fixed         | OK
        poverty   | cost     | 0            | 40            | declared        | 0.25   | fixed         | OK
        """);
    String flat =
        """
        region_code | year | indicator | value
        730121      | 2015 | income    | 5
        730221      | 2015 | income    | 7
        730121      | 2015 | poverty   | 3
        730221      | 2015 | poverty   | 3
        """;
    assertTable(
        GapIndex.of(values(flat), pooled(Weighting.ENTROPY)).weights(),
        """
        indicator | goalpost_low | goalpost_high | goalpost_source  | weight | weight_method     | status
        income    | 5            | 7             | pooled 2015-2015 | 1      | entropy 2015-2015 | OK
        poverty   | 3            | 3             | pooled 2015-2015 | 0      | entropy 2015-2015 | CONSTANT
        """);
  }

  @Test
  void pooledGoalpostsStayThoseOfTheBaseYears() {
    Frame index = GapIndex.of(values(PANEL), pooled(Weighting.EQUAL)).index();
    // Base year 2015, donors included: income 10…90, so 120 in 2016 is capped.
    assertTable(
        only(index, "730121"),
        """
        year | development_index
        2015 | 0.416667
        2016 | 0.666667
        """);
  }

  @Test
  void aPrefectureIsThePopulationWeightedMeanOfItsCounties() {
    String panel =
        """
        region_code   | year | indicator  | value
        730121        | 2015 | income     | 50
        730121        | 2015 | population | 300
        730122+730123 | 2015 | income     | 10
        730122+730123 | 2015 | population | 100
        730121        | 2015 | poverty    | 20
        """;
    GapIndex.Result result =
        GapIndex.of(
            values(panel), params(Weighting.EQUAL, .7, Regions.PREFECTURES_FROM_COUNTIES, DONORS));
    assertTable(
        result.component(),
        """
        with: unit_code=730100, year=2015
        indicator | value | coverage | normalised | status
        income    | 40    | 1.00     | 0.4        | OK
        poverty   | 20    | 0.75     | 0.5        | OK
        """);
    assertTable(
        result.index(),
        """
        unit_code | unit_name | development_index | donor_codes | donor_status
        730100    | 甲市      | 0.45              | 710000      | MISSING_INDICATOR
        """);
  }

  @Test
  void aKeyTwiceIsRefusedWithItsPlace() {
    List<RegionValue> twice = new ArrayList<>(values(PANEL));
    twice.add(new RegionValue("730121", 2015, "income", 51));
    assertThatThrownBy(() -> GapIndex.of(twice, params(Weighting.EQUAL, .5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("730121 2015 income");
  }

  @Test
  void orderAndPartitionsOfTheRowsChangeNothing(SparkSession spark) {
    Frame frame = Drawn.frame("region_year", RegionYearRow.values(), PANEL);
    List<Object[]> shuffled = new ArrayList<>(frame.rows());
    Collections.shuffle(shuffled, new Random(3));
    GapIndex.Result expected = GapIndex.of(frame, params(Weighting.ENTROPY, .5));
    for (int partitions : new int[] {1, 2, 7, 64}) {
      var rows =
          Columns.dataset(spark, Frame.of("region_year", RegionYearRow.values(), shuffled))
              .repartition(partitions);
      Frame collected = Columns.frame("region_year", RegionYearRow.values(), rows);
      GapIndex.Result result = GapIndex.of(collected, params(Weighting.ENTROPY, .5));
      assertThat(bytes(result.index())).isEqualTo(bytes(expected.index()));
      assertThat(bytes(result.component())).isEqualTo(bytes(expected.component()));
    }
  }

  private static List<RegionValue> values(String drawn) {
    Frame frame = Drawn.frame("region_year", RegionYearRow.values(), drawn);
    return frame.rows().stream()
        .map(r -> new RegionValue((String) r[0], (Integer) r[1], (String) r[2], (Double) r[3]))
        .toList();
  }

  /** Every value to its last bit. */
  private static String bytes(Frame frame) {
    return frame.rows().stream().map(Arrays::toString).collect(Collectors.joining("\n"));
  }

  private static Frame only(Frame frame, String unit) {
    return frame.where(row -> row[0].equals(unit));
  }

  private static double donorIndex(String panel, Donors donors) {
    Frame index = only(GapIndex.of(values(panel), incomeOnly(donors)).index(), "730121");
    return (Double) index.value(0, GapIndexRow.DONOR_INDEX);
  }

  private static Donors funds(double first, double second) {
    return new Donors() {
      @Override
      public Collection<String> of(String unit, int year) {
        return List.of("710000", "720000");
      }

      @Override
      public OptionalDouble funds(String unit, String donor, int year) {
        return OptionalDouble.of(donor.equals("710000") ? first : second);
      }
    };
  }

  private static Part part(String id, Polarity polarity, Optional<Goalposts> goalposts, double w) {
    return new Part(id, Text.same(id), Text.same("1"), "all", polarity, goalposts, w);
  }

  private static GapParams params(Weighting weighting, double share) {
    return params(weighting, share, Regions.COUNTIES, DONORS);
  }

  private static GapParams params(
      Weighting weighting, double share, Regions regions, Donors donors) {
    List<Part> parts =
        List.of(
            part("income", Polarity.BENEFIT, Optional.of(new Goalposts(0, 100)), 3),
            part("poverty", Polarity.COST, Optional.of(new Goalposts(0, 40)), 1));
    return params(parts, weighting, share, regions, donors);
  }

  private static GapParams incomeOnly(Donors donors) {
    return params(
        List.of(part("income", Polarity.BENEFIT, Optional.of(new Goalposts(0, 100)), 1)),
        Weighting.EQUAL,
        1,
        Regions.COUNTIES,
        donors);
  }

  private static GapParams pooled(Weighting weighting) {
    List<Part> parts =
        List.of(
            part("income", Polarity.BENEFIT, Optional.empty(), 1),
            part("poverty", Polarity.COST, Optional.empty(), 1));
    return params(parts, weighting, .5, Regions.COUNTIES, DONORS);
  }

  private static GapParams params(
      List<Part> parts, Weighting weighting, double share, Regions regions, Donors donors) {
    return new GapParams(
        parts,
        regions,
        weighting,
        MissingPolicy.available(share),
        new Years(2015, 2015),
        new Years(1996, 2015),
        new Years(2016, 2020),
        "population",
        PLACES,
        donors,
        code -> true,
        GapChoices.plain());
  }
}
