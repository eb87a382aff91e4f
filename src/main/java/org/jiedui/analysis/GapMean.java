package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.Jackknife;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.Status;

/**
 * Mean of one measure of regions over the years of a period, and its change between two.
 *
 * <p>Formula: mean over regions of each region's mean over years; the change is of regions that
 * have both periods. Standard error: leaving out one cluster of regions at a time, t with G − 1.
 *
 * @param which place of the measure in the values
 * @param clusters of the regions; a region without one is its own
 */
record GapMean(List<Observation> seen, int which, Map<String, String> clusters) {
  private static final int FEWEST_CLUSTERS = 5;

  /** One region in one year; NaN for a measure that it does not have. */
  record Observation(String unit, int year, double[] values) {}

  /** Value and standard error, null where there is none. */
  record Estimate(
      Double value,
      Status status,
      Double standardError,
      Status intervalStatus,
      int regions,
      int clusters) {

    Double halfWidth(double confidence) {
      return standardError == null
          ? null
          : (Double) (standardError * ReferenceDistribution.T.critical(confidence, clusters - 1));
    }
  }

  Estimate level(Years years) {
    return estimate(byRegion(years));
  }

  Estimate change(Years before, Years after) {
    TreeMap<String, Double> early = byRegion(before);
    TreeMap<String, Double> late = byRegion(after);
    TreeMap<String, Double> both = new TreeMap<>();
    late.forEach(
        (unit, value) -> {
          if (early.containsKey(unit)) {
            both.put(unit, value - early.get(unit));
          }
        });
    return estimate(both);
  }

  private TreeMap<String, Double> byRegion(Years years) {
    TreeMap<String, List<Double>> values = new TreeMap<>();
    for (Observation one : seen) {
      double value = one.values[which];
      if (years.contains(one.year) && !Double.isNaN(value)) {
        values.computeIfAbsent(one.unit, unit -> new ArrayList<>()).add(value);
      }
    }
    TreeMap<String, Double> means = new TreeMap<>();
    values.forEach((unit, all) -> means.put(unit, mean(all)));
    return means;
  }

  private Estimate estimate(TreeMap<String, Double> regions) {
    TreeMap<String, List<Double>> groups = new TreeMap<>();
    regions.forEach(
        (unit, value) ->
            groups
                .computeIfAbsent(clusters.getOrDefault(unit, unit), c -> new ArrayList<>())
                .add(value));
    if (regions.isEmpty()) {
      return new Estimate(null, Status.NO_DATA, null, Status.NO_DATA, 0, 0);
    }
    Status few =
        groups.size() == 1
            ? Status.SINGLE_CLUSTER
            : groups.size() < FEWEST_CLUSTERS ? Status.TOO_FEW_CLUSTERS : Status.OK;
    return new Estimate(
        mean(new ArrayList<>(regions.values())),
        Status.OK,
        groups.size() == 1 ? null : (Double) standardError(groups),
        few,
        regions.size(),
        groups.size());
  }

  private static double standardError(TreeMap<String, List<Double>> groups) {
    double[] values = array(groups.values().stream().flatMap(List::stream).toList());
    double[] left = new double[groups.size()];
    int group = 0;
    int from = 0;
    for (List<Double> own : groups.values()) {
      left[group++] = meanWithout(values, from, from + own.size());
      from += own.size();
    }
    return Jackknife.standardError(left);
  }

  private static double meanWithout(double[] values, int from, int to) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < values.length; i++) {
      if (i < from || i >= to) {
        sum.add(values[i]);
      }
    }
    return sum.value() / (values.length - (to - from));
  }

  private static double mean(List<Double> values) {
    return CompensatedSum.of(array(values)) / values.size();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
