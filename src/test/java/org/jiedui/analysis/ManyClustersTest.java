package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
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
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class ManyClustersTest {
  private static final ClusterParams PARAMS =
      ClusterParams.profiled(2020, 42)
          .withStarts(5)
          .withReferences(0)
          .withBootstraps(0)
          .withK(3)
          .withMost(4);
  private static final List<String> INDICATORS = List.of("beds", "income", "poverty");
  private static final Set<String> COSTS = Set.of("poverty");

  @Test
  void theClustersAreThoseOfTheDriver(SparkSession spark) {
    List<RegionValue> values = panel(300);
    Clusters.Result small = Clusters.of(spark, matrix(values), PARAMS);
    ManyClusters.Result large = ManyClusters.of(dataset(spark, values, 3), COSTS, PARAMS);

    assertThat(large.classified()).isEqualTo(300);
    // With two clusters for three groups some starts end elsewhere.
    for (int k : new int[] {1, 3}) {
      assertThat(wss(large.kProfile(), k)).isCloseTo(wss(small.kProfile(), k), within(1e-9));
    }
    assertThat(large.profile().size()).isEqualTo(4 * 4);
    for (int row = 0; row < large.profile().size(); row++) {
      for (ClusterProfileRow field : ClusterProfileRow.values()) {
        alike(large.profile().value(row, field), small.profile().value(row, field), field);
      }
    }
  }

  /** Units have no words here, all else is the same; numbers to rounding. */
  private static void alike(Object large, Object small, ClusterProfileRow field) {
    if (large instanceof Double number) {
      assertThat(number).as(field.column()).isCloseTo((Double) small, within(1e-9));
    } else if (field != ClusterProfileRow.UNIT_ZH && field != ClusterProfileRow.UNIT_EN) {
      assertThat(large).as(field.column()).isEqualTo(small);
    }
  }

  @Test
  void neitherPartitionsNorTheOrderOfRowsCanBeSeen(SparkSession spark) {
    List<RegionValue> values = new ArrayList<>(panel(2000));
    // Starts come from the 45 regions whose pairs are within the budget.
    ClusterParams params = PARAMS.withBudget(1000).withMost(3);
    String expected = bytes(ManyClusters.of(dataset(spark, values, 1), COSTS, params));
    Collections.shuffle(values, new Random(3));
    assertThat(bytes(ManyClusters.of(dataset(spark, values, 7), COSTS, params)))
        .isEqualTo(expected);
  }

  @Test
  void whatNeedsAllPairsIsRefusedAndNoNumberIsTakenByItself(SparkSession spark) {
    ClusterParams open = ClusterParams.profiled(2020, 42).withStarts(2).withBudget(1000);
    ManyClusters.Result found = ManyClusters.of(dataset(spark, panel(60), 2), COSTS, open);

    assertThat(open.allowsPairsOf(60)).isFalse();
    assertThat(open.allowsPairsOf(open.mostRegions())).isTrue();
    assertThat(open.allowsPairsOf(open.mostRegions() + 1)).isFalse();
    assertThat(found.profile().size()).isZero();
    assertThat(found.kProfile().size()).isEqualTo(10);
    for (int row = 1; row < 10; row++) {
      assertThat(found.kProfile().text(row, ClusterKProfileRow.STATUS))
          .isEqualTo("MATRIX_TOO_LARGE");
      assertThat(found.kProfile().value(row, ClusterKProfileRow.SILHOUETTE_EUCLIDEAN)).isNull();
      assertThat(found.kProfile().value(row, ClusterKProfileRow.CHOSEN)).isEqualTo(0);
      assertThat((Double) found.kProfile().value(row, ClusterKProfileRow.WSS)).isPositive();
    }
  }

  @Test
  void moreClustersThanDifferentRegionsAreRefusedWithTheReason(SparkSession spark) {
    List<RegionValue> values = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      values.add(new RegionValue("u" + i, 2020, "beds", i % 2));
    }
    ManyClusters.Result found = ManyClusters.of(dataset(spark, values, 2), COSTS, PARAMS);
    assertThat(found.profile().size()).isZero();
    assertThat(found.kProfile().text(2, ClusterKProfileRow.STATUS)).isEqualTo("TOO_FEW_POINTS");
    assertThat(found.kProfile().text(2, ClusterKProfileRow.REASON_EN))
        .isEqualTo("only 2 distinct regions for 3 clusters");
    assertThat(found.kProfile().value(2, ClusterKProfileRow.WSS)).isNull();
  }

  @Test
  void aRegionThatLacksAnIndicatorIsCountedAndAKeyTwiceIsRefused(SparkSession spark) {
    List<RegionValue> values = new ArrayList<>(panel(60));
    values.removeIf(v -> v.region().equals("u0007") && v.indicator().equals("beds"));
    values.removeIf(v -> v.region().equals("u0009") && v.indicator().equals("beds"));
    ManyClusters.Result found = ManyClusters.of(dataset(spark, values, 2), COSTS, PARAMS);
    assertThat(found.classified()).isEqualTo(58);
    assertThat(found.unclassified()).isEqualTo(2);

    values.add(new RegionValue("u0001", 2020, "beds", 4));
    assertThatThrownBy(() -> ManyClusters.of(dataset(spark, values, 2), COSTS, PARAMS))
        .isInstanceOfSatisfying(
            InputException.class,
            refused -> assertThat(refused.getMessage()).contains("u0001 2020 beds"));
  }

  @Test
  void nothingCompleteIsNoFailure(SparkSession spark) {
    List<RegionValue> values =
        List.of(new RegionValue("u1", 2020, "beds", 1), new RegionValue("u2", 2020, "income", 1));
    ManyClusters.Result found = ManyClusters.of(dataset(spark, values, 1), COSTS, PARAMS);
    assertThat(found.unclassified()).isEqualTo(2);
    assertThat(found.kProfile().text(0, ClusterKProfileRow.STATUS)).isEqualTo("TOO_FEW_POINTS");
  }

  private static double wss(Frame profile, int k) {
    return (Double) profile.value(k - 1, ClusterKProfileRow.WSS);
  }

  private static String bytes(ManyClusters.Result result) {
    return Stream.of(result.kProfile(), result.profile())
        .flatMap(frame -> frame.rows().stream())
        .map(Arrays::toString)
        .collect(Collectors.joining("\n"));
  }

  private static Dataset<Row> dataset(SparkSession spark, List<RegionValue> values, int parts) {
    List<Row> rows =
        values.stream()
            .map(v -> RowFactory.create(v.region(), v.year(), v.indicator(), v.value()))
            .toList();
    return spark
        .createDataFrame(
            rows,
            Columns.schema(
                RegionYearRow.REGION_CODE,
                RegionYearRow.YEAR,
                RegionYearRow.INDICATOR,
                RegionYearRow.VALUE))
        .repartition(parts);
  }

  /** Three groups that overlap; an earlier year widens the goalposts. */
  private static List<RegionValue> panel(int regions) {
    Random random = new Random(9);
    List<RegionValue> values = new ArrayList<>();
    for (int year : new int[] {2015, 2020}) {
      for (int i = 0; i < regions; i++) {
        String code = String.format(Locale.ROOT, "u%04d", i);
        for (int j = 0; j < INDICATORS.size(); j++) {
          double centre = 4 * (i % 3) * (j == 2 ? -1 : 1);
          double value = centre + random.nextGaussian();
          values.add(new RegionValue(code, year, INDICATORS.get(j), value));
        }
      }
    }
    return values;
  }

  private static RegionMatrix matrix(List<RegionValue> values) {
    List<Part> parts =
        INDICATORS.stream()
            .map(
                id ->
                    new Part(
                        id,
                        Text.same(id),
                        Text.same("1"),
                        "",
                        COSTS.contains(id) ? Polarity.COST : Polarity.BENEFIT,
                        Optional.empty(),
                        1))
            .toList();
    Years years = new Years(1996, 2020);
    GapParams params =
        new GapParams(
            parts,
            Regions.COUNTIES,
            Weighting.EQUAL,
            MissingPolicy.available(),
            years,
            years,
            years,
            "",
            Places.unnamed(Places.COUNTY),
            Donors.none(),
            code -> true,
            GapChoices.plain());
    return RegionMatrix.of(GapIndex.of(values, params), 2020);
  }
}
