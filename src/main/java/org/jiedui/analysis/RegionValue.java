package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;

/** One value of one indicator in one region and year, as an analysis on the driver reads it. */
public record RegionValue(String region, int year, String indicator, double value) {

  /** Reads the table {@code region_year}; rows without a value are left out. */
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
