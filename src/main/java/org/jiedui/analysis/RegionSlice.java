package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.stats.WeightedValues;

/**
 * One indicator of all compared regions in one year, in code order, with their weights.
 *
 * @param regions codes
 * @param provinces number of each region's province, in the order of province codes
 * @param unweighted how many regions have a value and no population; they are left out
 */
record RegionSlice(
    int year,
    List<String> regions,
    WeightedValues values,
    String[] province,
    String[] zone,
    int[] provinces,
    int unweighted) {

  /** All years in which some region has a value. */
  static List<RegionSlice> of(RegionLevels levels, InequalityParams params, Weighting weighting) {
    TreeMap<Integer, List<Object[]>> years = new TreeMap<>();
    for (String region : levels.byRegion().keySet()) {
      if (params.places().level(region).filter(params.level()::equals).isPresent()) {
        levels.years(region).forEach((year, row) -> add(years, year, region, row, weighting));
      }
    }
    List<RegionSlice> slices = new ArrayList<>();
    for (Map.Entry<Integer, List<Object[]>> year : years.entrySet()) {
      slices.add(of(year.getKey(), year.getValue(), params));
    }
    return slices;
  }

  /** Whether regions count by their people or once each. */
  enum Weighting {
    POPULATION,
    NONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  int clusters() {
    return (int) Arrays.stream(provinces).distinct().count();
  }

  private static void add(
      TreeMap<Integer, List<Object[]>> years,
      int year,
      String region,
      double[] row,
      Weighting weighting) {
    if (!Double.isNaN(row[0])) {
      double weight = weighting == Weighting.NONE ? 1 : row[1];
      years
          .computeIfAbsent(year, y -> new ArrayList<>())
          .add(new Object[] {region, row[0], weight});
    }
  }

  private static RegionSlice of(int year, List<Object[]> all, InequalityParams params) {
    List<Object[]> rows = all.stream().filter(row -> (Double) row[2] > 0).toList();
    List<String> regions = rows.stream().map(row -> (String) row[0]).toList();
    String[] province = regions.stream().map(params.places()::province).toArray(String[]::new);
    List<String> order = Arrays.stream(province).distinct().sorted().toList();
    return new RegionSlice(
        year,
        regions,
        new WeightedValues(
            rows.stream().mapToDouble(row -> (Double) row[1]).toArray(),
            rows.stream().mapToDouble(row -> (Double) row[2]).toArray()),
        province,
        Arrays.stream(province).map(params.zone()).toArray(String[]::new),
        Arrays.stream(province).mapToInt(order::indexOf).toArray(),
        all.size() - rows.size());
  }
}
