package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.Measure;
import org.jiedui.analysis.Windows;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Money that was agreed, has arrived, is paid out and is spent is the same money four times. */
@ExtendWith(SharedSpark.class)
class FundStagesTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  @Test
  void columnsOfStagesAndWordsOfStagesGiveTheSameFourSeries(SparkSession spark) {
    files.input(
        "columns.csv",
        "年份,县代码,协议资金(万元),到位资金(万元),拨付资金(万元),支出资金(万元)\n2016,760121,4,3,2,1\n",
        Input.FLOWS);
    files.input(
        "words.csv",
        """
        年份,县代码,指标,阶段,金额,单位
        2017,760121,财政资金,协议,4,万元
        2017,760121,财政资金,到位,3,万元
        2017,760121,拨付资金,,2,万元
        2017,760121,支出资金,支出,1,万元
        """,
        Input.FLOWS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(panel(result))
        .containsExactlyInAnyOrder(
            "760121 710000 2016 fiscal E2W none agreed 4000000 1",
            "760121 710000 2016 fiscal E2W none arrived 3000000 1",
            "760121 710000 2016 fiscal E2W none paid 2000000 1",
            "760121 710000 2016 fiscal E2W none spent 1000000 1",
            "760121 710000 2017 fiscal E2W none agreed 4000000 1",
            "760121 710000 2017 fiscal E2W none arrived 3000000 1",
            "760121 710000 2017 fiscal E2W none paid 2000000 1",
            "760121 710000 2017 fiscal E2W none spent 1000000 1");
  }

  @Test
  void aRowThatNamesAnotherStageThanItsColumnIsRejected(SparkSession spark) {
    files.input("a.csv", "年份,县代码,阶段,到位资金(元)\n2016,760121,支出,5\n2016,760121,,7\n", Input.FLOWS);

    IngestResult result = Ingest.run(spark, files.request("root"));

    assertThat(lines(result.rejects(), 1, 2, 5)).containsExactly("2 status WORD_UNKNOWN");
    assertThat(panel(result)).containsExactly("760121 710000 2016 fiscal E2W none arrived 700 1");
  }

  @Test
  void noMultipleAddsTwoStages(SparkSession spark) {
    files.input(
        "a.csv", "年份,县代码,协议资金(元),支出资金(元)\n2015,760121,10,1\n2016,760121,30,2\n", Input.FLOWS);
    IngestResult result = Ingest.run(spark, files.request("root"));
    Windows windows = new Windows(2015, 2015, 2016, 2016);

    Frame effects =
        EffectRatio.of(
            result.panel(),
            EffectRatio.Params.of(
                windows, EffectRatio.Absent.ZERO, Map.of("fiscal", Measure.MONEY)));

    assertThat(effects.rows()).isNotEmpty();
    for (int i = 0; i < effects.size(); i++) {
      String stage = effects.text(i, EffectRatioRow.STATUS);
      assertThat(stage).isIn("agreed", "spent");
      assertThat(effects.value(i, EffectRatioRow.AFTER))
          .isIn(stage.equals("agreed") ? 30.0 : 2.0, null);
    }
  }
}
