package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Drawn.assertTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.ClusterParams.Scale;
import org.jiedui.analysis.GapParams.Goalposts;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Regions;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.analysis.RegionMatrix.Variable;
import org.jiedui.message.Text;
import org.jiedui.spark.Columns;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.AdjustedRandIndex;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class ClustersTest {
  private static final ClusterParams PARAMS = ClusterParams.profiled(2020, 42);
  private static final List<String> INDICATORS =
      List.of("income_pc", "gdp_pc", "fiscal", "urban", "beds", "poverty");

  /** Means of three planted groups on 0…100, poverty the other way round. */
  private static final double[][] PLANTED = {
    {70, 65, 60, 70, 65, 10}, {45, 50, 20, 45, 40, 30}, {20, 25, 35, 20, 25, 60}
  };

  @Test
  void plantedClustersAreRecoveredAndNumberedByTheirGap(SparkSession spark) {
    List<RegionValue> values = planted(160);
    Clusters.Result result = Clusters.of(spark, matrix(values), PARAMS);

    int[] labels = ints(result.membership(), ClusterMembershipRow.CLUSTER);
    int[] truth = IntStream.range(0, labels.length).map(i -> i % 3).toArray();
    assertThat(AdjustedRandIndex.of(labels, truth)).isGreaterThan(.95);
    // Codes go round the groups: the first county is of group 0, which has the smallest gap.
    assertThat(Arrays.copyOf(labels, 3)).containsExactly(1, 2, 3);
    int chosen = ClusterMembershipRow.CLUSTER.ordinal();
    assertThat(chosenK(result)).isEqualTo(3);
    assertThat(result.membership().rows()).allMatch(row -> row[chosen] != null);
  }

  @Test
  void theChosenNumberStandsInTheProfileWithItsReason(SparkSession spark) {
    Frame profile = Clusters.of(spark, matrix(planted(60)), PARAMS).kProfile();
    assertThat(profile.size()).isEqualTo(10);
    assertThat(profile.text(2, ClusterKProfileRow.REASON_EN))
        .startsWith("largest mean silhouette (Euclidean): 0.");
    assertThat(profile.text(2, ClusterKProfileRow.GAP_RULES)).contains("Tibs2001SEmax");
    assertThat(profile.text(2, ClusterKProfileRow.GAP_METHOD))
        .isEqualTo("box uniform; W=WSS; B=100; 5 starts per reference");
    assertThat(profile.value(0, ClusterKProfileRow.SILHOUETTE_EUCLIDEAN)).isNull();
    assertThat(profile.value(0, ClusterKProfileRow.GAP_STATISTIC)).isNotNull();
    for (int k = 2; k <= 10; k++) {
      assertThat((Double) profile.value(k - 1, ClusterKProfileRow.WSS))
          .isLessThan((Double) profile.value(k - 2, ClusterKProfileRow.WSS));
    }
  }

  @Test
  void theFitOfMllibHasTheLabelsOfTheBestStart(SparkSession spark) {
    for (int k = 2; k <= 6; k++) {
      Clusters.Fit fit =
          Clusters.fit(spark, matrix(planted(160)), ClusterContext.none(), PARAMS.withK(k));
      ClusterKProfile.Row best = fit.profile().rows().get(k - 1);
      assertThat(AdjustedRandIndex.of(fit.labels(), best.fit().labels())).isEqualTo(1);
      assertThat(fit.clusters().wss()).isCloseTo(best.fit().wss(), within(1e-9));
      int[] mllib = PublishedFit.labels(spark, fit.points(), best.fit().centres(), 20);
      assertThat(mllib).isEqualTo(best.fit().labels());
    }
  }

  @Test
  void partitionsAndOrderOfTheInputChangeNothing(SparkSession spark) {
    List<RegionValue> values = planted(60);
    ClusterParams params = PARAMS.withReferences(20);
    String expected = bytes(Clusters.of(spark, matrix(values), params));
    List<Object[]> rows =
        new ArrayList<>(
            values.stream()
                .map(v -> new Object[] {v.region(), v.year(), v.indicator(), v.value(), "", ""})
                .toList());
    for (int partitions : new int[] {1, 2, 7, 64}) {
      Collections.shuffle(rows, new Random(partitions));
      Frame frame = Frame.of("region_year", RegionYearRow.values(), rows);
      var data = Columns.dataset(spark, frame).repartition(partitions);
      Frame collected = Columns.frame("region_year", RegionYearRow.values(), data);
      GapIndex.Result gap = GapIndex.of(collected, gapParams());
      assertThat(bytes(Clusters.of(spark, RegionMatrix.of(gap, 2020), params))).isEqualTo(expected);
    }
  }

  @Test
  void whereReplicatesRunCannotBeSeen(SparkSession spark) {
    Clusters.Fit fit =
        Clusters.fit(spark, matrix(planted(40)), ClusterContext.none(), PARAMS.withReferences(8));
    ClusterKProfile driver =
        ClusterKProfile.of(fit.points(), PARAMS.withReferences(8), Replicates.onDriver());
    ClusterKProfile cluster =
        ClusterKProfile.of(fit.points(), PARAMS.withReferences(8), Replicates.onCluster(spark));
    assertThat(cluster.gap().expected()).isEqualTo(driver.gap().expected());
    for (int k = 1; k <= 10; k++) {
      assertThat(cluster.rows().get(k - 1).fit().labels())
          .isEqualTo(driver.rows().get(k - 1).fit().labels());
    }
  }

  @Test
  void aRegionWithAMissingVariableIsListedUnclassified(SparkSession spark) {
    Clusters.Result result =
        Clusters.of(spark, drawn(0, Double.NaN), PARAMS.withK(2).withScale(Scale.NONE));
    assertTable(
        result.membership(),
        """
        with: year=2020
        unit_code | unit_name | cluster | distance | second_distance | borderline | status
        01        | A         | 1       | 0.5      | 9.5             | 0          | OK
        02        | B         | 1       | 0.5      | 8.5             | 0          | OK
        03        | C         | 2       | 0.5      | 8.5             | 0          | OK
        04        | D         | 2       | 0.5      | 9.5             | 0          | OK
        05        | E         |         |          |                 |            | MISSING_INDICATOR
        """);
  }

  @Test
  void aRegionBetweenTwoClustersIsBorderline(SparkSession spark) {
    // 20 regions at 0, 20 at 10, one at x: its cluster's centre is (200 + x) / 21.
    // x = 5.1: (5.1 - 4.667) / 5.1 = .085. x = 5.5: (5.5 - 4.286) / 5.5 = .22.
    assertThat(borderline(spark, 5.1)).isEqualTo(1);
    assertThat(borderline(spark, 5.5)).isEqualTo(0);
  }

  private static Object borderline(SparkSession spark, double x) {
    double[][] values = new double[41][1];
    for (int i = 0; i < 20; i++) {
      values[20 + i][0] = 10;
    }
    values[40][0] = x;
    List<String> codes = IntStream.range(10, 51).mapToObj(Integer::toString).toList();
    List<Variable> variables = List.of(new Variable("x", Text.same("x"), Text.same("1")));
    RegionMatrix matrix = new RegionMatrix(codes, codes, variables, values, values);
    Frame membership =
        Clusters.of(spark, matrix, PARAMS.withK(2).withScale(Scale.NONE)).membership();
    assertThat((Double) membership.value(40, ClusterMembershipRow.SECOND_DISTANCE))
        .isCloseTo(x, within(1e-12));
    assertThat(membership.rows().subList(0, 40))
        .allMatch(row -> row[ClusterMembershipRow.BORDERLINE.ordinal()].equals(0));
    return membership.value(40, ClusterMembershipRow.BORDERLINE);
  }

  @Test
  void aConstantVariableIsDroppedAndSaid(SparkSession spark) {
    Clusters.Result result =
        Clusters.of(spark, drawn(7, 5.2), PARAMS.withK(2).withScale(Scale.NONE));
    assertTable(
        result.profile(),
        """
        with: year=2020
        cluster | variable | cluster_name_zh | cluster_name_en          | n | mean  | sd     | median | eta_squared | status
        0       | x        | 全部地区        | All regions              | 5 | 5.04  | 4.5286 | 5.2    | 0.84        | OK
        0       | y        | 全部地区        | All regions              | 5 | 7     | 0      | 7      |             | CONSTANT
        1       | x        | 第1类:x较低    | Cluster 1: lower x       | 2 | 0.50  | 0.7071 | 0.5    | 0.84        | OK
        1       | y        | 第1类:x较低    | Cluster 1: lower x       | 2 | 7     | 0      | 7      |             | CONSTANT
        2       | x        | 第2类:x较高    | Cluster 2: higher x      | 3 | 8.07  | 2.5325 | 9.0    | 0.84        | OK
        2       | y        | 第2类:x较高    | Cluster 2: higher x      | 3 | 7     | 0      | 7      |             | CONSTANT
        """);
  }

  @Test
  void moreClustersThanDistinctRegionsAreRefusedWithTheReason(SparkSession spark) {
    Clusters.Result result = Clusters.of(spark, drawn(0, 9), PARAMS.withK(5).withScale(Scale.NONE));
    assertThat(result.profile().size()).isZero();
    assertThat(result.membership().rows())
        .allMatch(row -> row[ClusterMembershipRow.STATUS.ordinal()].equals("TOO_FEW_POINTS"));
    Frame profile = result.kProfile();
    assertThat(profile.text(4, ClusterKProfileRow.STATUS)).isEqualTo("TOO_FEW_POINTS");
    assertThat(profile.text(4, ClusterKProfileRow.REASON_EN))
        .isEqualTo("only 4 distinct regions for 5 clusters");
    // Four clusters on four distinct points leave nothing within: no ln 0.
    assertThat(profile.value(3, ClusterKProfileRow.WSS)).isEqualTo(0.0);
    assertThat(profile.value(3, ClusterKProfileRow.GAP_STATISTIC)).isNull();
  }

  @Test
  void nothingToClusterIsNoFailure(SparkSession spark) {
    RegionMatrix empty =
        new RegionMatrix(
            List.of(), List.of(), drawn(0, 1).variables(), new double[0][], new double[0][]);
    Clusters.Result result = Clusters.of(spark, empty, PARAMS);
    assertThat(result.membership().size()).isZero();
    assertThat(result.kProfile().text(0, ClusterKProfileRow.STATUS)).isEqualTo("TOO_FEW_POINTS");
  }

  @Test
  void aboveTheBudgetOnlyTheSumOfSquaresIsComputed(SparkSession spark) {
    RegionMatrix matrix = matrix(planted(60));
    Clusters.Result small = Clusters.of(spark, matrix, PARAMS.withK(3));
    Clusters.Result large = Clusters.of(spark, matrix, PARAMS.withK(3).withBudget(100));

    assertThat(large.kProfile().size()).isEqualTo(1);
    assertThat(large.kProfile().text(0, ClusterKProfileRow.STATUS)).isEqualTo("MATRIX_TOO_LARGE");
    assertThat(large.kProfile().value(0, ClusterKProfileRow.STARTS)).isEqualTo(5);
    assertThat(large.kProfile().value(0, ClusterKProfileRow.DUNN)).isNull();
    assertThat(large.kProfile().value(0, ClusterKProfileRow.WSS))
        .isEqualTo(small.kProfile().value(2, ClusterKProfileRow.WSS));
    assertThat(ints(large.membership(), ClusterMembershipRow.CLUSTER))
        .isEqualTo(ints(small.membership(), ClusterMembershipRow.CLUSTER));
  }

  @Test
  void aboveTheBudgetNoNumberIsChosenByItself(SparkSession spark) {
    Clusters.Result large = Clusters.of(spark, matrix(planted(12)), PARAMS.withBudget(10));
    assertThat(large.kProfile().rows())
        .allMatch(row -> row[ClusterKProfileRow.CHOSEN.ordinal()].equals(0));
    assertThat(large.membership().text(0, ClusterMembershipRow.STATUS))
        .isEqualTo("MATRIX_TOO_LARGE");
  }

  /** Five regions on a line at 0, 1, 9, 10 and one more; unscaled. */
  private static RegionMatrix drawn(double y, double fifth) {
    double[][] values = {{0, y}, {1, y}, {9, y}, {10, y}, {fifth, y}};
    return new RegionMatrix(
        List.of("01", "02", "03", "04", "05"),
        List.of("A", "B", "C", "D", "E"),
        List.of(
            new Variable("x", Text.same("x"), Text.same("1")),
            new Variable("y", Text.same("y"), Text.same("1"))),
        values,
        values);
  }

  private static int chosenK(Clusters.Result result) {
    return result.kProfile().rows().stream()
        .filter(row -> row[ClusterKProfileRow.CHOSEN.ordinal()].equals(1))
        .mapToInt(row -> (Integer) row[ClusterKProfileRow.K.ordinal()])
        .sum();
  }

  private static int[] ints(Frame frame, ClusterMembershipRow field) {
    return frame.rows().stream().mapToInt(row -> (Integer) row[field.ordinal()]).toArray();
  }

  private static String bytes(Clusters.Result result) {
    return List.of(result.membership(), result.profile(), result.kProfile()).stream()
        .flatMap(frame -> frame.rows().stream())
        .map(Arrays::toString)
        .collect(Collectors.joining("\n"));
  }

  static RegionMatrix matrix(List<RegionValue> values) {
    return RegionMatrix.of(GapIndex.of(values, gapParams()), 2020);
  }

  static List<RegionValue> planted(int counties) {
    Random random = new Random(20);
    List<RegionValue> values = new ArrayList<>();
    for (int i = 0; i < counties; i++) {
      String code = String.format(Locale.ROOT, "%06d", 710100 + i);
      for (int j = 0; j < INDICATORS.size(); j++) {
        double value = PLANTED[i % 3][j] + 4 * random.nextGaussian();
        values.add(new RegionValue(code, 2020, INDICATORS.get(j), value));
      }
    }
    return values;
  }

  static GapParams gapParams() {
    List<Part> parts =
        INDICATORS.stream()
            .map(
                id ->
                    new Part(
                        id,
                        Text.same(id),
                        Text.same("1"),
                        "all",
                        id.equals("poverty") ? Polarity.COST : Polarity.BENEFIT,
                        Optional.of(new Goalposts(0, 100)),
                        1))
            .toList();
    Years years = new Years(1996, 2020);
    return new GapParams(
        parts,
        Regions.COUNTIES,
        Weighting.EQUAL,
        MissingPolicy.available(),
        years,
        new Years(1996, 2015),
        new Years(2016, 2020),
        "population",
        Places.unnamed(Places.COUNTY),
        Donors.none(),
        code -> true,
        GapChoices.plain());
  }
}
