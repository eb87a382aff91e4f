package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jiedui.stats.Quantile;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapPairRow;

/**
 * How far are recipient regions from the provinces they are paired with, from the median recipient
 * and from the frontier, before and after and in each era, and how did that change?
 *
 * <p>Frontier: the largest index of any region of the year, donors included. The table {@code
 * gap_pair}.
 */
final class GapPairs {
  /** What is measured, in the order of {@link GapMean.Observation#values}. */
  enum Measure {
    DONOR_LOG,
    DONOR_DIFFERENCE,
    MEDIAN_DIFFERENCE,
    FRONTIER_DIFFERENCE
  }

  /** Whose regions are put together; no donor: all donors of each region. */
  private record Group(String level, String recipient, String donor) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return (level + " " + recipient + " " + donor)
          .compareTo(other.level + " " + other.recipient + " " + other.donor);
    }
  }

  private final List<Scored> scored;
  private final DonorLinks links;
  private final GapParams params;
  private final Map<Integer, Map<String, Double>> indices = new HashMap<>();
  private final Map<String, String> clusters = new TreeMap<>();
  private final GapBreaks breaks;
  private final Map<Group, Set<String>> sides = new HashMap<>();

  private GapPairs(List<Scored> scored, DonorLinks links, GapBreaks breaks, GapParams params) {
    this.scored = scored.stream().filter(row -> row.index().isPresent()).toList();
    this.links = links;
    this.breaks = breaks;
    this.params = params;
    for (Scored row : this.scored) {
      indices
          .computeIfAbsent(row.year(), year -> new HashMap<>())
          .put(row.unit(), row.development());
    }
  }

  static Frame of(List<Scored> scored, DonorLinks links, GapBreaks breaks, GapParams params) {
    GapPairs pairs = new GapPairs(scored, links, breaks, params);
    List<Object[]> rows = new ArrayList<>();
    pairs.groups().forEach((group, seen) -> pairs.add(group, seen, rows));
    return Frame.of("gap_pair", GapPairRow.values(), rows);
  }

  private TreeMap<Group, List<GapMean.Observation>> groups() {
    Map<Integer, Double> medians = byYear(values -> Quantile.median(values), true);
    Map<Integer, Double> frontiers = byYear(values -> Quantile.of(values, 1), false);
    TreeMap<Group, List<GapMean.Observation>> groups = new TreeMap<>();
    for (Scored row : scored) {
      if (GapTables.isRecipient(row)) {
        double median = medians.get(row.year()) - row.development();
        double frontier = frontiers.get(row.year()) - row.development();
        TreeMap<String, Double> donors = links.of(row.unit(), row.year());
        String province = params.places().province(row.unit());
        if (!donors.isEmpty()) {
          clusters.put(row.unit(), province + ":" + String.join(";", donors.keySet()));
        }
        GapMean.Observation all = observation(row, donors, median, frontier);
        put(groups, new Group("nation", EffectRatioRow.NATION, ""), all, donors.keySet());
        put(groups, new Group("recipient_province", province, ""), all, donors.keySet());
        for (String donor : donors.keySet()) {
          TreeMap<String, Double> one = new TreeMap<>(Map.of(donor, 1.0));
          put(
              groups,
              new Group("pair", province, donor),
              observation(row, one, Double.NaN, Double.NaN),
              one.keySet());
        }
      }
    }
    return groups;
  }

  private void put(
      TreeMap<Group, List<GapMean.Observation>> groups,
      Group group,
      GapMean.Observation seen,
      Set<String> donors) {
    groups.computeIfAbsent(group, g -> new ArrayList<>()).add(seen);
    Set<String> both = sides.computeIfAbsent(group, g -> new HashSet<>());
    both.add(seen.unit());
    both.addAll(donors);
  }

  private Map<Integer, Double> byYear(ToDoubleFunction<double[]> statistic, boolean recipients) {
    TreeMap<Integer, List<Double>> years = new TreeMap<>();
    for (Scored row : scored) {
      if (!recipients || GapTables.isRecipient(row)) {
        years.computeIfAbsent(row.year(), year -> new ArrayList<>()).add(row.development());
      }
    }
    Map<Integer, Double> found = new HashMap<>();
    years.forEach(
        (year, values) ->
            found.put(
                year,
                statistic.applyAsDouble(
                    values.stream().mapToDouble(Double::doubleValue).toArray())));
    return found;
  }

  private GapMean.Observation observation(
      Scored row, TreeMap<String, Double> donors, double median, double frontier) {
    DonorGap gap = DonorGap.of(Optional.of(row.development()), donors, indices.get(row.year()));
    return new GapMean.Observation(
        row.unit(),
        row.year(),
        new double[] {orNaN(gap.log()), orNaN(gap.difference()), median, frontier});
  }

  private static double orNaN(Double value) {
    return Objects.requireNonNullElse(value, Double.NaN);
  }

  private void add(Group group, List<GapMean.Observation> seen, List<Object[]> rows) {
    LinkedHashMap<String, GapParams.Years> periods = new LinkedHashMap<>();
    periods.put("before", params.before());
    periods.put("after", params.after());
    params.choices().eras().forEach(era -> periods.put(era.word(), era.years()));
    for (Measure measure : Measure.values()) {
      if (group.donor.isEmpty() || measure.ordinal() < Measure.MEDIAN_DIFFERENCE.ordinal()) {
        GapMean means = new GapMean(seen, measure.ordinal(), clusters);
        periods.forEach((name, years) -> add(group, measure, name, means.level(years), rows));
        add(group, measure, "change", means.change(params.before(), params.after()), rows);
      }
    }
  }

  private void add(
      Group group, Measure measure, String period, GapMean.Estimate found, List<Object[]> rows) {
    String name = measure.name().toLowerCase(java.util.Locale.ROOT);
    rows.add(row(group, name, period, found, x -> x));
    if (measure == Measure.DONOR_LOG) {
      rows.add(row(group, "donor_ratio", period, found, StrictMath::exp));
    }
  }

  private Object[] row(
      Group group,
      String measure,
      String period,
      GapMean.Estimate found,
      java.util.function.DoubleUnaryOperator scale) {
    Double half = found.halfWidth(params.choices().confidence());
    return new Object[] {
      group.level,
      group.recipient,
      group.donor,
      measure,
      period,
      params.places().name(group.recipient),
      group.donor.isEmpty() ? "" : params.places().name(group.donor),
      found.regions(),
      found.value() == null ? null : (Double) scale.applyAsDouble(found.value()),
      found.status().name(),
      found.standardError(),
      half == null ? null : (Double) scale.applyAsDouble(found.value() - half),
      half == null ? null : (Double) scale.applyAsDouble(found.value() + half),
      found.intervalStatus().name(),
      found.clusters(),
      breaks.flag(sides.get(group))
    };
  }
}
