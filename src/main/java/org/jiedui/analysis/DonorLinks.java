package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.GapPanel.Cell;
import org.jiedui.analysis.GapParams.Regions;

/**
 * Donors of every compared region and year, with the weight each has there: its funds when they are
 * known for every donor and not all zero, else the same for all. A prefecture has the donors of its
 * counties.
 */
final class DonorLinks {
  private final Map<String, Map<Integer, TreeMap<String, Double>>> weights = new HashMap<>();

  private DonorLinks() {}

  static DonorLinks of(List<Cell> cells, RegionLevels levels, GapParams params) {
    Map<String, List<String>> members = members(cells, levels, params);
    DonorLinks links = new DonorLinks();
    for (Cell cell : cells) {
      links
          .weights
          .computeIfAbsent(cell.unit(), unit -> new HashMap<>())
          .put(cell.year(), weights(members.get(cell.unit()), cell.year(), params.donors()));
    }
    return links;
  }

  /** Donor code to weight, in code order; weights sum to 1; empty when nobody is paired. */
  TreeMap<String, Double> of(String unit, int year) {
    return weights.get(unit).get(year);
  }

  TreeSet<String> donors() {
    TreeSet<String> donors = new TreeSet<>();
    weights.values().forEach(years -> years.values().forEach(w -> donors.addAll(w.keySet())));
    return donors;
  }

  private static Map<String, List<String>> members(
      List<Cell> cells, RegionLevels levels, GapParams params) {
    Map<String, List<String>> members = new HashMap<>();
    for (Cell cell : cells) {
      members.computeIfAbsent(cell.unit(), unit -> new ArrayList<>(List.of(unit)));
    }
    if (params.regions() != Regions.COUNTIES) {
      for (String region : levels.byRegion().keySet()) {
        params
            .places()
            .listedPrefecture(region)
            .filter(prefecture -> !prefecture.equals(region))
            .map(members::get)
            .ifPresent(list -> list.add(region));
      }
    }
    return members;
  }

  private static TreeMap<String, Double> weights(List<String> units, int year, Donors donors) {
    TreeSet<String> codes = new TreeSet<>();
    units.forEach(unit -> codes.addAll(donors.of(unit, year)));
    TreeMap<String, Double> funds = new TreeMap<>();
    for (String donor : codes) {
      units.stream()
          .map(unit -> donors.funds(unit, donor, year))
          .filter(OptionalDouble::isPresent)
          .forEach(amount -> funds.merge(donor, amount.getAsDouble(), Double::sum));
    }
    double sum = funds.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean known = funds.size() == codes.size() && sum > 0;
    TreeMap<String, Double> weights = new TreeMap<>();
    codes.forEach(donor -> weights.put(donor, known ? funds.get(donor) / sum : 1.0 / codes.size()));
    return weights;
  }
}
