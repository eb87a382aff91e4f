package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.Jackknife;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.Status;

/**
 * One measure over some years, or its change from earlier to later years, with its interval.
 *
 * <p>Formula: mean of the yearly measures of {@code late}, less that of {@code early} where early
 * years are given. Standard error by leaving one province out of all years at once.
 *
 * @param early null where no change is asked for
 */
record InequalityEstimate(
    InequalityMeasure measure, List<RegionSlice> early, List<RegionSlice> late) {
  private static final int FEWEST_CLUSTERS = 5;
  private static final String NOBODY = "";

  /** A standard error, or why there is none. */
  record Spread(Double standardError, Status status) {
    double half(double confidence, int clusters) {
      return standardError * ReferenceDistribution.T.critical(confidence, clusters - 1);
    }
  }

  OptionalDouble value() {
    return without(NOBODY);
  }

  /** Why {@link #value} is empty. */
  Status absence() {
    if (late.isEmpty() || early != null && early.isEmpty()) {
      return Status.NO_DATA;
    }
    return years()
        .filter(year -> measure.of(year.values()).isEmpty())
        .map(year -> InequalityMeasure.absence(year.values()))
        .findFirst()
        .orElse(Status.OK);
  }

  TreeSet<String> provinces() {
    TreeSet<String> provinces = new TreeSet<>();
    years().forEach(year -> provinces.addAll(List.of(year.province())));
    return provinces;
  }

  int regions() {
    return (int) years().flatMap(year -> year.regions().stream()).distinct().count();
  }

  String flags() {
    List<String> flags = new ArrayList<>();
    int left = years().mapToInt(RegionSlice::unweighted).max().orElse(0);
    if (left > 0) {
      flags.add(Status.MISSING_INDICATOR.name() + "=" + left);
    }
    if (years().anyMatch(year -> year.values().size() > 0 && year.values().smallest() < 0)) {
      flags.add(Status.NEGATIVE_VALUE.name());
    }
    return String.join(";", flags);
  }

  Spread spread() {
    TreeSet<String> provinces = provinces();
    if (value().isEmpty() || provinces.size() < FEWEST_CLUSTERS) {
      Status few = provinces.size() == 1 ? Status.SINGLE_CLUSTER : Status.TOO_FEW_CLUSTERS;
      return new Spread(null, value().isEmpty() ? absence() : few);
    }
    List<OptionalDouble> leftOut = provinces.stream().map(this::without).toList();
    return leftOut.stream().anyMatch(OptionalDouble::isEmpty)
        ? new Spread(null, Status.SMALL_N)
        : new Spread(
            Jackknife.standardError(
                leftOut.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()),
            Status.OK);
  }

  private Stream<RegionSlice> years() {
    return early == null ? late.stream() : Stream.concat(early.stream(), late.stream());
  }

  private OptionalDouble without(String province) {
    OptionalDouble later = mean(late, province);
    if (early == null) {
      return later;
    }
    OptionalDouble before = mean(early, province);
    return later.isEmpty() || before.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(later.getAsDouble() - before.getAsDouble());
  }

  private OptionalDouble mean(List<RegionSlice> years, String province) {
    CompensatedSum sum = new CompensatedSum();
    for (RegionSlice year : years) {
      OptionalDouble value = measure.of(left(year, province));
      if (value.isEmpty()) {
        return value;
      }
      sum.add(value.getAsDouble());
    }
    return years.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum.value() / years.size());
  }

  private static WeightedValues left(RegionSlice year, String province) {
    return province.equals(NOBODY)
        ? year.values()
        : year.values()
            .at(
                IntStream.range(0, year.province().length)
                    .filter(i -> !year.province()[i].equals(province))
                    .toArray());
  }
}
