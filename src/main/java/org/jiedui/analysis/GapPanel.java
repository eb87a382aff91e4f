package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Regions;
import org.jiedui.table.GapIndexRow;

/** The regions an index compares and the provinces that support them, by code and year. */
final class GapPanel {
  /** One region in one year; values in the order of the indicators, NaN where missing. */
  record Cell(String unit, int year, String role, double[] values, double[] coverage) {
    boolean isRecipient() {
      return role.equals(GapIndexRow.RECIPIENT);
    }
  }

  private final List<Cell> cells;
  private final DonorLinks links;

  private GapPanel(List<Cell> cells, DonorLinks links) {
    this.cells = cells;
    this.links = links;
  }

  static GapPanel of(List<RegionValue> values, GapParams params) {
    List<String> columns = new ArrayList<>(params.parts().stream().map(Part::id).toList());
    int indicators = columns.size();
    columns.add(params.population());
    RegionLevels levels = RegionLevels.of(values, columns);
    List<Cell> cells = recipients(levels, indicators, params);
    DonorLinks links = DonorLinks.of(cells, levels, params);
    TreeSet<String> donors = links.donors();
    cells.forEach(cell -> donors.remove(cell.unit()));
    donors.forEach(donor -> cells.addAll(reported(levels, donor, indicators, GapIndexRow.DONOR)));
    return new GapPanel(params.choices().imputation().filled(List.copyOf(cells)), links);
  }

  /** Recipients first, then donors, each by code and year. */
  List<Cell> cells() {
    return cells;
  }

  DonorLinks links() {
    return links;
  }

  private static List<Cell> recipients(RegionLevels levels, int indicators, GapParams params) {
    if (params.regions() == Regions.PREFECTURES_FROM_COUNTIES) {
      return fromCounties(levels, indicators, params);
    }
    List<Cell> cells = new ArrayList<>();
    for (String region : levels.byRegion().keySet()) {
      if (params.places().level(region).filter(params.regions().level()::equals).isPresent()
          && params.recipient().test(region)) {
        cells.addAll(reported(levels, region, indicators, GapIndexRow.RECIPIENT));
      }
    }
    return cells;
  }

  private static List<Cell> reported(
      RegionLevels levels, String region, int indicators, String role) {
    List<Cell> cells = new ArrayList<>();
    for (Map.Entry<Integer, double[]> year : levels.years(region).entrySet()) {
      double[] values = Arrays.copyOf(year.getValue(), indicators);
      double[] coverage = Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : 1).toArray();
      cells.add(new Cell(region, year.getKey(), role, values, coverage));
    }
    return cells;
  }

  /** A mean that rests on less of the population than the missing policy asks for is missing. */
  private static List<Cell> fromCounties(RegionLevels levels, int indicators, GapParams params) {
    List<Cell> cells = new ArrayList<>();
    RegionMeans.of(levels, indicators, params.places())
        .forEach(
            (prefecture, years) -> {
              if (params.recipient().test(prefecture)) {
                years.forEach(
                    (year, mean) -> {
                      double[] values = mean.values().clone();
                      for (int j = 0; j < indicators; j++) {
                        boolean enough = params.missing().allows(mean.coverage()[j]);
                        values[j] = enough ? values[j] : Double.NaN;
                      }
                      cells.add(
                          new Cell(
                              prefecture, year, GapIndexRow.RECIPIENT, values, mean.coverage()));
                    });
              }
            });
    return cells;
  }
}
