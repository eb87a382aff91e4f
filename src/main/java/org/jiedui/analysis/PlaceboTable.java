package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.PlaceboCuts;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * The annual multiple of national flows at every other cut-off year inside the earlier window, as
 * it is and beside a trend, and the rank of the actual one.
 */
final class PlaceboTable {
  private final RatioGroup group;
  private final Params params;
  private final List<Object[]> rows = new ArrayList<>();

  private PlaceboTable(RatioGroup group, Params params) {
    this.group = group;
    this.params = params;
  }

  static Frame of(List<RatioGroup> national, Params params) {
    List<Object[]> rows =
        EffectTables.rows(national, group -> new PlaceboTable(group, params).rows());
    return Frame.of("effect_placebo", EffectPlaceboRow.values(), rows);
  }

  private List<Object[]> rows() {
    rows("naive");
    rows("trend");
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
    rows.add(cells.rank("CUTS", found, cuts.values(), Status.TOO_SHORT).row());
  }

  private Multiple multiple(Windows windows, String adjustment) {
    if (group.hasPeriods()) {
      return Multiple.undefined(Status.PERIOD_TOTAL, group.clusters().size());
    }
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
        .put(EffectPlaceboRow.KIND, kind)
        .put(EffectPlaceboRow.ESTIMATE, found.value())
        .put(EffectPlaceboRow.ESTIMATE_STATUS, found.status().name());
  }
}
