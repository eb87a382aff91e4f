package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.table.EffectPlaceboUnitRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * How unusual is the national multiple over that of the comparison group among those that each of
 * the group's recipients has over the others?
 *
 * <p>Totals of the windows; years cancel. A single recipient varies more than many added up, so
 * that the rank is a cautious one. NO_CONTROL without a comparison group, NO_CONTRAST when it is
 * everybody, TOO_FEW_CONTROLS below 5 recipients with a multiple.
 */
final class PlaceboUnitTable {
  private final RatioGroup group;
  private final Params params;
  private final Set<String> comparison;
  private final List<Object[]> rows = new ArrayList<>();

  private PlaceboUnitTable(RatioGroup group, Params params, Set<String> comparison) {
    this.group = group;
    this.params = params;
    this.comparison = comparison;
  }

  static Frame of(List<RatioGroup> national, Params params, Set<String> comparison) {
    List<Object[]> rows =
        EffectTables.rows(
            national, group -> new PlaceboUnitTable(group, params, comparison).rows());
    return Frame.of("effect_placebo_unit", EffectPlaceboUnitRow.values(), rows);
  }

  private List<Object[]> rows() {
    Map<String, double[]> sides = sides();
    Map<String, Multiple> placebos = new TreeMap<>();
    for (String unit : sides.keySet()) {
      if (comparison.contains(unit)) {
        placebos.put(unit, ratioOfRatios(sides, Set.of(unit)));
      }
    }
    placebos.forEach((unit, found) -> rows.add(cells(unit, "placebo", found).row()));
    Set<String> reached = new TreeSet<>(sides.keySet());
    reached.removeAll(comparison);
    Multiple found = ratioOfRatios(sides, reached);
    EffectTables.Cells cells = cells(EffectRatioRow.ALL, "actual", found);
    rows.add(cells.rank("UNITS", found, placebos.values(), Status.TOO_FEW_CONTROLS).row());
    return rows;
  }

  /** Totals before and after of each recipient. */
  private Map<String, double[]> sides() {
    Map<String, double[]> sides = new TreeMap<>();
    for (Side side : Side.values()) {
      group
          .totals(params.windows(), side)
          .forEach(
              (unit, sum) -> sides.computeIfAbsent(unit, u -> new double[2])[side.ordinal()] = sum);
    }
    return sides;
  }

  /** The multiple of these recipients over that of the comparison group without them. */
  private Multiple ratioOfRatios(Map<String, double[]> sides, Set<String> treated) {
    double[] own = new double[2];
    double[] others = new double[2];
    sides.forEach(
        (unit, side) -> {
          double[] to =
              treated.contains(unit) ? own : comparison.contains(unit) ? others : new double[2];
          to[0] += side[0];
          to[1] += side[1];
        });
    int clusters = group.clusters().size();
    if (others[0] <= 0 || others[1] <= 0) {
      return Multiple.undefined(Status.NO_CONTROL, clusters);
    }
    if (own[0] <= 0 || own[1] < 0) {
      Status why = treated.isEmpty() ? Status.NO_CONTRAST : Status.ZERO_BASE;
      return Multiple.undefined(why, clusters);
    }
    return Multiple.point(own[1] / own[0] / (others[1] / others[0]), clusters);
  }

  private EffectTables.Cells cells(String unit, String kind, Multiple found) {
    return new EffectTables.Cells(EffectPlaceboUnitRow.values())
        .flow(group.key(), params.windows().rule())
        .put(EffectPlaceboUnitRow.UNIT_CODE, unit)
        .put(EffectPlaceboUnitRow.KIND, kind)
        .put(EffectPlaceboUnitRow.ESTIMATE, found.value())
        .put(EffectPlaceboUnitRow.ESTIMATE_STATUS, found.status().name());
  }
}
