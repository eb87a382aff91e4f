package org.jiedui.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class ColumnsTest {
  @Test
  void aTableComesBackFromSparkUnchanged(SparkSession spark) {
    Frame panel =
        Frame.of(
            "panel",
            PanelRow.values(),
            List.of(
                new Object[] {"710102", "710000", 2016, "fiscal", "E2W", "none", "paid", 7L, 1L},
                new Object[] {
                  "710101", "UNASSIGNED", 2016, "fiscal", "E2W", "none", "paid", 5L, 2L
                }));

    Frame back = Columns.frame("panel", PanelRow.values(), Columns.dataset(spark, panel));

    assertThat(back.rows()).usingRecursiveComparison().isEqualTo(panel.rows());
  }

  @Test
  void unitsAndLabelsAreInTheColumnMetadata() {
    var amount = Columns.schema(PanelRow.values()).apply("amount");

    assertThat(amount.metadata().getString("unit")).isEqualTo("minor unit");
    assertThat(amount.metadata().getString("label_zh")).isEqualTo("数额(最小单位)");
  }
}
