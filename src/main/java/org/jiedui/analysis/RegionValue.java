package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.spark.Columns;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;

/** One value of one indicator in one region and year, as an analysis on the driver reads it. */
public record RegionValue(String region, int year, String indicator, double value) {

  /** Collects the values of some indicators; rows without a value are left out. */
  static List<RegionValue> collect(Dataset<Row> regionYear, List<String> indicators) {
    List<Row> rows =
        regionYear
            .select(
                Columns.of(RegionYearRow.REGION_CODE),
                Columns.of(RegionYearRow.YEAR),
                Columns.of(RegionYearRow.INDICATOR),
                Columns.of(RegionYearRow.VALUE))
            .where(Columns.of(RegionYearRow.INDICATOR).isin(indicators.toArray()))
            .where(Columns.of(RegionYearRow.VALUE).isNotNull())
            .collectAsList();
    List<RegionValue> values = new ArrayList<>(rows.size());
    for (Row row : rows) {
      values.add(
          new RegionValue(row.getString(0), row.getInt(1), row.getString(2), row.getDouble(3)));
    }
    return values;
  }

  /** Reads the same table from memory. */
  public static List<RegionValue> of(Frame regionYear) {
    List<RegionValue> values = new ArrayList<>(regionYear.size());
    for (int row = 0; row < regionYear.size(); row++) {
      Double value = (Double) regionYear.value(row, RegionYearRow.VALUE);
      if (value != null) {
        values.add(
            new RegionValue(
                regionYear.text(row, RegionYearRow.REGION_CODE),
                (Integer) regionYear.value(row, RegionYearRow.YEAR),
                regionYear.text(row, RegionYearRow.INDICATOR),
                value));
      }
    }
    return values;
  }
}
