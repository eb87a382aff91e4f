package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.EstimateRows.Line;
import org.jiedui.analysis.PanelDesign.Rows;
import org.jiedui.stats.Factor;
import org.jiedui.stats.GroupTimeEffects;
import org.jiedui.stats.GroupTimeSummary;
import org.jiedui.stats.GroupTimeSummary.Estimate;
import org.jiedui.stats.GroupTimeSummary.Family;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.WildClusterBootstrap;
import org.jiedui.table.Status;

/** Group–time effects of a staggered treatment, their four aggregates and bands. */
final class StaggeredEstimates {
  private static final int SMALL_COHORT = 5;

  private final PanelDesign design;
  private final EstimateRows found;
  private final TreeSet<String> flags = new TreeSet<>();
  private final GroupTimeEffects effects;
  private final GroupTimeSummary summary;

  StaggeredEstimates(PanelDesign design, Rows rows, EstimateRows found) {
    this.design = design;
    this.found = found;
    this.effects = GroupTimeEffects.of(panel(rows), design.control(), design.base());
    this.summary = effects.summary();
    if (effects.alwaysTreated() > 0) {
      flags.add(Status.ALWAYS_TREATED + "=" + effects.alwaysTreated());
    }
    if (effects.withoutNeverTreated()) {
      flags.add(Status.NO_NEVER_TREATED.name());
    }
    if (effects.cells().stream().anyMatch(cell -> cell.treated() < SMALL_COHORT)) {
      flags.add(Status.SMALL_COHORT.name());
    }
  }

  /** Units that are seen at every time, in order; the others are counted in a flag. */
  private GroupTimeEffects.Panel panel(Rows rows) {
    int[] times = Arrays.stream(rows.time()).distinct().sorted().toArray();
    TreeMap<String, double[]> outcomes = new TreeMap<>();
    TreeMap<String, Integer> first = new TreeMap<>();
    TreeMap<String, String> cluster = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      String unit = rows.unit().get(row);
      double[] values = outcomes.computeIfAbsent(unit, u -> empty(times.length));
      values[Arrays.binarySearch(times, rows.time()[row])] = rows.value()[row];
      first.put(unit, rows.firstTreated()[row]);
      boolean own =
          design.clusters().isEmpty() || design.clusters().get(0).equals(PanelDesign.UNIT);
      cluster.put(unit, own ? unit : rows.labels().get(design.clusters().get(0)).get(row));
    }
    List<String> whole =
        outcomes.keySet().stream()
            .filter(unit -> Arrays.stream(outcomes.get(unit)).noneMatch(Double::isNaN))
            .toList();
    if (whole.size() < outcomes.size()) {
      flags.add(Status.MISSING_YEARS + "=" + (outcomes.size() - whole.size()));
    }
    if (whole.isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.NO_DATA);
    }
    return new GroupTimeEffects.Panel(
        whole.stream().map(outcomes::get).toArray(double[][]::new),
        times,
        whole.stream().mapToInt(first::get).toArray(),
        Factor.of("cluster", whole.stream().map(cluster::get).toList()));
  }

  private static double[] empty(int times) {
    double[] values = new double[times];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  void fill() {
    summary.cells().forEach(this::row);
    effects
        .empty()
        .forEach(
            cell ->
                found.add(
                    Line.of("att(" + cell[0] + "," + cell[1] + ")", null, effects.units(), null)
                        .status(Status.NO_CONTROL)));
    row(summary.simple());
    for (Family family : List.of(summary.dynamic(), summary.group(), summary.calendar())) {
      List<Estimate> all = new ArrayList<>(family.members());
      all.add(family.overall());
      all.forEach(this::row);
      band(family);
    }
  }

  /** Only the one number that a regression with staggered timing stands beside. */
  void fillSimple() {
    row(summary.simple());
  }

  private void row(Estimate estimate) {
    double error = summary.standardError(estimate);
    int df = summary.clusters() - 1;
    Line line =
        Line.of(estimate.name(), estimate.value(), effects.units(), "influence t(" + df + ")")
            .clusters(summary.clusters())
            .flags(String.join(";", flags));
    if (!(error > 0)) {
      found.add(line.status(Status.SINGULAR_VCOV));
      return;
    }
    double half = ReferenceDistribution.T.critical(design.confidence(), df) * error;
    Interval interval = new Interval(estimate.value() - half, estimate.value() + half);
    double t = estimate.value() / error;
    found.add(line.inference(error, t, ReferenceDistribution.twoSided(t, df), interval));
  }

  private void band(Family family) {
    String name = family.overall().name();
    int draws = WildClusterBootstrap.DRAWS;
    double critical =
        summary.bandQuantile(
            family.members(),
            design.confidence(),
            new SeedSequence(design.seed(), "band." + name),
            draws);
    found.add(
        Line.of(name + ": sup-t", critical, effects.units(), "Mammen B=" + draws)
            .clusters(summary.clusters()));
  }
}
