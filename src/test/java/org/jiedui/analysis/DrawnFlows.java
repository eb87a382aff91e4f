package org.jiedui.analysis;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.Drawn;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/** Panels drawn as text, and the rows of one level and convention. */
final class DrawnFlows {
  static final String FISCAL =
      "with: indicator=fiscal, direction=E2W, form=none, status=paid, records=1\n";

  static final Windows TWO = new Windows(2014, 2015, 2016, 2017);

  static final Params PARAMS =
      Params.of(
          TWO,
          Absent.ZERO,
          Map.of("fiscal", Measure.MONEY, "donation", Measure.MONEY, "cadres", Measure.COUNT));

  static Dataset<Row> panel(SparkSession spark, String drawn) {
    return Drawn.table(spark, PanelRow.values(), drawn);
  }

  static Frame rows(Frame table, String level, String convention) {
    int levels = table.index(EffectRatioRow.LEVEL);
    int conventions = table.index(EffectRatioRow.CONVENTION);
    return table.where(r -> r[levels].equals(level) && r[conventions].equals(convention));
  }

  private DrawnFlows() {}
}
