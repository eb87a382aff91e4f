package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jiedui.analysis.EffectLevel.Unit;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.analysis.RatioGroup.Flow;
import org.jiedui.stats.EntryExit;
import org.jiedui.stats.PairedTest;
import org.jiedui.stats.UnitRatios;
import org.jiedui.table.EffectDecompositionRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * What national multiples are made of: recipients that stay, leave and enter, the typical
 * recipient, and the part of each province.
 */
final class DecompositionTable {
  private static final int SMALL = 10;

  private final RatioGroup group;
  private final Params params;
  private final double[] before;
  private final double[] after;
  private final List<Object[]> rows = new ArrayList<>();

  private DecompositionTable(RatioGroup group, Params params) {
    this.group = group;
    this.params = params;
    this.before = values(group.totals(params.windows(), Side.BEFORE));
    this.after = values(group.totals(params.windows(), Side.AFTER));
  }

  static Frame of(List<RatioGroup> national, Params params) {
    List<Object[]> rows =
        EffectTables.rows(national, group -> new DecompositionTable(group, params).rows());
    return Frame.of("effect_decomposition", EffectDecompositionRow.values(), rows);
  }

  private static double[] values(Map<String, Long> totals) {
    return totals.values().stream().mapToDouble(Long::doubleValue).toArray();
  }

  private List<Object[]> rows() {
    Unit nation = group.key().unit();
    entryAndExit(nation);
    units(nation);
    double[] annualBefore = annual(before, params.windows().yearsBefore());
    double[] annualAfter = annual(after, params.windows().yearsAfter());
    test("paired_t", nation, PairedTest.t(annualBefore, annualAfter));
    test("signed_rank", nation, PairedTest.signedRank(annualBefore, annualAfter));
    contributions(EffectLevel.DONOR_PROVINCE);
    contributions(EffectLevel.RECIPIENT_PROVINCE);
    return rows;
  }

  private void entryAndExit(Unit nation) {
    Optional<EntryExit> parts = EntryExit.of(before, after);
    part("ratio_continuing", nation, parts, EntryExit::ratio, EntryExit::continuing);
    part("factor_exit", nation, parts, EntryExit::exit, EntryExit::leaving);
    part("factor_entry", nation, parts, EntryExit::entry, EntryExit::entering);
    part("ratio_total", nation, parts, EntryExit::total, p -> before.length);
  }

  private void units(Unit nation) {
    Optional<UnitRatios> units = UnitRatios.of(before, after);
    part("unit_mean", nation, units, UnitRatios::mean, UnitRatios::units);
    part("unit_median", nation, units, UnitRatios::median, UnitRatios::units);
    part("unit_geometric_mean", nation, units, UnitRatios::geometricMean, UnitRatios::units);
    part("unit_min", nation, units, UnitRatios::low, UnitRatios::units);
    part("unit_max", nation, units, UnitRatios::high, UnitRatios::units);
    part("unit_share_above_1", nation, units, UnitRatios::shareAbove, UnitRatios::units);
  }

  private <T> void part(
      String name,
      Unit nation,
      Optional<T> of,
      Function<T, Double> value,
      Function<T, Integer> units) {
    add(
        name,
        nation,
        of.map(value).orElse(null),
        of.isPresent() ? Status.OK : Status.NO_CONTINUING_UNITS,
        of.map(units).orElse(0),
        null,
        "");
  }

  private static double[] annual(double[] totals, int years) {
    return java.util.Arrays.stream(totals).map(total -> total / years).toArray();
  }

  private void test(String name, Unit nation, Optional<PairedTest> test) {
    int pairs = test.map(PairedTest::pairs).orElse(0);
    add(
        name,
        nation,
        test.map(PairedTest::statistic).orElse(null),
        test.isPresent() ? Status.OK : Status.NO_CONTRAST,
        pairs,
        test.map(PairedTest::p).orElse(null),
        test.isPresent() && pairs < SMALL ? Status.SMALL_N.name() : "");
  }

  /** Σ of a level's contributions is R − 1 of the nation. */
  private void contributions(EffectLevel level) {
    TreeMap<String, long[]> sums = new TreeMap<>();
    TreeMap<String, Unit> units = new TreeMap<>();
    long total = 0;
    for (Flow flow : group.links()) {
      Unit unit = level.unit(flow.link(), params.places());
      long[] sides = sums.computeIfAbsent(unit.code(), code -> new long[3]);
      units.put(unit.code(), unit);
      sides[0] += RatioGroup.total(flow, params.windows(), Side.BEFORE);
      sides[1] += RatioGroup.total(flow, params.windows(), Side.AFTER);
      total += RatioGroup.total(flow, params.windows(), Side.BEFORE);
      sides[2]++;
    }
    double base = total;
    sums.forEach((code, sides) -> contribution(units.get(code), sides, base));
  }

  private void contribution(Unit unit, long[] sides, double base) {
    OptionalDouble added = EntryExit.contribution(sides[0], sides[1], base);
    Status status =
        added.isPresent() ? Status.OK : base < 0 ? Status.NEGATIVE_BASE : Status.ZERO_BASE;
    Double share = base > 0 ? sides[0] / base : null;
    add("share_before", unit, share, status, (int) sides[2], null, "");
    Double value = added.isPresent() ? added.getAsDouble() : null;
    add("contribution", unit, value, status, (int) sides[2], null, "");
  }

  private void add(
      String component, Unit unit, Double value, Status status, int units, Double p, String flags) {
    rows.add(
        new EffectTables.Cells(EffectDecompositionRow.values())
            .flow(group.key(), params.windows().rule())
            .unit(unit, params.places())
            .put(EffectDecompositionRow.COMPONENT, component)
            .put(EffectDecompositionRow.VALUE, value)
            .put(EffectDecompositionRow.VALUE_STATUS, status.name())
            .put(EffectDecompositionRow.UNITS, (long) units)
            .put(EffectDecompositionRow.P_VALUE, p)
            .put(EffectDecompositionRow.FLAGS, flags)
            .row());
  }
}
