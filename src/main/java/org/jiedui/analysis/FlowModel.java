package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.analysis.RatioGroup.Assignment;
import org.jiedui.analysis.RatioGroup.Flow;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Design;
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

  private record Row(int cluster, boolean compared, int year, double value, double offset) {}

  /**
   * @param prices of each study year, 1 for nominal values
   * @param heads of each study year for flows per head, else 1
   * @param comparison recipients that the change did not reach
   */
  FlowModel(
      RatioGroup group, Params params, double[] prices, double[] heads, Set<String> comparison) {
    this.group = group;
    this.params = params;
    int[] years = params.windows().years();
    for (int cluster = 0; cluster < group.clusters().size(); cluster++) {
      add(cluster, false, years, prices, heads, comparison);
      add(cluster, true, years, prices, heads, comparison);
    }
  }

  private void add(
      int cluster,
      boolean compared,
      int[] years,
      double[] prices,
      double[] heads,
      Set<String> comparison) {
    long[] amounts = new long[years.length];
    long[] records = new long[years.length];
    boolean any = false;
    for (Flow flow : group.links()) {
      if (flow.cluster() == cluster && comparison.contains(flow.link().recipient()) == compared) {
        RatioGroup.add(amounts, flow.amounts());
        RatioGroup.add(records, flow.records());
        any = true;
      }
    }
    for (int y = 0; any && y < years.length; y++) {
      if (params.absent() == Absent.ZERO || records[y] > 0) {
        double offset = StrictMath.log(heads[y]);
        rows.add(new Row(cluster, compared, years[y], amounts[y] / prices[y], offset));
      }
    }
  }

  /** The fit of a shape; refuses as {@link Ppml} and {@link SegmentedSeries} do. */
  Fit fit(SegmentedSeries.Shape shape) {
    SegmentedSeries series =
        new SegmentedSeries(column(row -> (double) row.year), params.windows().afterFrom());
    return Ppml.fit(series.terms(design(), shape));
  }

  /** Against the comparison group. */
  private Fit compared() {
    boolean none = rows.stream().noneMatch(Row::compared);
    if (none || rows.stream().allMatch(Row::compared)) {
      throw new NotEstimable(
          none ? NotEstimable.Reason.NO_CONTROL : NotEstimable.Reason.NO_CONTRAST);
    }
    double[] treated = column(row -> row.compared || !params.windows().after(row.year) ? 0.0 : 1.0);
    int[] years = rows.stream().mapToInt(Row::year).toArray();
    return Ppml.fit(
        design().regressor(SegmentedSeries.POST, treated).effect(Factor.of("year", years)));
  }

  private Design design() {
    if (rows.isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.NO_DATA);
    }
    int[] unit = rows.stream().mapToInt(r -> 2 * r.cluster + (r.compared ? 1 : 0)).toArray();
    return Design.of(column(Row::value))
        .offset(column(Row::offset))
        .effect(Factor.of("unit", unit));
  }

  Factor clusters() {
    return Factor.of("cluster", rows.stream().mapToInt(Row::cluster).toArray());
  }

  Multiple trendAdjusted() {
    return multiple(() -> fit(SegmentedSeries.Shape.TREND));
  }

  Multiple differenceInDifferences() {
    return multiple(this::compared);
  }

  private Multiple multiple(java.util.function.Supplier<Fit> fit) {
    return Multiple.orStatus(
        () -> multiple(fit.get(), SegmentedSeries.POST), group.clusters().size());
  }

  /** e^β of a term with its interval, guarded where clusters are few. */
  Multiple multiple(Fit fit, String term) {
    int at = fit.names().indexOf(term);
    if (at < 0) {
      return Multiple.undefined(Status.COLLINEAR, group.clusters().size());
    }
    int used = usedClusters(fit);
    Status guard =
        used < 2
            ? Status.SINGLE_CLUSTER
            : used < ENOUGH_CLUSTERS ? Status.TOO_FEW_CLUSTERS : Status.OK;
    double value = StrictMath.exp(fit.coefficient(at));
    if (guard != Status.OK) {
      return new Multiple(value, Status.OK, null, null, guard, "ppml", used, flags(fit));
    }
    Covariance v = fit.covariance(Vcov.cr1(clusters()));
    if (!(v.standardError(at) > 0)) {
      return new Multiple(
          value, Status.OK, null, null, Status.SINGULAR_VCOV, v.method(), used, flags(fit));
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

  int usedClusters(Fit fit) {
    return fit.levels(clusters());
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
