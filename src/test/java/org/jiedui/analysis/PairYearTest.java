package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.Drawn.assertTable;
import static org.jiedui.Drawn.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
class PairYearTest {
  private static final String PANEL =
      """
      with: indicator=fiscal, direction=E2W, form=none, status=paid
      recipient_code | donor_code | year | amount | records
      760101 | 720000 | 1995 | 10 | 1
      760101 | 720000 | 2015 | 30 | 2
      760202 | 720000 | 2015 | 12 | 1
      770101 | 720000 | 2015 | 7 | 1
      770101 | UNASSIGNED | 2016 | 5 | 1
      """;

  @Test
  void countiesAreSummedToPairsOfProvincesAndYearsToEras(SparkSession spark) {
    assertTable(
        of(table(spark, PanelRow.values(), PANEL)),
        """
        donor_code | recipient_code | year | era | amount | records
        720000 | 760000 | 1995 | null | 10 | 1
        720000 | 760000 | 2015 | 2010 | 42 | 3
        720000 | 770000 | 2015 | 2010 | 7 | 1
        UNASSIGNED | 770000 | 2016 | 2016 | 5 | 1
        """);
  }

  @Test
  void partitionsDoNotMatter(SparkSession spark) {
    Dataset<Row> panel = table(spark, PanelRow.values(), PANEL);
    assertThat(DrawnPanel.bits(of(panel.repartition(1))))
        .isEqualTo(DrawnPanel.bits(of(panel.repartition(7))));
  }

  private static Frame of(Dataset<Row> panel) {
    return PairYear.of(panel, Places.BY_CODE, List.of(1996, 2010, 2016));
  }
}
