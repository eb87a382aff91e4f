package org.jiedui.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.jiedui.stats.BetaConvergence;
import org.jiedui.table.Status;

/** Regions with a positive value in a first and in a last year, and what their growth tells. */
record Growth(int years, double[] first, double[] last, String[] zones) {

  /** What is held constant. */
  enum Given {
    NOTHING("beta_absolute"),
    ZONE("beta_conditional");

    private final String kind;

    Given(String kind) {
      this.kind = kind;
    }
  }

  static Growth between(RegionSlice first, RegionSlice last) {
    Map<String, Double> later = new HashMap<>();
    for (int i = 0; i < last.regions().size(); i++) {
      later.put(last.regions().get(i), last.values().values()[i]);
    }
    int[] both =
        IntStream.range(0, first.regions().size())
            .filter(i -> first.values().values()[i] > 0)
            .filter(i -> later.getOrDefault(first.regions().get(i), 0.0) > 0)
            .toArray();
    return new Growth(
        last.year() - first.year(),
        IntStream.of(both).mapToDouble(i -> first.values().values()[i]).toArray(),
        IntStream.of(both).mapToDouble(i -> later.get(first.regions().get(i))).toArray(),
        IntStream.of(both).mapToObj(i -> first.zone()[i]).toArray(String[]::new));
  }

  /** One row of the table {@code convergence}. */
  Object[] row(String indicator, String period, Given given) {
    double[][] controls = given == Given.ZONE ? dummies() : new double[first.length][0];
    Optional<BetaConvergence> found = BetaConvergence.of(first, last, years, controls);
    OptionalDouble speed = found.map(BetaConvergence::speed).orElse(OptionalDouble.empty());
    int degrees = first.length - 2 - (controls.length == 0 ? 0 : controls[0].length);
    return new Object[] {
      indicator,
      given.kind,
      period,
      found.map(BetaConvergence::slope).orElse(null),
      (found.isPresent() ? Status.OK : Status.NO_DF).name(),
      found.map(BetaConvergence::standardError).orElse(null),
      found.flatMap(beta -> p(beta, degrees)).orElse(null),
      "ols_iid;t" + degrees + (given == Given.ZONE ? ";given=zone" : ""),
      speed.isPresent() ? (Double) speed.getAsDouble() : null,
      speed.isPresent() ? (Double) found.orElseThrow().halfLife().getAsDouble() : null,
      speedStatus(found, speed).name(),
      first.length
    };
  }

  private static Status speedStatus(Optional<BetaConvergence> found, OptionalDouble speed) {
    return speed.isPresent() ? Status.OK : found.isPresent() ? Status.NO_SPEED : Status.NO_DF;
  }

  /** Two-sided p of slope 0; empty where the fit is exact. */
  private static Optional<Double> p(BetaConvergence beta, int degrees) {
    if (!(beta.standardError() > 0)) {
      return Optional.empty();
    }
    double t = -Math.abs(beta.slope() / beta.standardError());
    return Optional.of(2 * new TDistribution(degrees).cumulativeProbability(t));
  }

  /** One column for every zone but the first. */
  private double[][] dummies() {
    List<String> order = Arrays.stream(zones).distinct().sorted().toList();
    return Arrays.stream(zones)
        .map(
            zone ->
                IntStream.range(1, order.size())
                    .mapToDouble(k -> order.get(k).equals(zone) ? 1 : 0)
                    .toArray())
        .toArray(double[][]::new);
  }
}
