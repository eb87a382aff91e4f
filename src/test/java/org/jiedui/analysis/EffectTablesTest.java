package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.analysis.PlantedSeries.PARAMS;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.Columns;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tables of effects as a whole. */
@ExtendWith(SharedSpark.class)
class EffectTablesTest {
  @Test
  void partitionsAndOrderCannotBeSeenInAnyTable(SparkSession spark) {
    List<Row> rows = DrawnPanel.random(400, 7);
    var schema = Columns.schema(PanelRow.values());
    var one = spark.createDataFrame(rows, schema).coalesce(1);
    var seven = spark.createDataFrame(DrawnPanel.shuffled(rows, 8), schema).repartition(7);
    List<Frame> first = EffectTables.of(one, PARAMS, Set.of(), 42).all();
    List<Frame> second = EffectTables.of(seven, PARAMS, Set.of(), 42).all();
    for (int t = 0; t < first.size(); t++) {
      assertThat(DrawnPanel.bits(second.get(t))).isEqualTo(DrawnPanel.bits(first.get(t)));
      assertThat(first.get(t).size()).isPositive();
    }
  }
}
