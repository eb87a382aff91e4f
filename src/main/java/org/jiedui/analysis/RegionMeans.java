package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.stats.CompensatedSum;

/**
 * Values of a prefecture as means of its counties' values, weighted by population.
 *
 * <p>Formula: {@code sum(P_c x_c) / sum(P_c)} over the counties with value and population; coverage
 * is their share of the population of all counties of the prefecture with a population that year.
 */
final class RegionMeans {
  private RegionMeans() {}

  /** Value and coverage of one prefecture and year, one per indicator; NaN where there is none. */
  record Mean(double[] values, double[] coverage) {}

  /**
   * @param levels indicators first, population last
   * @return by prefecture and year
   */
  static Map<String, Map<Integer, Mean>> of(RegionLevels levels, int indicators, Places places) {
    Map<String, List<String>> counties = new TreeMap<>();
    for (String region : levels.byRegion().keySet()) {
      if (places.level(region).filter(Places.COUNTY::equals).isPresent()) {
        places
            .listedPrefecture(region)
            .ifPresent(p -> counties.computeIfAbsent(p, key -> new ArrayList<>()).add(region));
      }
    }
    Map<String, Map<Integer, Mean>> means = new TreeMap<>();
    counties.forEach((p, members) -> means.put(p, byYear(levels, indicators, members)));
    return means;
  }

  private static Map<Integer, Mean> byYear(
      RegionLevels levels, int indicators, List<String> counties) {
    TreeSet<Integer> years = new TreeSet<>();
    counties.forEach(county -> years.addAll(levels.years(county).keySet()));
    Map<Integer, Mean> means = new TreeMap<>();
    for (int year : years) {
      List<double[]> rows = counties.stream().map(county -> levels.values(county, year)).toList();
      means.put(year, mean(rows, indicators));
    }
    return means;
  }

  private static Mean mean(List<double[]> rows, int indicators) {
    double[] values = new double[indicators];
    double[] coverage = new double[indicators];
    for (int j = 0; j < indicators; j++) {
      CompensatedSum weighted = new CompensatedSum();
      CompensatedSum present = new CompensatedSum();
      CompensatedSum all = new CompensatedSum();
      for (double[] row : rows) {
        double population = row[indicators];
        if (population > 0) {
          all.add(population);
          if (!Double.isNaN(row[j])) {
            weighted.add(population * row[j]);
            present.add(population);
          }
        }
      }
      values[j] = present.value() > 0 ? weighted.value() / present.value() : Double.NaN;
      coverage[j] = all.value() > 0 ? present.value() / all.value() : 0;
    }
    return new Mean(values, coverage);
  }
}
