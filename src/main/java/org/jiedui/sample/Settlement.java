package org.jiedui.sample;

import java.util.Comparator;
import java.util.List;

/**
 * Turns weights into whole minor units so that every planted multiple of totals is exact.
 *
 * <p>The years before get a typical size; the years after get what makes the total exact, and what
 * rounding leaves over goes to the largest amounts that can be written to the last minor unit.
 */
final class Settlement {
  private Settlement() {}

  static void of(List<Visit> visits) {
    List<Flow> flows = visits.stream().flatMap(v -> v.flows().stream()).toList();
    for (Planted indicator : Planted.values()) {
      List<Flow> own = flows.stream().filter(f -> f.measure().indicator() == indicator).toList();
      settle(
          indicator,
          own.stream().filter(f -> !f.visit().isAfter()).toList(),
          own.stream().filter(f -> f.visit().isAfter()).toList());
    }
  }

  private static void settle(Planted indicator, List<Flow> before, List<Flow> after) {
    before.forEach(f -> f.settle(typical(f.measure())));
    long surplus = total(before) % indicator.divisor();
    spread(before, surplus == 0 ? 0 : indicator.divisor() - surplus);
    long wanted = indicator.after(total(before));
    after.forEach(f -> f.settle(typical(f.measure())));
    double scale = (double) wanted / total(after);
    after.forEach(f -> f.settle(typical(f.measure()) * scale));
    spread(after, wanted - total(after));
  }

  /** Typical amount of a record before: 60 万元, 5 万元, 3 万元, 2 and 3 persons. */
  private static double typical(Measure measure) {
    return switch (measure) {
      case FISCAL -> 60e6;
      case CASH -> 5e6;
      case KIND -> 3e6;
      case CADRES -> 2;
      case PROFESSIONALS -> 3;
    };
  }

  /**
   * Adds the rest, one share to each of the largest amounts whose quantum is one minor unit; a
   * share is a hundredth of the smallest of them, so that none falls below one.
   */
  private static void spread(List<Flow> flows, long rest) {
    if (rest == 0) {
      return;
    }
    List<Flow> fine =
        flows.stream()
            .filter(f -> f.unit().quantum() == 1)
            .sorted(Comparator.comparingLong((Flow f) -> -f.amount()))
            .toList();
    long left = rest;
    for (int i = 0; left != 0; i++) {
      Flow flow = fine.get(i % fine.size());
      long most = Math.max(1, flow.amount() / 100);
      long share = Math.max(-most, Math.min(most, left));
      flow.add(share);
      left -= share;
    }
  }

  static long total(List<Flow> flows) {
    return flows.stream().mapToLong(Flow::amount).reduce(0, Math::addExact);
  }
}
