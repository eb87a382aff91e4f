package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.Quantile;
import org.jiedui.table.DescriptiveRow;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;
import org.jiedui.table.Status;

/** How do the values of each indicator spread over regions and years? */
public final class Descriptives {
  private Descriptives() {}

  /** Values that exist, of every region and year, each counting once. */
  public static Frame of(Frame regionYear) {
    Map<String, List<Integer>> byIndicator = new TreeMap<>();
    for (int i = 0; i < regionYear.size(); i++) {
      if (regionYear.value(i, RegionYearRow.VALUE) != null) {
        byIndicator
            .computeIfAbsent(regionYear.text(i, RegionYearRow.INDICATOR), id -> new ArrayList<>())
            .add(i);
      }
    }
    List<Object[]> rows = new ArrayList<>();
    byIndicator.forEach((id, found) -> rows.add(row(id, regionYear, found)));
    return Frame.of("descriptive", DescriptiveRow.values(), rows);
  }

  private static Object[] row(String indicator, Frame frame, List<Integer> found) {
    double[] sorted =
        found.stream()
            .mapToDouble(i -> (Double) frame.value(i, RegionYearRow.VALUE))
            .sorted()
            .toArray();
    TreeSet<String> regions = new TreeSet<>();
    TreeSet<Integer> years = new TreeSet<>();
    for (int i : found) {
      regions.add(frame.text(i, RegionYearRow.REGION_CODE));
      years.add((Integer) frame.value(i, RegionYearRow.YEAR));
    }
    int n = sorted.length;
    double mean = CompensatedSum.of(sorted) / n;
    return new Object[] {
      indicator,
      n,
      regions.size(),
      years.first(),
      years.last(),
      mean,
      deviation(sorted, mean),
      sorted[0],
      Quantile.median(sorted),
      sorted[n - 1],
      n < 2 ? Status.NO_DF.name() : Status.OK.name()
    };
  }

  /** Sample standard deviation, divisor n − 1; null for one value. */
  private static Double deviation(double[] values, double mean) {
    if (values.length < 2) {
      return null;
    }
    CompensatedSum squares = new CompensatedSum();
    for (double value : values) {
      squares.add((value - mean) * (value - mean));
    }
    return StrictMath.sqrt(squares.value() / (values.length - 1));
  }
}
