package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.analysis.Specification.Adjustment;
import org.jiedui.analysis.Specification.Entrants;
import org.jiedui.analysis.Specification.Prices;
import org.jiedui.analysis.Specification.Scale;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** Every multiple that a sentence about a national flow could mean. */
final class ConventionTable {
  /** The policy counts from a date; yearly records do not carry one. */
  private static final String BY_DATE = "D";

  private final EffectTables tables;
  private final Params study;

  private ConventionTable(EffectTables tables) {
    this.tables = tables;
    this.study = tables.params();
  }

  static Frame of(EffectTables tables) {
    ConventionTable table = new ConventionTable(tables);
    List<Object[]> rows = new ArrayList<>();
    for (String rule : table.rules()) {
      List<RatioGroup> national = tables.national(table.windows(rule));
      for (Absent absent : List.of(Absent.ZERO, Absent.MISSING)) {
        rows.addAll(table.rows(national, rule, absent));
      }
    }
    rows.addAll(table.byDate());
    return Frame.of("effect_convention", EffectConventionRow.values(), rows);
  }

  /**
   * A, B and N where the study has their years; rule C and others only when they are the study's.
   */
  private Set<String> rules() {
    TreeSet<String> rules = new TreeSet<>(Set.of(study.windows().rule()));
    for (String rule : List.of("A", "B", "N")) {
      if (tables.covers(Windows.named(rule))) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private Windows windows(String rule) {
    return rule.equals(study.windows().rule()) ? study.windows() : Windows.named(rule);
  }

  private List<Object[]> rows(List<RatioGroup> national, String rule, Absent absent) {
    Params params = study.within(windows(rule), absent);
    return EffectTables.rows(national, group -> rows(group, params, rule));
  }

  private List<Object[]> rows(RatioGroup group, Params params, String rule) {
    List<Object[]> rows = new ArrayList<>();
    RatioGroup continuing = group.without(entrants(group, params));
    for (Scale scale : Scale.values()) {
      for (Prices prices : prices(group, params)) {
        for (Entrants entrants : Entrants.values()) {
          for (Adjustment adjustment : Adjustment.values()) {
            Specification asked =
                new Specification(scale, prices, rule, entrants, params.absent(), adjustment);
            if (asked.isAdmissible(study.absent())) {
              RatioGroup of = entrants == Entrants.IN ? group : continuing;
              rows.add(row(group, asked, multiple(of, params, asked)));
            }
          }
        }
      }
    }
    return rows;
  }

  private static List<Prices> prices(RatioGroup group, Params params) {
    return EffectTables.isMoney(group, params) ? List.of(Prices.values()) : List.of(Prices.NOMINAL);
  }

  private static Set<String> entrants(RatioGroup group, Params params) {
    Map<String, Long> before = group.totals(params.windows(), Side.BEFORE);
    Set<String> entering = new TreeSet<>();
    new TreeMap<>(before)
        .forEach(
            (recipient, sum) -> {
              if (sum == 0) {
                entering.add(recipient);
              }
            });
    return entering;
  }

  private Multiple multiple(RatioGroup group, Params params, Specification asked) {
    int clusters = group.clusters().size();
    boolean yearly = asked.prices() == Prices.REAL || asked.adjustment() != Adjustment.NAIVE;
    if (yearly && group.hasPeriods()) {
      return Multiple.undefined(Status.PERIOD_TOTAL, clusters);
    }
    Optional<double[]> prices = EffectTables.prices(asked.prices() == Prices.REAL, params);
    if (prices.isEmpty()) {
      return Multiple.undefined(Status.DEFLATOR_GAP, clusters);
    }
    Optional<double[]> heads =
        asked.scale() == Scale.PER_HEAD
            ? EffectTables.heads(group, params)
            : Optional.of(YearlySides.nominal(params));
    if (heads.isEmpty()) {
      return Multiple.undefined(Status.NO_DATA, clusters);
    }
    if (asked.adjustment() == Adjustment.NAIVE) {
      return naive(group, params, asked);
    }
    if (asked.adjustment() == Adjustment.DID && tables.comparison().isEmpty()) {
      return Multiple.undefined(Status.NO_CONTROL, clusters);
    }
    FlowModel model = new FlowModel(group, params, prices.get(), heads.get(), tables.comparison());
    return asked.adjustment() == Adjustment.TREND
        ? model.trendAdjusted()
        : model.differenceInDifferences();
  }

  private Multiple naive(RatioGroup group, Params params, Specification asked) {
    boolean real = asked.prices() == Prices.REAL;
    Convention convention =
        asked.scale() == Scale.ANNUAL
            ? (real ? Convention.REAL_ANNUAL : Convention.ANNUAL)
            : (real ? Convention.REAL : Convention.TOTAL);
    Optional<RatioSides> sides = RatioSides.of(group, convention, params);
    if (sides.isEmpty()) {
      return Multiple.undefined(Status.NO_CONTINUING_UNITS, group.clusters().size());
    }
    double perHead =
        asked.scale() == Scale.PER_HEAD
            ? RatioSides.of(group, Convention.PER_HEAD, params).orElseThrow().factor()
            : 1;
    Multiple found =
        Multiple.of(
            sides.get(), sides.get().factor() * perHead, group.key().unit().level(), params);
    return group.hasPeriods() ? found.flagged(List.of(Status.PERIOD_TOTAL.name())) : found;
  }

  private List<Object[]> byDate() {
    return EffectTables.rows(
        tables.national(study.windows()),
        group -> {
          List<Object[]> rows = new ArrayList<>();
          for (Scale scale : Scale.values()) {
            for (Prices prices : prices(group, study)) {
              Specification asked =
                  new Specification(
                      scale, prices, BY_DATE, Entrants.IN, study.absent(), Adjustment.NAIVE);
              int clusters = group.clusters().size();
              rows.add(row(group, asked, Multiple.undefined(Status.NEEDS_DATES, clusters)));
            }
          }
          return rows;
        });
  }

  private static Object[] row(RatioGroup group, Specification asked, Multiple found) {
    return new EffectTables.Cells(EffectConventionRow.values())
        .flow(group.key(), asked.rule())
        .put(EffectConventionRow.SCALE, Specification.code(asked.scale()))
        .put(EffectConventionRow.PRICES, Specification.code(asked.prices()))
        .put(EffectConventionRow.ENTRANTS, Specification.code(asked.entrants()))
        .put(EffectConventionRow.ABSENT, Specification.code(asked.absent()))
        .put(EffectConventionRow.ADJUSTMENT, Specification.code(asked.adjustment()))
        .put(EffectConventionRow.STD_ERROR_LOG, found.logError())
        .multiple(found)
        .row();
  }
}
