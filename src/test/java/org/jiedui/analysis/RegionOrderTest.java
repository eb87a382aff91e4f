package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.Columns;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No table about regions shows the order, the partitions or the threads it was made with. */
@ExtendWith(SharedSpark.class)
class RegionOrderTest {
  private static final int COUNTIES = 45;
  private static final ClusterParams PARAMS =
      ClusterParams.profiled(2020, 42).withStarts(5).withReferences(4).withBootstraps(6);

  @Test
  void everyTableOfClustersIsTheSameToTheLastBit(SparkSession spark) throws Exception {
    List<RegionValue> values = values();
    String expected = in(1, () -> clusters(spark, data(spark, values, 1), PARAMS));
    assertThat(expected).contains("ISLAND", "bootstrap", "without:", "index_draws", "first year");
    for (int partitions : new int[] {2, 7}) {
      Collections.shuffle(values, new Random(partitions));
      Dataset<Row> data = data(spark, values, partitions);
      assertThat(in(partitions, () -> clusters(spark, data, PARAMS))).isEqualTo(expected);
    }
    ClusterParams other =
        ClusterParams.profiled(2020, 43).withStarts(5).withReferences(4).withBootstraps(6);
    assertThat(clusters(spark, data(spark, values, 1), other)).isNotEqualTo(expected);
  }

  @Test
  void everyTableOfInequalityIsTheSameToTheLastBit(SparkSession spark) throws Exception {
    List<RegionValue> values = new ArrayList<>(InequalityTest.panel());
    InequalityParams params = InequalityTest.params(values);
    String expected = in(1, () -> inequality(data(spark, values, 1), params));
    for (int partitions : new int[] {2, 7}) {
      Collections.shuffle(values, new Random(partitions));
      Dataset<Row> data = data(spark, values, partitions);
      assertThat(in(partitions, () -> inequality(data, params))).isEqualTo(expected);
    }
  }

  /** Runs in a pool of this many threads, which parallel streams inside it then have. */
  private static String in(int threads, Callable<String> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  private static String clusters(SparkSession spark, Dataset<Row> data, ClusterParams params) {
    GapChoices choices = GapChoices.plain().drawn(12, params.seed());
    GapIndex.Result gap = GapIndex.of(collected(data), ClustersTest.gapParams().with(choices));
    ClusterContext context =
        ClusterContext.of(gap, new GapParams.Years(1996, 2015), List.of(), Optional.of(road()))
            .with(IndexDraws.of(gap, choices));
    Clusters.Result found = Clusters.of(spark, RegionMatrix.of(gap, 2020), context, params);
    assertThat(found.stability().text(0, ClusterStabilityRow.DISTURBANCE)).isEqualTo("bootstrap");
    return bits(Stream.concat(gap.tables().stream(), found.tables().stream()));
  }

  private static String inequality(Dataset<Row> data, InequalityParams params) {
    List<RegionValue> values = RegionValue.of(collected(data));
    Inequality.Result found = Inequality.of(values, params);
    Convergence.Result moves = Convergence.of(values, params);
    return bits(
        Stream.of(found.measures(), found.parts(), moves.convergence(), moves.transition()));
  }

  private static Frame collected(Dataset<Row> data) {
    return Columns.frame("region_year", RegionYearRow.values(), data);
  }

  private static String bits(Stream<Frame> tables) {
    return tables
        .map(frame -> frame.table() + "\n" + DrawnPanel.bits(frame))
        .collect(Collectors.joining("\n\n"));
  }

  private static Dataset<Row> data(SparkSession spark, List<RegionValue> values, int partitions) {
    List<Object[]> rows =
        values.stream()
            .map(v -> new Object[] {v.region(), v.year(), v.indicator(), v.value(), "", ""})
            .toList();
    Frame frame = Frame.of("region_year", RegionYearRow.values(), rows);
    return Columns.dataset(spark, frame).repartition(partitions);
  }

  /** Planted groups in 2020, and the same regions somewhat poorer in 2010. */
  private static List<RegionValue> values() {
    List<RegionValue> values = new ArrayList<>(ClustersTest.planted(COUNTIES));
    ClustersTest.planted(COUNTIES)
        .forEach(v -> values.add(new RegionValue(v.region(), 2010, v.indicator(), .9 * v.value())));
    return values;
  }

  /** Every region borders on the next one, but the last has no neighbour. */
  private static Neighbourhood road() {
    Map<String, TreeSet<String>> road = new TreeMap<>();
    for (int i = 0; i + 2 < COUNTIES; i++) {
      String one = "%06d".formatted(710100 + i);
      String other = "%06d".formatted(710101 + i);
      road.computeIfAbsent(one, code -> new TreeSet<>()).add(other);
      road.computeIfAbsent(other, code -> new TreeSet<>()).add(one);
    }
    return new Neighbourhood(new TreeMap<>(road));
  }
}
