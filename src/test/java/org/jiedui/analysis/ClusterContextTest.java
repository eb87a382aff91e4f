package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Drawn.assertTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.RegionMatrix.Variable;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;
import org.jiedui.reference.Neighbours;
import org.jiedui.spark.SharedSpark;
import org.jiedui.stats.SplitMix64;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterTreeRow;
import org.jiedui.table.Frame;
import org.jiedui.table.MoranRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where clusters came from, the tree that stands beside them, and what the map says. */
@ExtendWith(SharedSpark.class)
class ClusterContextTest {
  private static final int REGIONS = 30;
  private static final ClusterParams PARAMS =
      ClusterParams.profiled(2020, 42).withK(3).withReferences(0).withBootstraps(0);

  /** Ten regions each around gap .1, .5 and .9; a region's cluster is its number / 10 + 1. */
  private static RegionMatrix matrix(double shift) {
    SplitMix64 random = new SplitMix64(11);
    double[][] rows = new double[REGIONS][];
    for (int i = 0; i < REGIONS; i++) {
      double gap = .1 + .4 * (i / 10) + .02 * random.nextUniform() + shift;
      rows[i] = new double[] {gap, 1 - gap + .02 * random.nextUniform()};
    }
    List<String> codes = IntStream.range(0, REGIONS).mapToObj("7%05d"::formatted).toList();
    List<Variable> variables =
        List.of(
            new Variable(RegionMatrix.GAP, Text.same("gap"), Text.same("1")),
            new Variable("income", Text.same("income"), Text.same("1")));
    return new RegionMatrix(codes, codes, variables, rows, rows);
  }

  private static ClusterContext earlier(RegionMatrix matrix) {
    return new ClusterContext(Map.of(ClusterContext.BEFORE, matrix), Optional.empty());
  }

  @Test
  void regionsThatStayAreOnTheDiagonal(SparkSession spark) {
    Frame transition = Clusters.of(spark, matrix(0), earlier(matrix(0)), PARAMS).transition();
    assertTable(
        transition.where(row -> row[2].equals(row[3])),
        """
        period | from_cluster | to_cluster | regions | row_share | changed_share | status
        before | 0            | 0          | 30      |           | 0             | OK
        before | 1            | 1          | 10      | 1         |               | OK
        before | 2            | 2          | 10      | 1         |               | OK
        before | 3            | 3          | 10      | 1         |               | OK
        """);
  }

  @Test
  void regionsThatWereWorseOffCameFromTheNextCluster(SparkSession spark) {
    Clusters.Result result = Clusters.of(spark, matrix(0), earlier(matrix(.4)), PARAMS);
    assertTable(
        result.transition().where(row -> !row[4].equals(0)),
        """
        from_cluster | to_cluster | regions | row_share | changed_share | status
        0            | 0          | 30      |           | 0.666667      | OK
        2            | 1          | 10      | 1         |               | OK
        3            | 2          | 10      | 0.5       |               | OK
        3            | 3          | 10      | 0.5       |               | OK
        """);
    assertThat(result.membership().value(0, ClusterMembershipRow.CLUSTER)).isEqualTo(1);
    assertThat(result.membership().value(0, ClusterMembershipRow.FORMER_CLUSTER)).isEqualTo(2);
    // A cluster that nobody was in has no shares.
    assertThat(result.transition().where(row -> row[2].equals(1)).rows())
        .allMatch(row -> row[5] == null && row[7].equals("EMPTY_CLASS"));
  }

  @Test
  void aRegionFarFromAllOthersIsAClusterOfOne(SparkSession spark) {
    RegionMatrix planted = matrix(0);
    planted.compared()[0][1] = 40;
    Clusters.Result result = Clusters.of(spark, planted, PARAMS);
    assertThat(result.membership().text(0, ClusterMembershipRow.FLAGS))
        .contains("SINGLETON_CLUSTER");
    assertThat(result.membership().text(1, ClusterMembershipRow.FLAGS))
        .doesNotContain("SINGLETON_CLUSTER");
  }

  @Test
  void aPeriodWithoutCompleteRegionsIsSaidSo(SparkSession spark) {
    RegionMatrix empty = matrix(0).rows(new int[0]);
    Frame transition = Clusters.of(spark, matrix(0), earlier(empty), PARAMS).transition();
    assertThat(transition.rows().get(0)[7]).isEqualTo("NO_DATA");
  }

  @Test
  void wardFindsThePlantedGroupsTooAndItsTreeEndsInOneBranch(SparkSession spark) {
    Clusters.Result result = Clusters.of(spark, matrix(0), PARAMS);
    assertThat(result.kProfile().value(2, ClusterKProfileRow.WARD_RAND_INDEX)).isEqualTo(1.0);
    assertThat((Double) result.kProfile().value(2, ClusterKProfileRow.WARD_WSS))
        .isCloseTo((Double) result.kProfile().value(2, ClusterKProfileRow.WSS), within(1e-9));
    Frame tree = result.tree();
    assertThat(tree.size()).isEqualTo(REGIONS - 1);
    assertThat(tree.value(REGIONS - 2, ClusterTreeRow.REGIONS)).isEqualTo(REGIONS);
    TreeSet<String> ends = new TreeSet<>();
    for (int row = 0; row < tree.size(); row++) {
      ends.add(tree.text(row, ClusterTreeRow.LEFT));
      ends.add(tree.text(row, ClusterTreeRow.RIGHT));
    }
    // Every region and every merge but the last is joined once.
    assertThat(ends).hasSize(2 * (REGIONS - 1));
  }

  @Test
  void theMapKeepsClustersTogetherAndListsIslands(SparkSession spark) {
    // A road along the codes: groups lie side by side. The last region has no neighbour.
    Clusters.Result result = Clusters.of(spark, matrix(0), road(REGIONS - 1), PARAMS);
    Frame members = result.membership();
    for (int i = 0; i < REGIONS - 1; i++) {
      assertThat(members.value(i, ClusterMembershipRow.SKATER_CLUSTER)).isEqualTo(i / 10 + 1);
      assertThat(members.text(i, ClusterMembershipRow.FLAGS)).isEmpty();
    }
    assertThat(members.value(REGIONS - 1, ClusterMembershipRow.SKATER_CLUSTER)).isNull();
    assertThat(members.text(REGIONS - 1, ClusterMembershipRow.FLAGS)).isEqualTo("ISLAND");

    Frame moran = result.moran();
    Frame whole = moran.where(row -> row[2].equals(MoranRow.WHOLE_MAP));
    assertThat(whole.size()).isEqualTo(2);
    assertThat((Double) whole.value(0, MoranRow.MORAN_I)).isGreaterThan(.8);
    assertThat((Double) whole.value(0, MoranRow.EXPECTATION)).isCloseTo(-1 / 28.0, within(1e-15));
    // The smallest two-sided p of 999 draws.
    assertThat((Double) whole.value(0, MoranRow.P)).isCloseTo(.002, within(1e-15));
    Frame island = moran.where(row -> row[2].equals("700029"));
    assertThat(island.rows()).allMatch(row -> row[14].equals("ISLAND") && row[7] == null);
    Frame first = moran.where(row -> row[2].equals("700000"));
    assertThat(first.text(0, MoranRow.QUADRANT)).isEqualTo("low-low");
    double local =
        moran.rows().stream()
            .filter(
                row -> row[1].equals("gap") && !row[2].equals(MoranRow.WHOLE_MAP) && row[7] != null)
            .mapToDouble(row -> (Double) row[7])
            .sum();
    // Local values of row-standardised weights add up to n times the global one.
    assertThat(local / 29).isCloseTo((Double) whole.value(0, MoranRow.MORAN_I), within(1e-12));
  }

  @Test
  void aMapInPartsHasNoConstrainedSumBelowItsNumberOfParts(SparkSession spark) {
    Map<String, TreeSet<String>> halves = new TreeMap<>();
    for (int i = 0; i + 1 < REGIONS; i++) {
      if (i != 14) {
        join(halves, i, i + 1);
      }
    }
    Frame profile = Clusters.of(spark, matrix(0), context(halves), PARAMS).kProfile();
    assertThat(profile.value(0, ClusterKProfileRow.SKATER_WSS)).isNull();
    assertThat((Double) profile.value(1, ClusterKProfileRow.SKATER_WSS))
        .isGreaterThan((Double) profile.value(1, ClusterKProfileRow.WSS));
  }

  @Test
  void aUnionBordersOnTheNeighboursOfItsMembers() {
    TreeMap<String, TreeSet<String>> pairs = new TreeMap<>();
    pairs.computeIfAbsent("1", c -> new TreeSet<>()).addAll(List.of("2", "9"));
    pairs.computeIfAbsent("3", c -> new TreeSet<>()).add("4");
    Neighbourhood map = context(mutual(pairs)).map().orElseThrow();
    assertThat(map.among(List.of("1", "2+3", "4", "5")).neighbours())
        .isDeepEqualTo(new int[][] {{1}, {0, 2}, {1}, {}});
  }

  @Test
  void aFileOfNeighboursIsReadBothWaysAndItsIslandsAreListed(
      SparkSession spark, @TempDir Path folder) throws IOException {
    // A road of six, written in one direction; one border twice, one of a unit elsewhere.
    String road =
        IntStream.range(0, 5)
            .mapToObj(i -> "7%05d,7%05d\n".formatted(i + 1, i))
            .collect(Collectors.joining());
    Path file =
        Files.writeString(
            folder.resolve("borders.csv"),
            "code,neighbour\n" + road + "700000,700001\n999999,700005\n");
    Neighbourhood map = new Neighbourhood(Neighbours.load(file));
    ClusterContext context = new ClusterContext(Map.of(), Optional.of(map));
    int[] seven = IntStream.range(0, 7).toArray();
    Clusters.Result result = Clusters.of(spark, matrix(0).rows(seven), context, PARAMS.withK(2));

    assertThat(map.among(List.of("700000", "700001", "700002")).neighbours())
        .isDeepEqualTo(new int[][] {{1}, {0, 2}, {1}});
    Frame members = result.membership();
    assertThat(
            members.where(row -> row[ClusterMembershipRow.SKATER_CLUSTER.ordinal()] == null).size())
        .isEqualTo(1);
    assertThat(members.text(6, ClusterMembershipRow.FLAGS)).contains("ISLAND");
    assertThat(result.moran().where(row -> "ISLAND".equals(row[MoranRow.STATUS.ordinal()])).rows())
        .hasSize(2)
        .allMatch(row -> row[MoranRow.UNIT_CODE.ordinal()].equals("700006"))
        .allMatch(row -> row[MoranRow.MORAN_I.ordinal()] == null);
  }

  @Test
  void aListOfNeighboursWithoutTwoColumnsIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("borders.csv"), "code\n700001\n");
    assertThatThrownBy(() -> Neighbours.load(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("COL_MISSING");
  }

  @Test
  void withoutAMapNothingSpatialIsTold(SparkSession spark) {
    Clusters.Result result = Clusters.of(spark, matrix(0), PARAMS);
    assertThat(result.moran().size()).isZero();
    assertThat(result.kProfile().rows())
        .allMatch(row -> row[ClusterKProfileRow.SKATER_WSS.ordinal()] == null);
  }

  private static Map<String, TreeSet<String>> mutual(Map<String, TreeSet<String>> pairs) {
    Map<String, TreeSet<String>> both = new TreeMap<>();
    pairs.forEach(
        (code, others) ->
            others.forEach(
                other -> {
                  both.computeIfAbsent(code, c -> new TreeSet<>()).add(other);
                  both.computeIfAbsent(other, c -> new TreeSet<>()).add(code);
                }));
    return both;
  }

  private static ClusterContext road(int length) {
    Map<String, TreeSet<String>> road = new TreeMap<>();
    IntStream.range(0, length - 1).forEach(i -> join(road, i, i + 1));
    return context(road);
  }

  private static void join(Map<String, TreeSet<String>> map, int a, int b) {
    String one = "7%05d".formatted(a);
    String other = "7%05d".formatted(b);
    map.computeIfAbsent(one, c -> new TreeSet<>()).add(other);
    map.computeIfAbsent(other, c -> new TreeSet<>()).add(one);
  }

  private static ClusterContext context(Map<String, TreeSet<String>> neighbours) {
    return new ClusterContext(Map.of(), Optional.of(new Neighbourhood(new TreeMap<>(neighbours))));
  }
}
