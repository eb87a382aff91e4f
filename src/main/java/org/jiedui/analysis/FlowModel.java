package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.analysis.RatioGroup.Assignment;
import org.jiedui.analysis.RatioGroup.Flow;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Design;
import org.jiedui.stats.EventStudy;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Fit;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.Ppml;
import org.jiedui.stats.SegmentedSeries;
import org.jiedui.stats.Vcov;
import org.jiedui.table.Status;

/**
 * Poisson regression of the yearly flows of a group's clusters on a change of level, with effects
 * of clusters: without more it is the annual multiple itself, with a trend the multiple that is
 * left.
 *
 * <p>A comparison group makes it a multiplicative difference in differences with effects of years
 * too.
 */
final class FlowModel {
  private static final int ENOUGH_CLUSTERS = 5;

  private final RatioGroup group;
  private final Params params;
  private final List<Row> rows = new ArrayList<>();
  private Factor clusters;

  /** A year of a unit: a cluster's recipients that are compared with, or the others. */
  private record Row(int unit, int year, double value, double offset) {
    int cluster() {
      return unit / 2;
    }

    boolean compared() {
      return unit % 2 == 1;
    }
  }

  /**
   * @param prices of each study year, 1 for nominal values
   * @param heads of each study year for flows per head, else 1
   * @param comparison recipients that the change did not reach
   */
  FlowModel(
      RatioGroup group, Params params, double[] prices, double[] heads, Set<String> comparison) {
    this.group = group;
    this.params = params;
    int units = 2 * group.clusters().size();
    long[][] amounts = new long[units][];
    long[][] records = new long[units][];
    for (Flow flow : group.links()) {
      int unit = 2 * flow.cluster() + (comparison.contains(flow.link().recipient()) ? 1 : 0);
      amounts[unit] = plus(amounts[unit], flow.amounts());
      records[unit] = plus(records[unit], flow.records());
    }
    for (int unit = 0; unit < units; unit++) {
      add(unit, amounts[unit], records[unit], prices, heads);
    }
  }

  private static long[] plus(long[] sums, long[] terms) {
    if (sums == null) {
      return terms.clone();
    }
    RatioGroup.add(sums, terms);
    return sums;
  }

  private void add(int unit, long[] amounts, long[] records, double[] prices, double[] heads) {
    int[] years = params.windows().years();
    for (int y = 0; amounts != null && y < years.length; y++) {
      if (params.absent() == Absent.ZERO || records[y] > 0) {
        double offset = StrictMath.log(heads[y]);
        rows.add(new Row(unit, years[y], amounts[y] / prices[y], offset));
      }
    }
  }

  /** The fit of a shape; refuses as {@link Ppml} and {@link SegmentedSeries} do. */
  Fit fit(SegmentedSeries.Shape shape) {
    SegmentedSeries series =
        new SegmentedSeries(column(row -> (double) row.year), params.windows().afterFrom());
    return Ppml.from(series.terms(design(), shape), independence());
  }

  /** Against the comparison group. */
  private Fit compared() {
    needsContrast();
    double[] treated =
        column(row -> row.compared() || !params.windows().after(row.year) ? 0.0 : 1.0);
    return Ppml.from(
        design().regressor(SegmentedSeries.POST, treated).effect(Factor.of("year", years())),
        independence());
  }

  private void needsContrast() {
    boolean none = rows.stream().noneMatch(Row::compared);
    if (none || rows.stream().allMatch(Row::compared)) {
      throw new NotEstimable(
          none ? NotEstimable.Reason.NO_CONTROL : NotEstimable.Reason.NO_CONTRAST);
    }
  }

  /** Every year since the last earlier one, and before it, against the comparison group. */
  EventStudy eventStudy() {
    needsContrast();
    Windows windows = params.windows();
    int from = windows.beforeTo() + 1;
    int[] first = rows.stream().mapToInt(row -> row.compared() ? EventStudy.NEVER : from).toArray();
    return new EventStudy(years(), first, windows.beforeFrom() - from, windows.afterTo() - from);
  }

  /** The fit of an event study of these rows. */
  Fit fit(EventStudy study) {
    Design design = study.terms(design()).effect(Factor.of("year", years()));
    return Ppml.from(design, independence());
  }

  private int[] years() {
    return rows.stream().mapToInt(Row::year).toArray();
  }

  /**
   * Means as if each year had the same share of every unit, near those of every shape; where that
   * is nothing, an even share.
   */
  private double[] independence() {
    double[] units = new double[2 * group.clusters().size()];
    TreeMap<Integer, Double> years = new TreeMap<>();
    double total = 0;
    for (Row row : rows) {
      units[row.unit] += row.value;
      years.merge(row.year, row.value, Double::sum);
      total += row.value;
    }
    double[] means = new double[rows.size()];
    for (int i = 0; i < means.length; i++) {
      double mean = units[rows.get(i).unit] * years.get(rows.get(i).year) / total;
      means[i] = mean > 0 ? mean : Math.max(1, total) / means.length;
    }
    return means;
  }

  private Design design() {
    if (rows.isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.NO_DATA);
    }
    return Design.of(column(Row::value))
        .offset(column(Row::offset))
        .effect(Factor.of("unit", rows.stream().mapToInt(Row::unit).toArray()));
  }

  Factor clusters() {
    if (clusters == null) {
      clusters = Factor.of("cluster", rows.stream().mapToInt(Row::cluster).toArray());
    }
    return clusters;
  }

  Multiple trendAdjusted() {
    return multiple(() -> fit(SegmentedSeries.Shape.TREND));
  }

  Multiple differenceInDifferences() {
    return multiple(this::compared);
  }

  private Multiple multiple(java.util.function.Supplier<Fit> fit) {
    return Multiple.orStatus(
        () -> {
          Fit found = fit.get();
          return multiple(found, SegmentedSeries.POST, cr1(found));
        },
        group.clusters().size());
  }

  /** Empty where clusters are few. */
  Optional<Covariance> cr1(Fit fit) {
    return isClustered(fit) ? Optional.of(fit.covariance(Vcov.cr1(clusters()))) : Optional.empty();
  }

  /** e^β of a term with the interval of this variance, guarded where clusters are few. */
  Multiple multiple(Fit fit, String term, Optional<Covariance> variance) {
    int at = fit.names().indexOf(term);
    if (at < 0) {
      return Multiple.undefined(Status.COLLINEAR, group.clusters().size());
    }
    double value = StrictMath.exp(fit.coefficient(at));
    if (variance.isEmpty()) {
      int used = usedClusters(fit);
      return new Multiple(
          value, Status.OK, null, null, fewClusters(used), "ppml", used, flags(fit));
    }
    Covariance v = variance.get();
    if (!(v.standardError(at) > 0)) {
      return new Multiple(
          value, Status.OK, null, null, Status.SINGULAR_VCOV, v.method(), v.clusters(), flags(fit));
    }
    Interval log = v.interval(at, params.confidence());
    return new Multiple(
        value,
        Status.OK,
        v.standardError(at),
        new Interval(StrictMath.exp(log.low()), StrictMath.exp(log.high())),
        Status.OK,
        "ppml " + v.method() + " t(" + (v.clusters() - 1) + ")",
        v.clusters(),
        flags(fit));
  }

  /** Why there is no interval. */
  static Status fewClusters(int used) {
    return used < 2 ? Status.SINGLE_CLUSTER : Status.TOO_FEW_CLUSTERS;
  }

  private int usedClusters(Fit fit) {
    return fit.levels(clusters());
  }

  /** Whether there are clusters enough for an interval. */
  boolean isClustered(Fit fit) {
    return usedClusters(fit) >= ENOUGH_CLUSTERS;
  }

  private TreeSet<String> flags(Fit fit) {
    TreeSet<String> flags = EstimateRows.flags(fit);
    if (group.below() == Assignment.BELOW) {
      flags.add(Status.CLUSTER_BELOW_ASSIGNMENT.name());
    }
    return flags;
  }

  private double[] column(Function<Row, Double> of) {
    return rows.stream().mapToDouble(of::apply).toArray();
  }
}
