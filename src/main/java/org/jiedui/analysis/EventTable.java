package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.EventStudy;
import org.jiedui.stats.Fit;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.WildClusterBootstrap;
import org.jiedui.stats.WildWaldTest;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * Did flows to the recipients that the change reached part from those to the comparison group, and
 * not before it?
 *
 * <p>Poisson regression with effects of units and years and one coefficient for each year but the
 * last earlier one; prices cancel, since they are the same for both in a year. The pre-trend test
 * takes the years just before the reference: with as many years as clusters a joint test of all of
 * them rejects too often, and with few clusters F does even so, where the wild bootstrap does not.
 */
final class EventTable {
  /** Years before the reference that the joint test takes. */
  private static final int TESTED_YEARS = 5;

  private final RatioGroup group;
  private final Params params;
  private final Set<String> comparison;
  private final long seed;
  private final List<Object[]> rows = new ArrayList<>();

  private EventTable(RatioGroup group, Params params, Set<String> comparison, long seed) {
    this.group = group;
    this.params = params;
    this.comparison = comparison;
    this.seed = seed;
  }

  static Frame of(List<RatioGroup> national, Params params, Set<String> comparison, long seed) {
    List<Object[]> rows =
        EffectTables.rows(
            national, group -> new EventTable(group, params, comparison, seed).rows());
    return Frame.of("effect_event", EffectEventRow.values(), rows);
  }

  private List<Object[]> rows() {
    try {
      estimate();
    } catch (NotEstimable refused) {
      refused(Status.valueOf(refused.reason().name()));
    }
    return rows;
  }

  private void estimate() {
    if (group.hasPeriods()) {
      refused(Status.PERIOD_TOTAL);
      return;
    }
    double[] ones = YearlySides.nominal(params);
    FlowModel model = new FlowModel(group, params, ones, ones, comparison);
    EventStudy study = model.eventStudy();
    Fit fit = model.fit(study);
    Optional<Covariance> variance = model.cr1(fit);
    for (int year : params.windows().years()) {
      if (year == reference()) {
        rows.add(reference(model, fit, study, variance).row());
      } else {
        rows.add(year(model, fit, year, study.name(year - reference() - 1), variance).row());
      }
    }
  }

  private int reference() {
    return params.windows().beforeTo();
  }

  private EffectTables.Cells year(
      FlowModel model, Fit fit, int year, String term, Optional<Covariance> variance) {
    Multiple found = model.multiple(fit, term, variance);
    EffectTables.Cells cells = cells(year).multiple(found);
    if (found.value() != null) {
      cells.put(EffectEventRow.COEFFICIENT, fit.coefficient(term).orElseThrow());
    }
    if (found.interval() != null) {
      double t = fit.coefficient(term).orElseThrow() / found.logError();
      cells
          .put(EffectEventRow.STD_ERROR, found.logError())
          .put(EffectEventRow.P_VALUE, ReferenceDistribution.twoSided(t, found.clusters() - 1));
    }
    return cells;
  }

  /** 1 by definition, with the joint test of the years before it. */
  private EffectTables.Cells reference(
      FlowModel model, Fit fit, EventStudy study, Optional<Covariance> variance) {
    int clusters = fit.levels(model.clusters());
    EffectTables.Cells cells =
        cells(reference())
            .multiple(Multiple.point(1, clusters))
            .put(EffectEventRow.COEFFICIENT, 0.0);
    if (variance.isEmpty()) {
      return cells.put(EffectEventRow.PRE_STATUS, FlowModel.fewClusters(clusters).name());
    }
    try {
      Covariance.Joint joint = variance.get().joint(tested(study));
      return cells
          .put(EffectEventRow.PRE_P_WILD, wild(model, fit, tested(study)))
          .put(EffectEventRow.PRE_YEARS, joint.q())
          .put(EffectEventRow.PRE_F, joint.f())
          .put(EffectEventRow.PRE_P, joint.p())
          .put(EffectEventRow.PRE_STATUS, Status.OK.name());
    } catch (NotEstimable refused) {
      return cells.put(EffectEventRow.PRE_STATUS, refused.reason().name());
    }
  }

  /** Null with many clusters, and where the restricted fit does not exist. */
  private Double wild(FlowModel model, Fit fit, List<String> tested) {
    if (fit.levels(model.clusters()) > WildClusterBootstrap.FEW_CLUSTERS) {
      return null;
    }
    SeedSequence seeds = new SeedSequence(seed, "wild.effect_event." + group.key().flow());
    try {
      return WildWaldTest.of(fit, tested, model.clusters(), seeds).p();
    } catch (NotEstimable refused) {
      return null;
    }
  }

  private List<String> tested(EventStudy study) {
    return IntStream.range(reference() - TESTED_YEARS, reference())
        .filter(year -> params.windows().before(year))
        .mapToObj(year -> study.name(year - reference() - 1))
        .toList();
  }

  private void refused(Status why) {
    Multiple none = Multiple.undefined(why, group.clusters().size());
    rows.add(cells(reference()).multiple(none).put(EffectEventRow.PRE_STATUS, why.name()).row());
  }

  private EffectTables.Cells cells(int year) {
    String kind =
        year == reference() ? "reference" : params.windows().after(year) ? "after" : "before";
    return new EffectTables.Cells(EffectEventRow.values())
        .flow(group.key(), params.windows().rule())
        .put(EffectEventRow.YEAR, year)
        .put(EffectEventRow.KIND, kind);
  }
}
