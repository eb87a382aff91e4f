package org.jiedui.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jiedui.stats.ConcentrationIndex;
import org.jiedui.stats.TargetingGap;
import org.jiedui.table.Status;

/** Counties with aid held against the poorest ones of the same provinces. */
record TargetedGroup(
    Integer universe,
    Integer treated,
    Double countGap,
    Double incomeGap,
    Double error,
    Double coverageIndex,
    Status status) {
  static final TargetedGroup NONE =
      new TargetedGroup(null, null, null, null, null, null, Status.NO_DATA);

  /**
   * @param all counties that might have had aid
   * @param aided those that were paired, with their aid
   */
  static TargetedGroup of(List<AidedCounty> all, List<AidedCounty> aided) {
    Set<String> with = new HashSet<>();
    aided.stream().filter(c -> c.total() > 0).forEach(county -> with.add(county.code()));
    double[] income = all.stream().mapToDouble(AidedCounty::income).toArray();
    boolean[] treated = new boolean[income.length];
    for (int i = 0; i < treated.length; i++) {
      treated[i] = with.contains(all.get(i).code());
    }
    Optional<TargetingGap> gap = TargetingGap.of(income, treated);
    if (gap.isEmpty()) {
      Status why = all.isEmpty() ? Status.NO_DATA : Status.NO_CONTRAST;
      return new TargetedGroup(all.size(), with.size(), null, null, null, null, why);
    }
    OptionalDouble coverage =
        ConcentrationIndex.erreygers(
            AidConcentration.values(all, c -> with.contains(c.code()) ? 1.0 : 0.0), income, 0, 1);
    return new TargetedGroup(
        all.size(),
        with.size(),
        gap.get().countGap(),
        boxed(gap.get().incomeGap()),
        gap.get().error(),
        boxed(coverage),
        Status.OK);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
