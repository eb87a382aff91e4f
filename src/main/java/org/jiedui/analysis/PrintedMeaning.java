package org.jiedui.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotal;
import org.jiedui.stats.CompensatedSum;

/** What a printed multiple of totals means per year and in constant prices. */
final class PrintedMeaning {
  private PrintedMeaning() {}

  /** R · T_before / T_after; empty for what is no multiple of totals. */
  static OptionalDouble annual(Claim claim) {
    return claim.convention().equals("total")
        ? OptionalDouble.of(claim.published() * claim.yearsBefore() / claim.yearsAfter())
        : OptionalDouble.empty();
  }

  /**
   * The printed multiple of money with each side's years in constant prices: the later total is the
   * printed multiple times the earlier one, spread as sourced figures say and evenly inside their
   * blocks of years. Empty for heads, without an exact earlier total, or without all prices.
   */
  static OptionalDouble real(
      Claim claim, List<NationalTotal> sourced, IntFunction<OptionalDouble> deflator) {
    boolean money = claim.units().stream().allMatch(unit -> unit.endsWith("元"));
    PeriodBounds before = PeriodBounds.of(sourced, claim.beforeFrom(), claim.beforeTo());
    if (!money || !claim.convention().equals("total") || !before.isExact() || before.floor() == 0) {
      return OptionalDouble.empty();
    }
    long total = before.floor();
    long later = Math.round(total * claim.published());
    OptionalDouble earlierReal =
        deflated(sourced, claim.beforeFrom(), claim.beforeTo(), total, deflator);
    OptionalDouble laterReal =
        deflated(sourced, claim.afterFrom(), claim.afterTo(), later, deflator);
    return earlierReal.isEmpty() || laterReal.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(laterReal.getAsDouble() / earlierReal.getAsDouble());
  }

  private static OptionalDouble deflated(
      List<NationalTotal> figures,
      int from,
      int to,
      long total,
      IntFunction<OptionalDouble> deflator) {
    double[] flows = EvenFlows.of(figures, from, to, total);
    CompensatedSum sum = new CompensatedSum();
    for (int year = from; year <= to; year++) {
      OptionalDouble price = deflator.apply(year);
      if (price.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum.add(flows[year - from] / price.getAsDouble());
    }
    return OptionalDouble.of(sum.value());
  }
}
