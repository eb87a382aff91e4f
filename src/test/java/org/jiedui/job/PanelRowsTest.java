package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.message.InputException;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class PanelRowsTest {
  private static final PanelRows.Names NAMES =
      new PanelRows.Names("县", "年", List.of("收入", "床位"), null, null);

  @TempDir Path dir;

  @Test
  void textAndParquetGiveTheSameRowsAndAMissingCellGivesNone(SparkSession spark)
      throws IOException {
    Path text = dir.resolve("panel.csv");
    Files.writeString(text, "年,县,收入,床位\n2020,甲,1.5,2\n2020,乙,…,3\n");
    Path parquet = dir.resolve("panel.parquet");
    spark
        .sql(
            "select 2020 as `年`, '甲' as `县`, 1.5d as `收入`, 2L as `床位`"
                + " union all select 2020, '乙', null, 3L")
        .write()
        .parquet(parquet.toString());
    for (Path file : List.of(text, parquet)) {
      PanelRows rows = new PanelRows(spark, file, NAMES);
      assertThat(rows.units(10)).isEqualTo(2);
      assertThat(rows.units(1)).isEqualTo(1);
      assertThat(rows.values().collectAsList())
          .extracting(Row::toString)
          .containsExactlyInAnyOrder("[甲,2020,收入,1.5]", "[甲,2020,床位,2.0]", "[乙,2020,床位,3.0]");
    }
  }

  @Test
  void everyValueThatIsNoNumberIsToldWithItsLine(SparkSession spark) throws IOException {
    Path file = dir.resolve("panel.csv");
    Files.writeString(file, "年,县,收入,床位\n2020,甲,x,2\n20,乙,1,3\n");
    assertThatThrownBy(() -> new PanelRows(spark, file, NAMES).values())
        .isInstanceOfSatisfying(
            InputException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(p -> p.code() + " " + p.place())
                    .containsExactlyInAnyOrder("NUM_SYNTAX panel.csv:2", "YEAR_RANGE panel.csv:3"));
  }
}
