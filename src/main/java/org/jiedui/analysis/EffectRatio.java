package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/**
 * By how much did the later total exceed the earlier one, for the nation and each unit, under each
 * convention? Spark makes exact yearly sums; the formulas run on the driver in key order.
 */
public final class EffectRatio {
  /** Cells (series × years) brought to the driver unless a study says otherwise. */
  public static final long CELL_BUDGET = 20_000_000;

  private EffectRatio() {}

  /** What it means that a recipient has no record in a year. */
  public enum Absent {
    ZERO,
    MISSING,
    UNDECLARED
  }

  /**
   * What is asked.
   *
   * @param measures kind of every indicator that may stand in the panel
   * @param declared every donor–recipient link of the windows: its clusters count also without flow
   * @param deflator price index of a year, base year 1
   * @param population heads of a recipient and year; empty when not given
   * @param breaks recipients whose population is counted in two ways inside the windows
   * @param districts recipients that became districts inside the windows
   * @param confidence of the intervals, such as 0.95
   * @param periods totals over several years, of which the panel holds nothing
   */
  public record Params(
      Windows windows,
      Absent absent,
      Map<String, Measure> measures,
      Places places,
      Set<Link> declared,
      IntFunction<OptionalDouble> deflator,
      Map<String, Map<Integer, Double>> population,
      Set<String> breaks,
      Set<String> districts,
      double confidence,
      ReferenceDistribution reference,
      long cellBudget,
      List<PeriodTotal> periods) {

    /** No names, no declared links, no prices, no population; 0.95, t. */
    public static Params of(Windows windows, Absent absent, Map<String, Measure> measures) {
      return new Params(
          windows,
          absent,
          measures,
          Places.BY_CODE,
          Set.of(),
          year -> OptionalDouble.empty(),
          Map.of(),
          Set.of(),
          Set.of(),
          0.95,
          ReferenceDistribution.T,
          CELL_BUDGET,
          List.of());
    }

    public Params places(Places named, Set<Link> links) {
      return with(
          draft -> {
            draft.places = named;
            draft.declared = links;
          });
    }

    public Params within(Windows other, Absent meaning) {
      return with(
          draft -> {
            draft.windows = other;
            draft.absent = meaning;
          });
    }

    public Params prices(IntFunction<OptionalDouble> index) {
      return with(draft -> draft.deflator = index);
    }

    public Params population(Map<String, Map<Integer, Double>> heads) {
      return with(draft -> draft.population = heads);
    }

    /** The recipients whose series are not of one kind throughout the windows. */
    public Params changes(Set<String> definitions, Set<String> madeDistricts) {
      return with(
          draft -> {
            draft.breaks = definitions;
            draft.districts = madeDistricts;
          });
    }

    public Params intervals(double level, ReferenceDistribution distribution) {
      return with(
          draft -> {
            draft.confidence = level;
            draft.reference = distribution;
          });
    }

    public Params cellBudget(long cells) {
      return with(draft -> draft.cellBudget = cells);
    }

    /** With totals over several years beside the panel. */
    public Params periods(List<PeriodTotal> totals) {
      return with(draft -> draft.periods = List.copyOf(totals));
    }

    private Params with(Consumer<Draft> change) {
      Draft draft = new Draft(this);
      change.accept(draft);
      return draft.params();
    }

    /** The same while some of it changes. */
    private static final class Draft {
      private Windows windows;
      private Absent absent;
      private final Map<String, Measure> measures;
      private Places places;
      private Set<Link> declared;
      private IntFunction<OptionalDouble> deflator;
      private Map<String, Map<Integer, Double>> population;
      private Set<String> breaks;
      private Set<String> districts;
      private double confidence;
      private ReferenceDistribution reference;
      private long cellBudget;
      private List<PeriodTotal> periods;

      Draft(Params from) {
        windows = from.windows;
        absent = from.absent;
        measures = from.measures;
        places = from.places;
        declared = from.declared;
        deflator = from.deflator;
        population = from.population;
        breaks = from.breaks;
        districts = from.districts;
        confidence = from.confidence;
        reference = from.reference;
        cellBudget = from.cellBudget;
        periods = from.periods;
      }

      Params params() {
        return new Params(
            windows,
            absent,
            measures,
            places,
            declared,
            deflator,
            population,
            breaks,
            districts,
            confidence,
            reference,
            cellBudget,
            periods);
      }
    }
  }

  /** Table {@code effect_ratio}; every problem of the request is told at once. */
  public static Frame of(Dataset<Row> panel, Params params) {
    return of(totals(panel, params), params);
  }

  /** Exact yearly totals of every series in the windows. */
  static List<Series> totals(Dataset<Row> panel, Params params) {
    List<Problem> problems = new ArrayList<>(params.windows().problems());
    if (params.absent() == Absent.UNDECLARED) {
      problems.add(undeclared());
    }
    problems.addAll(PanelTotals.problems(panel.schema()));
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return PanelTotals.of(panel, params.windows().years(), params.cellBudget());
  }

  static Frame of(List<Series> series, Params params) {
    return ofGroups(groups(series, params), params);
  }

  /** Groups of every level; refuses indicators that are not declared. */
  static List<RatioGroup> groups(List<Series> series, Params params) {
    InputException.throwIfAny(ExitCode.INPUT, unknownIndicators(series, params));
    return RatioGroups.of(series, params, EnumSet.allOf(EffectLevel.class));
  }

  static Frame ofGroups(List<RatioGroup> groups, Params params) {
    List<Object[]> rows = new ArrayList<>();
    for (RatioGroup group : groups) {
      for (Convention convention : Convention.values()) {
        EffectRatioCells.of(group, convention, params).ifPresent(rows::add);
      }
    }
    return Frame.of("effect_ratio", EffectRatioRow.values(), rows);
  }

  private static List<Problem> unknownIndicators(List<Series> series, Params params) {
    Set<String> known = params.measures().keySet();
    TreeSet<String> unknown = new TreeSet<>();
    series.forEach(s -> unknown.add(s.indicator()));
    unknown.removeAll(known);
    return unknown.stream().map(indicator -> unknown(indicator, known)).toList();
  }

  private static Problem unknown(String indicator, Set<String> known) {
    Problem problem =
        Problem.error(
                "INDICATOR_UNKNOWN",
                Text.of("面板中有未声明的指标:" + indicator, "undeclared indicator in panel: " + indicator))
            .expected("下列之一:" + new TreeSet<>(known), "one of " + new TreeSet<>(known));
    return Closest.to(indicator, known)
        .map(near -> problem.fix("是否应为 " + near, "did you mean " + near))
        .orElse(problem);
  }

  private static Problem undeclared() {
    return Problem.error(
            "UNDECLARED_ABSENCE",
            Text.of("没有声明“无记录”是零还是缺失", "not declared what no record in a year means"))
        .because("年均倍数随此不同", "the annual multiple depends on it")
        .fix(
            "声明 absent = zero(无记录即无流量)或 missing(无记录即不详)",
            "declare absent = zero (no record, no flow) or missing (no record, not known)");
  }
}
