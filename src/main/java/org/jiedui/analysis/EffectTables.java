package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.PlaceboCuts;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * What did the later years change, under every convention? The multiples with the intervals of each
 * method, their values beside a trend and beside a comparison group, what they are made of, and how
 * they rank among years in which nothing happened. Spark sums; everything else runs in key order.
 */
public final class EffectTables {
  private final List<Series> series;
  private final int[] have;
  private final Params params;
  private final Set<String> comparison;

  /**
   * One frame a table.
   *
   * @param ratio effect_ratio
   * @param interval effect_interval
   * @param convention effect_convention
   * @param trend effect_trend
   * @param decomposition effect_decomposition
   * @param placebo effect_placebo
   * @param placeboUnit effect_placebo_unit
   * @param event effect_event
   */
  public record Result(
      Frame ratio,
      Frame interval,
      Frame convention,
      Frame trend,
      Frame decomposition,
      Frame placebo,
      Frame placeboUnit,
      Frame event) {
    public List<Frame> all() {
      return List.of(
          ratio, interval, convention, trend, decomposition, placebo, placeboUnit, event);
    }
  }

  EffectTables(List<Series> series, Params params, Set<String> comparison) {
    this.series = series;
    this.have = params.windows().years();
    this.params = params;
    this.comparison = Comparison.recipients(comparison, series, params.places());
  }

  /**
   * Everything.
   *
   * @param comparison recipients that the change did not reach, or the prefectures and provinces
   *     they make up; none gives NO_CONTROL
   * @param seed of the replicates
   */
  public static Result of(Dataset<Row> panel, Params params, Set<String> comparison, long seed) {
    EffectTables tables = new EffectTables(EffectRatio.totals(panel, params), params, comparison);
    return tables.result(Replicates.onCluster(panel.sparkSession()), seed);
  }

  Result result(Replicates replicates, long seed) {
    List<RatioGroup> groups = EffectRatio.groups(series, params);
    List<RatioGroup> national = EffectLevel.NATION.of(groups);
    return new Result(
        EffectRatio.ofGroups(groups, params),
        IntervalTable.of(groups, params, replicates, seed),
        ConventionTable.of(this),
        TrendTable.of(groups, params, seed),
        DecompositionTable.of(national, params),
        PlaceboTable.of(national, params),
        PlaceboUnitTable.of(national, params, comparison),
        EventTable.of(national, params, comparison, seed));
  }

  Params params() {
    return params;
  }

  Set<String> comparison() {
    return comparison;
  }

  /** Groups of the nation in other windows. */
  List<RatioGroup> national(Windows windows) {
    List<Series> sliced = series.stream().map(one -> one.only(have, windows.years())).toList();
    return RatioGroups.of(sliced, params, Set.of(EffectLevel.NATION));
  }

  /** Whether years of these windows were summed. */
  boolean covers(Windows windows) {
    return Arrays.stream(windows.years()).allMatch(y -> Arrays.binarySearch(have, y) >= 0);
  }

  /** Prices of each study year; empty where one is missing, 1 for nominal values. */
  static Optional<double[]> prices(boolean real, Params params) {
    return real ? YearlySides.prices(params) : Optional.of(YearlySides.nominal(params));
  }

  static boolean isMoney(RatioGroup group, Params params) {
    return params.measures().get(group.key().indicator()).kind() == Measure.Kind.MONEY;
  }

  /** Heads of all recipients in each study year; empty where one is missing. */
  static Optional<double[]> heads(RatioGroup group, Params params) {
    int[] years = params.windows().years();
    CompensatedSum[] sums = new CompensatedSum[years.length];
    Arrays.setAll(sums, y -> new CompensatedSum());
    for (String recipient : group.recipients()) {
      Map<Integer, Double> byYear = params.population().getOrDefault(recipient, Map.of());
      for (int y = 0; y < years.length; y++) {
        Double heads = byYear.get(years[y]);
        if (heads == null || !(heads > 0)) {
          return Optional.empty();
        }
        sums[y].add(heads);
      }
    }
    return group.recipients().isEmpty()
        ? Optional.empty()
        : Optional.of(Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray());
  }

  /** One row in the order of an enum of fields, filled by name. */
  static final class Cells {
    private final Object[] row;
    private final Field[] fields;

    Cells(Field[] fields) {
      this.fields = fields;
      this.row = new Object[fields.length];
    }

    Cells put(Enum<?> field, Object value) {
      row[field.ordinal()] = value;
      return this;
    }

    /** The parts of a flow, under the names that every table of effects gives them. */
    Cells flow(RatioGroup.Key key, String rule) {
      return put("INDICATOR", key.indicator())
          .put("DIRECTION", key.direction())
          .put("FORM", key.form())
          .put("STATUS", key.status())
          .put("BOUNDARY_RULE", rule);
    }

    Cells unit(EffectLevel.Unit unit, Places places) {
      return put("LEVEL", unit.level().code())
          .put("UNIT_CODE", unit.code())
          .put("DONOR_CODE", unit.donor())
          .put("UNIT_NAME", unit.name(places));
    }

    /**
     * Rank of the actual multiple among placebos that have one.
     *
     * @param count name of the column that counts them
     * @param tooFew where there are too few of them for a rank
     */
    Cells rank(String count, Multiple found, Collection<Multiple> placebos, Status tooFew) {
      double[] logs =
          placebos.stream()
              .filter(Multiple::hasLog)
              .mapToDouble(m -> StrictMath.log(m.value()))
              .toArray();
      put(count, logs.length);
      if (!found.hasLog()) {
        Status why = found.value() == null ? found.status() : Status.EXITED_UNIT;
        return put("P_STATUS", why.name());
      }
      try {
        PlaceboCuts ranked = PlaceboCuts.of(StrictMath.log(found.value()), logs);
        return put("RANK", ranked.rank())
            .put("P_VALUE", ranked.p())
            .put("P_STATUS", Status.OK.name());
      } catch (NotEstimable refused) {
        return put("P_STATUS", tooFew.name());
      }
    }

    /** A multiple with its interval and codes. */
    Cells multiple(Multiple found) {
      return put("ESTIMATE", found.value())
          .put("ESTIMATE_STATUS", found.status().name())
          .put("CI_LOW", found.low())
          .put("CI_HIGH", found.high())
          .put("CI_STATUS", found.intervalStatus().name())
          .put("CI_METHOD", found.method())
          .put("CLUSTERS", found.clusters())
          .put("FLAGS", String.join(";", found.flags()));
    }

    private Cells put(String name, Object value) {
      for (int i = 0; i < fields.length; i++) {
        if (fields[i].name().equals(name)) {
          row[i] = value;
        }
      }
      return this;
    }

    Object[] row() {
      return row;
    }
  }

  /** Rows of groups, made in parallel and put together in their order. */
  static List<Object[]> rows(
      List<RatioGroup> groups, java.util.function.Function<RatioGroup, List<Object[]>> of) {
    List<List<Object[]>> each = groups.parallelStream().map(of).toList();
    List<Object[]> rows = new ArrayList<>();
    each.forEach(rows::addAll);
    return rows;
  }
}
