package org.jiedui.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jiedui.stats.ConcentrationIndex;
import org.jiedui.stats.Jackknife;
import org.jiedui.stats.LorenzCurve;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SimultaneousBand;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.Status;

/**
 * Concentration of aid per head over counties ranked by income, people as weights, with the
 * intervals that leaving out one cluster at a time gives; ranks are made again each time.
 *
 * <p>Clusters are recipient provinces with their donors, where there are fewer than 5 of them
 * prefectures (CLUSTER_BELOW_ASSIGNMENT).
 *
 * @param earlier null where no change is asked for
 */
record AidConcentration(List<AidedCounty> earlier, List<AidedCounty> counties) {
  static final int QUANTILES = 19;
  private static final int TOO_FEW = 5;
  private static final int DRAWS = 999;

  static WeightedValues aid(List<AidedCounty> counties) {
    return values(counties, AidedCounty::perHead);
  }

  static WeightedValues income(List<AidedCounty> counties) {
    return values(counties, AidedCounty::income);
  }

  static WeightedValues values(List<AidedCounty> counties, Function<AidedCounty, Double> variable) {
    return new WeightedValues(
        counties.stream().mapToDouble(variable::apply).toArray(),
        counties.stream().mapToDouble(AidedCounty::people).toArray());
  }

  /** Index, or later less earlier index. */
  OptionalDouble value() {
    return value(counties, earlier);
  }

  /** Why {@link #value} is empty. */
  Status absence() {
    if (counties.isEmpty() || earlier != null && earlier.isEmpty()) {
      return Status.NO_DATA;
    }
    return hasNegative(counties) || earlier != null && hasNegative(earlier)
        ? Status.NEGATIVE_VALUE
        : Status.ZERO_MEAN;
  }

  int clusters() {
    return names().size();
  }

  boolean isBelowAssignment() {
    return names(AidedCounty::cluster).size() < TOO_FEW;
  }

  /**
   * How sure the value is.
   *
   * @param standardError null with the reason in {@code status}
   */
  record Spread(Status status, Double standardError) {
    boolean isKnown() {
      return status == Status.OK;
    }
  }

  /** From leaving out each cluster once. */
  Spread spread() {
    if (value().isEmpty()) {
      return new Spread(absence(), null);
    }
    if (clusters() < TOO_FEW) {
      return new Spread(clusters() == 1 ? Status.SINGLE_CLUSTER : Status.TOO_FEW_CLUSTERS, null);
    }
    List<OptionalDouble> leftOut = names().stream().map(this::without).toList();
    return leftOut.stream().anyMatch(OptionalDouble::isEmpty)
        ? new Spread(Status.SMALL_N, null)
        : new Spread(
            Status.OK,
            Jackknife.standardError(
                leftOut.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()));
  }

  /** Standard errors to either limit of an interval. */
  double critical(double confidence) {
    return ReferenceDistribution.T.critical(confidence, clusters() - 1);
  }

  /** Shares of aid of the poorest 5, 10 … 95 per cent; where there is a value. */
  double[] curve() {
    return curve(counties);
  }

  /** Where {@link #spread} is known. */
  SimultaneousBand band(double confidence, long seed) {
    double[][] leftOut =
        names().stream().map(name -> curve(left(counties, name))).toArray(double[][]::new);
    return SimultaneousBand.of(
        curve(), leftOut, confidence, new SeedSequence(seed, "targeting.band"), DRAWS);
  }

  static double at(int quantile) {
    return (quantile + 1) / (QUANTILES + 1.0);
  }

  private static double[] curve(List<AidedCounty> counties) {
    LorenzCurve curve = LorenzCurve.of(aid(counties), income(counties).values());
    return IntStream.range(0, QUANTILES).mapToDouble(q -> curve.at(at(q))).toArray();
  }

  private OptionalDouble without(String name) {
    return value(left(counties, name), earlier == null ? null : left(earlier, name));
  }

  private static OptionalDouble value(List<AidedCounty> later, List<AidedCounty> earlier) {
    OptionalDouble now = index(later);
    if (earlier == null || now.isEmpty()) {
      return now;
    }
    OptionalDouble then = index(earlier);
    return then.isEmpty() ? then : OptionalDouble.of(now.getAsDouble() - then.getAsDouble());
  }

  private static OptionalDouble index(List<AidedCounty> counties) {
    return counties.isEmpty() || hasNegative(counties)
        ? OptionalDouble.empty()
        : ConcentrationIndex.of(aid(counties), income(counties).values());
  }

  private static boolean hasNegative(List<AidedCounty> counties) {
    return counties.stream().anyMatch(county -> county.perHead() < 0);
  }

  private List<AidedCounty> left(List<AidedCounty> all, String name) {
    Function<AidedCounty, String> cluster = cluster();
    return all.stream().filter(county -> !cluster.apply(county).equals(name)).toList();
  }

  private Function<AidedCounty, String> cluster() {
    return isBelowAssignment() ? AidedCounty::prefecture : AidedCounty::cluster;
  }

  private TreeSet<String> names() {
    return names(cluster());
  }

  private TreeSet<String> names(Function<AidedCounty, String> cluster) {
    TreeSet<String> names = new TreeSet<>();
    counties.forEach(county -> names.add(cluster.apply(county)));
    if (earlier != null) {
      earlier.forEach(county -> names.add(cluster.apply(county)));
    }
    return names;
  }
}
