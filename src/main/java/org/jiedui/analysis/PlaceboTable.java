package org.jiedui.analysis;

import static org.jiedui.table.EffectPlaceboRow.UNIT_CODE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.PlaceboCuts;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * The annual multiple of national flows at every other cut-off year inside the earlier window, as
 * it is and beside a trend, and the rank of the actual one; and, against a comparison group, the
 * ratio of ratios with each of its recipients in the place of those that the change reached.
 *
 * <p>A single recipient varies more than many added up, so that the rank among placebo units is a
 * cautious one. TOO_FEW_CONTROLS below 5 of them.
 */
final class PlaceboTable {
  private final RatioGroup group;
  private final Params params;
  private final Set<String> comparison;
  private final List<Object[]> rows = new ArrayList<>();

  private PlaceboTable(RatioGroup group, Params params, Set<String> comparison) {
    this.group = group;
    this.params = params;
    this.comparison = comparison;
  }

  static Frame of(List<RatioGroup> national, Params params, Set<String> comparison) {
    List<Object[]> rows =
        EffectTables.rows(national, group -> new PlaceboTable(group, params, comparison).rows());
    return Frame.of("effect_placebo", EffectPlaceboRow.values(), rows);
  }

  private List<Object[]> rows() {
    rows("naive");
    rows("trend");
    units();
    return rows;
  }

  private void rows(String adjustment) {
    Windows actual = params.windows();
    Map<Integer, Multiple> cuts = new LinkedHashMap<>();
    int first = actual.beforeFrom() + PlaceboCuts.LEAST_YEARS;
    int last = actual.beforeTo() - PlaceboCuts.LEAST_YEARS + 1;
    IntStream.rangeClosed(first, last)
        .forEach(
            cut ->
                cuts.put(
                    cut,
                    multiple(
                        new Windows(actual.beforeFrom(), cut - 1, cut, actual.beforeTo()),
                        adjustment)));
    Multiple found = multiple(actual, adjustment);
    cuts.forEach((cut, multiple) -> rows.add(cells(adjustment, cut, "placebo", multiple).row()));
    EffectTables.Cells cells = cells(adjustment, actual.afterFrom(), "actual", found);
    rank(cells, found, cuts.values(), Status.TOO_SHORT);
    rows.add(cells.row());
  }

  /** Each recipient of the comparison group against the rest of it. */
  private void units() {
    int cut = params.windows().afterFrom();
    Map<String, double[]> sides = sides();
    Map<String, Multiple> placebos = new TreeMap<>();
    for (String unit : sides.keySet()) {
      if (comparison.contains(unit)) {
        placebos.put(unit, ratioOfRatios(sides, Set.of(unit)));
      }
    }
    placebos.forEach(
        (unit, found) -> rows.add(cells("did", cut, "placebo", found).put(UNIT_CODE, unit).row()));
    Set<String> reached = new TreeSet<>(sides.keySet());
    reached.removeAll(comparison);
    Multiple found = ratioOfRatios(sides, reached);
    EffectTables.Cells cells = cells("did", cut, "actual", found);
    rank(cells, found, placebos.values(), Status.TOO_FEW_CONTROLS);
    rows.add(cells.row());
  }

  /** Totals before and after of each recipient. */
  private Map<String, double[]> sides() {
    int[] years = params.windows().years();
    Map<String, double[]> sides = new TreeMap<>();
    group
        .totals(years, params.windows()::before)
        .forEach((unit, sum) -> sides.put(unit, new double[] {sum, 0}));
    group.totals(years, params.windows()::after).forEach((unit, sum) -> sides.get(unit)[1] = sum);
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

  private static void rank(
      EffectTables.Cells cells, Multiple found, Collection<Multiple> placebos, Status tooFew) {
    double[] logs =
        placebos.stream()
            .filter(PlaceboTable::hasLog)
            .mapToDouble(m -> StrictMath.log(m.value()))
            .toArray();
    cells.put(EffectPlaceboRow.CUTS, logs.length);
    if (!hasLog(found)) {
      Status why = found.value() == null ? found.status() : Status.EXITED_UNIT;
      cells.put(EffectPlaceboRow.P_STATUS, why.name());
      return;
    }
    try {
      PlaceboCuts ranked = PlaceboCuts.of(StrictMath.log(found.value()), logs);
      cells
          .put(EffectPlaceboRow.RANK, ranked.rank())
          .put(EffectPlaceboRow.P_VALUE, ranked.p())
          .put(EffectPlaceboRow.P_STATUS, Status.OK.name());
    } catch (NotEstimable refused) {
      cells.put(EffectPlaceboRow.P_STATUS, tooFew.name());
    }
  }

  private static boolean hasLog(Multiple multiple) {
    return multiple.value() != null && multiple.value() > 0;
  }

  private Multiple multiple(Windows windows, String adjustment) {
    Params other = params.within(windows, params.absent());
    RatioGroup sliced = group.only(params.windows().years(), windows.years());
    if (adjustment.equals("naive")) {
      return RatioSides.of(sliced, Convention.ANNUAL, other)
          .map(sides -> Multiple.of(sides, sides.factor(), EffectLevel.NATION, other))
          .orElse(Multiple.undefined(Status.NO_CONTINUING_UNITS, group.clusters().size()));
    }
    double[] ones = YearlySides.nominal(other);
    return new FlowModel(sliced, other, ones, ones, Set.of()).trendAdjusted();
  }

  private EffectTables.Cells cells(String adjustment, int cut, String kind, Multiple found) {
    return new EffectTables.Cells(EffectPlaceboRow.values())
        .flow(group.key(), params.windows().rule())
        .put(EffectPlaceboRow.ADJUSTMENT, adjustment)
        .put(EffectPlaceboRow.CUT_YEAR, cut)
        .put(UNIT_CODE, EffectRatioRow.ALL)
        .put(EffectPlaceboRow.KIND, kind)
        .put(EffectPlaceboRow.ESTIMATE, found.value())
        .put(EffectPlaceboRow.ESTIMATE_STATUS, found.status().name());
  }
}
