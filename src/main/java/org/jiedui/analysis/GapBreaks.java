package org.jiedui.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.RegionYearRow;
import org.jiedui.table.Status;

/**
 * Which values of the development index rest on a series whose definition changes, as a population
 * counted by registration and later by residence: DEFINITION_BREAK on the indicator and the index
 * of every year, and on the changes and the gaps of pairs that are made of them. A prefecture made
 * from its counties has the breaks of each of them.
 */
final class GapBreaks {
  private static final String CODE = Status.DEFINITION_BREAK.name();

  private final GapParams params;
  private final Set<List<String>> series = new HashSet<>();
  private final Set<String> units = new HashSet<>();

  private GapBreaks(GapParams params) {
    this.params = params;
  }

  /** The breaks of {@code region_year} in the indicators of the index. */
  static GapBreaks of(Frame regionYear, GapParams params) {
    GapBreaks breaks = new GapBreaks(params);
    for (int i = 0; i < regionYear.size(); i++) {
      String flags = regionYear.text(i, RegionYearRow.FLAGS);
      if (flags != null && flags.contains(CODE)) {
        breaks.add(
            regionYear.text(i, RegionYearRow.REGION_CODE),
            regionYear.text(i, RegionYearRow.INDICATOR));
      }
    }
    return breaks;
  }

  static GapBreaks none(GapParams params) {
    return new GapBreaks(params);
  }

  /** The flag of what is made of these regions' indices. */
  String flag(Collection<String> regions) {
    return regions.stream().anyMatch(units::contains) ? CODE : "";
  }

  /** The same result with the breaks in its index and components. */
  GapIndex.Result flagged(GapIndex.Result result) {
    return series.isEmpty()
        ? result
        : result.with(index(result.index()), component(result.component()));
  }

  private void add(String region, String indicator) {
    boolean used = params.parts().stream().anyMatch(part -> part.id().equals(indicator));
    if (used) {
      String unit =
          params.regions() == GapParams.Regions.PREFECTURES_FROM_COUNTIES
              ? params.places().prefecture(region)
              : region;
      for (String of : List.of(region, unit)) {
        units.add(of);
        series.add(List.of(of, indicator));
      }
    }
  }

  private Frame index(Frame index) {
    int unit = index.index(GapIndexRow.UNIT_CODE);
    return flagged(
        index, GapIndexRow.values(), GapIndexRow.FLAGS, row -> units.contains((String) row[unit]));
  }

  private Frame component(Frame component) {
    int unit = component.index(GapComponentRow.UNIT_CODE);
    int indicator = component.index(GapComponentRow.INDICATOR);
    return flagged(
        component,
        GapComponentRow.values(),
        GapComponentRow.FLAGS,
        row -> series.contains(List.of((String) row[unit], (String) row[indicator])));
  }

  /** The table with the code in some of its rows. */
  private static Frame flagged(
      Frame table, Field[] fields, Field flags, Predicate<Object[]> broken) {
    int at = table.index(flags);
    List<Object[]> rows =
        table.rows().stream().map(row -> broken.test(row) ? with(row, at) : row).toList();
    return Frame.of(table.table(), fields, rows);
  }

  private static Object[] with(Object[] row, int flags) {
    Object[] copy = Arrays.copyOf(row, row.length);
    String before = row[flags] == null ? "" : (String) row[flags];
    copy[flags] = before.isEmpty() ? CODE : before + ";" + CODE;
    return copy;
  }
}
