package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Fit;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SegmentedSeries;
import org.jiedui.stats.SegmentedSeries.Shape;
import org.jiedui.stats.Vcov;
import org.jiedui.stats.WildClusterBootstrap;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** Segmented regressions of the flows of nation, provinces and pairs. */
final class TrendTable {
  private static final Set<EffectLevel> LEVELS =
      Set.of(
          EffectLevel.NATION,
          EffectLevel.DONOR_PROVINCE,
          EffectLevel.RECIPIENT_PROVINCE,
          EffectLevel.PAIR);

  private final RatioGroup group;
  private final Params params;
  private final long seed;
  private final List<Object[]> rows = new ArrayList<>();

  private TrendTable(RatioGroup group, Params params, long seed) {
    this.group = group;
    this.params = params;
    this.seed = seed;
  }

  static Frame of(List<RatioGroup> groups, Params params, long seed) {
    List<RatioGroup> wanted =
        groups.stream().filter(g -> LEVELS.contains(g.key().unit().level())).toList();
    List<Object[]> rows =
        EffectTables.rows(wanted, group -> new TrendTable(group, params, seed).rows());
    return Frame.of("effect_trend", EffectTrendRow.values(), rows);
  }

  private List<Object[]> rows() {
    rows("nominal", Optional.of(YearlySides.nominal(params)));
    if (EffectTables.isMoney(group, params)) {
      rows("real", YearlySides.prices(params));
    }
    return rows;
  }

  private void rows(String prices, Optional<double[]> index) {
    for (Shape shape : Shape.values()) {
      if (group.hasPeriods()) {
        refused(prices, shape, Status.PERIOD_TOTAL);
      } else if (index.isEmpty()) {
        refused(prices, shape, Status.DEFLATOR_GAP);
      } else {
        rows(prices, shape, index.get());
      }
    }
  }

  private void rows(String prices, Shape shape, double[] index) {
    FlowModel model = new FlowModel(group, params, index, YearlySides.nominal(params), Set.of());
    try {
      Fit fit = model.fit(shape);
      Optional<Covariance> cr1 = model.cr1(fit);
      Optional<Covariance> cv3 = cr1.isPresent() ? jackknife(fit, model) : Optional.empty();
      for (String term : fit.names()) {
        EffectTables.Cells cells = cells(prices, shape, term);
        if (term.equals(SegmentedSeries.POST) && cr1.isPresent()) {
          cells.put(EffectTrendRow.P_VALUE_WILD, wild(fit, model, prices + "." + shape));
        }
        rows.add(row(cells, fit.names().indexOf(term), model.multiple(fit, term, cr1), fit, cv3));
      }
      fit.dropped().collinear().forEach(term -> refused(prices, shape, term, Status.COLLINEAR));
    } catch (NotEstimable refused) {
      refused(prices, shape, Status.valueOf(refused.reason().name()));
    }
  }

  private void refused(String prices, Shape shape, Status why) {
    refused(prices, shape, SegmentedSeries.POST, why);
  }

  private void refused(String prices, Shape shape, String term, Status why) {
    Multiple none = Multiple.undefined(why, group.clusters().size());
    rows.add(cells(prices, shape, term).multiple(none).row());
  }

  private static Object[] row(
      EffectTables.Cells cells, int at, Multiple found, Fit fit, Optional<Covariance> cv3) {
    cells.put(EffectTrendRow.COEFFICIENT, fit.coefficient(at)).multiple(found);
    if (found.interval() != null) {
      double t = fit.coefficient(at) / found.logError();
      cells
          .put(EffectTrendRow.STD_ERROR, found.logError())
          .put(EffectTrendRow.P_VALUE, ReferenceDistribution.twoSided(t, found.clusters() - 1))
          .put(EffectTrendRow.STD_ERROR_CV3, cv3.map(v -> v.standardError(at)).orElse(null));
    }
    return cells.row();
  }

  /** Of the nation only; empty where a fit without one cluster does not exist. */
  private Optional<Covariance> jackknife(Fit fit, FlowModel model) {
    if (group.key().unit().level() != EffectLevel.NATION) {
      return Optional.empty();
    }
    try {
      return Optional.of(fit.covariance(Vcov.cv3(model.clusters())));
    } catch (NotEstimable refused) {
      return Optional.empty();
    }
  }

  /** Of the nation while clusters are few; null where the restricted fit does not exist. */
  private Double wild(Fit fit, FlowModel model, String purpose) {
    if (group.key().unit().level() != EffectLevel.NATION
        || fit.levels(model.clusters()) > WildClusterBootstrap.FEW_CLUSTERS) {
      return null;
    }
    SeedSequence seeds =
        new SeedSequence(seed, "wild.effect_trend." + group.key().flow() + "." + purpose);
    try {
      return WildClusterBootstrap.of(
              fit, SegmentedSeries.POST, model.clusters(), seeds, params.confidence())
          .p();
    } catch (NotEstimable refused) {
      return null;
    }
  }

  private EffectTables.Cells cells(String prices, Shape shape, String term) {
    return new EffectTables.Cells(EffectTrendRow.values())
        .unit(group.key().unit(), params.places())
        .flow(group.key(), params.windows().rule())
        .put(EffectTrendRow.PRICES, prices)
        .put(EffectTrendRow.SHAPE, shape.name().toLowerCase(Locale.ROOT))
        .put(EffectTrendRow.TERM, term);
  }
}
