package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Values of a few indicators by region and year, sorted; NaN where there is none. */
final class RegionLevels {
  private final List<String> indicators;
  private final TreeMap<String, TreeMap<Integer, double[]>> cells = new TreeMap<>();

  private RegionLevels(List<String> indicators) {
    this.indicators = List.copyOf(indicators);
  }

  /** The rows may come in any order; a key twice is the data's fault. */
  static RegionLevels of(List<RegionValue> values, List<String> indicators) {
    RegionLevels levels = new RegionLevels(indicators);
    List<String> twice = new ArrayList<>();
    for (RegionValue value : values) {
      int column = indicators.indexOf(value.indicator());
      if (column >= 0 && Double.isFinite(value.value())) {
        double[] row = levels.row(value.region(), value.year());
        if (!Double.isNaN(row[column])) {
          twice.add(value.region() + " " + value.year() + " " + value.indicator());
        }
        row[column] = value.value();
      }
    }
    InputException.throwIfAny(
        ExitCode.INPUT,
        twice.stream().sorted().distinct().limit(20).map(RegionLevels::givenTwice).toList());
    return levels;
  }

  static Problem givenTwice(String key) {
    return Problem.error(
            "DUPLICATE_KEY", Text.of("地区面板同一键出现两次:" + key, "region panel has a key twice: " + key))
        .expected("每个地区、年份、指标一个数值", "one value per region, year and indicator")
        .fix("删去多余的一行", "remove the row that is too much");
  }

  private double[] row(String region, int year) {
    return cells.computeIfAbsent(region, r -> new TreeMap<>()).computeIfAbsent(year, y -> empty());
  }

  private double[] empty() {
    double[] row = new double[indicators.size()];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  SortedMap<String, TreeMap<Integer, double[]>> byRegion() {
    return cells;
  }

  boolean has(String region) {
    return cells.containsKey(region);
  }

  Map<Integer, double[]> years(String region) {
    return cells.getOrDefault(region, new TreeMap<>());
  }

  /** Values in the order of the indicators, all NaN where the region has nothing that year. */
  double[] values(String region, int year) {
    double[] row = years(region).get(year);
    return row == null ? empty() : row;
  }
}
