package org.jiedui.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.analysis.EffectRatio.Absent;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.analysis.RatioGroup.Assignment;
import org.jiedui.analysis.RatioGroup.Flow;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.Interval;
import org.jiedui.stats.RatioOfTotals;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Status;

/** One row of {@code effect_ratio}: what is behind it, the multiple, its interval, its codes. */
final class EffectRatioCells {
  /** Fewer active clusters give no interval. */
  private static final int ENOUGH_CLUSTERS = 5;

  private final RatioGroup group;
  private final Convention convention;
  private final Params params;
  private final Object[] row = new Object[EffectRatioRow.values().length];
  private final TreeSet<String> flags = new TreeSet<>();

  private EffectRatioCells(RatioGroup group, Convention convention, Params params) {
    this.group = group;
    this.convention = convention;
    this.params = params;
  }

  /** Empty where the convention has no meaning: heads have no price, nobody gave a population. */
  static Optional<Object[]> of(RatioGroup group, Convention convention, Params params) {
    boolean money = params.measures().get(group.key().indicator()).kind() == Measure.Kind.MONEY;
    boolean counted = group.recipients().stream().anyMatch(params.population()::containsKey);
    if ((convention.isReal() && !money) || (convention == Convention.PER_HEAD && !counted)) {
      return Optional.empty();
    }
    return Optional.of(new EffectRatioCells(group, convention, params).fill());
  }

  private Object[] fill() {
    keys();
    long[] behind = behind();
    put(EffectRatioRow.CLUSTERS, group.clusters().size());
    if (group.negatives() > 0) {
      flags.add(Status.NEGATIVE_VALUE.name());
    }
    if (group.below() == Assignment.BELOW) {
      flags.add(Status.CLUSTER_BELOW_ASSIGNMENT.name());
    }
    changes();
    if (group.hasPeriods()) {
      flags.add(Status.PERIOD_TOTAL.name());
    }
    if (noData(behind)) {
      undefined(Status.NO_DATA);
    } else {
      RatioSides.of(group, convention, params).ifPresentOrElse(this::sides, this::incomplete);
    }
    put(EffectRatioRow.FLAGS, String.join(";", flags));
    return row;
  }

  /** A break concerns whatever holds the recipient; a district only its own row. */
  private void changes() {
    if (convention == Convention.PER_HEAD && isAmong(params.breaks())) {
      flags.add(Status.DEFINITION_BREAK.name());
    }
    if (group.key().unit().level() == EffectLevel.COUNTY && isAmong(params.districts())) {
      flags.add(Status.BECAME_DISTRICT.name());
    }
  }

  private boolean isAmong(Set<String> recipients) {
    return group.recipients().stream().anyMatch(recipients::contains);
  }

  private void keys() {
    RatioGroup.Key key = group.key();
    put(EffectRatioRow.LEVEL, key.unit().level().code());
    put(EffectRatioRow.UNIT_CODE, key.unit().code());
    put(EffectRatioRow.DONOR_CODE, key.unit().donor());
    put(EffectRatioRow.UNIT_NAME, key.unit().name(params.places()));
    put(EffectRatioRow.INDICATOR, key.indicator());
    put(EffectRatioRow.DIRECTION, key.direction());
    put(EffectRatioRow.FORM, key.form());
    put(EffectRatioRow.STATUS, key.status());
    put(EffectRatioRow.BOUNDARY_RULE, params.windows().rule());
    put(EffectRatioRow.CONVENTION, convention.code());
  }

  /** Records before and after; fills them and the years that have any. */
  private long[] behind() {
    long[] records = new long[2];
    int[] counted = new int[2];
    for (Side side : Side.values()) {
      records[side.ordinal()] = group.records(params.windows(), side);
      counted[side.ordinal()] = group.years(params.windows(), side);
    }
    put(EffectRatioRow.YEARS_BEFORE, counted[0]);
    put(EffectRatioRow.YEARS_AFTER, counted[1]);
    put(EffectRatioRow.RECORDS_BEFORE, records[0]);
    put(EffectRatioRow.RECORDS_AFTER, records[1]);
    return records;
  }

  /** Where no record means "not known", a side without records is no zero. */
  private boolean noData(long[] records) {
    if (params.absent() == Absent.MISSING) {
      missingYears();
      return records[0] == 0 || records[1] == 0;
    }
    return records[0] + records[1] == 0;
  }

  private void missingYears() {
    long missing = 0;
    for (Flow flow : group.links()) {
      for (int y = 0; y < flow.records().length; y++) {
        missing += flow.records()[y] == 0 && !flow.whole().covers(y) ? 1 : 0;
      }
    }
    if (missing > 0) {
      flags.add(Status.MISSING_YEARS.name() + "=" + missing);
    }
  }

  private void incomplete() {
    if (convention.isReal() && group.hasPeriods()) {
      undefined(Status.PERIOD_TOTAL);
    } else if (convention.isReal() && YearlySides.prices(params).isEmpty()) {
      undefined(Status.DEFLATOR_GAP);
    } else if (convention.isAnnual()) {
      undefined(Status.NO_CONTINUING_UNITS);
    } else {
      flags.add(Status.MISSING_YEARS.name());
      undefined(Status.NO_DATA);
    }
  }

  private void sides(RatioSides sides) {
    put(EffectRatioRow.BEFORE, sides.before());
    put(EffectRatioRow.AFTER, sides.after());
    put(EffectRatioRow.DIFFERENCE, sides.difference());
    double before = CompensatedSum.of(sides.clustersBefore());
    double after = CompensatedSum.of(sides.clustersAfter());
    if (before > 0) {
      ratio(sides, RatioOfTotals.of(sides.clustersBefore(), sides.clustersAfter()).orElseThrow());
    } else {
      undefined(withoutBase(group.key().unit().level(), before, after));
    }
  }

  static Status withoutBase(EffectLevel level, double before, double after) {
    if (before < 0) {
      return Status.NEGATIVE_BASE;
    }
    if (after == 0) {
      return Status.ALL_ZERO;
    }
    boolean entering = after > 0 && level != EffectLevel.NATION;
    return entering ? Status.NEW_UNIT : Status.ZERO_BASE;
  }

  private void ratio(RatioSides sides, RatioOfTotals totals) {
    double ratio = totals.ratio() * sides.factor();
    int active = active(sides);
    put(EffectRatioRow.RATIO, ratio);
    put(EffectRatioRow.RATIO_STATUS, Status.OK.name());
    put(EffectRatioRow.CI_METHOD, method(totals.clusters(), active));
    if (ratio == 0) {
      flags.add(Status.EXITED_UNIT.name());
    } else if (ratio < 0) {
      flags.add(Status.NEGATIVE_VALUE.name());
    }
    Status guard = guard(ratio, totals.clusters(), active);
    put(EffectRatioRow.CI_STATUS, guard.name());
    if (guard == Status.OK) {
      interval(totals, sides.factor());
    }
  }

  static Status guard(double ratio, int clusters, int active) {
    if (ratio <= 0) {
      return ratio == 0 ? Status.EXITED_UNIT : Status.NEGATIVE_VALUE;
    }
    if (clusters == 1 || active <= 1) {
      return Status.SINGLE_CLUSTER;
    }
    return active < ENOUGH_CLUSTERS ? Status.TOO_FEW_CLUSTERS : Status.OK;
  }

  private void interval(RatioOfTotals totals, double factor) {
    OptionalDouble error = totals.logStandardError();
    Interval interval = totals.logDelta(params.confidence(), params.reference()).orElseThrow();
    put(EffectRatioRow.STD_ERROR_LOG, error.orElseThrow());
    put(EffectRatioRow.CI_LOW, interval.low() * factor);
    put(EffectRatioRow.CI_HIGH, interval.high() * factor);
  }

  /**
   * Method, level, reference distribution with its degrees of freedom, clusters that have any flow.
   */
  private String method(int clusters, int active) {
    String reference =
        switch (params.reference()) {
          case T -> "t(" + (clusters - 1) + ")";
          case NORMAL -> "normal";
        };
    return "log_delta " + params.confidence() + " " + reference + " G/(G-1) active=" + active;
  }

  static int active(RatioSides sides) {
    int active = 0;
    for (int g = 0; g < sides.clustersBefore().length; g++) {
      active += sides.clustersBefore()[g] != 0 || sides.clustersAfter()[g] != 0 ? 1 : 0;
    }
    return active;
  }

  private void undefined(Status status) {
    put(EffectRatioRow.RATIO_STATUS, status.name());
    put(EffectRatioRow.CI_STATUS, status.name());
  }

  private void put(EffectRatioRow field, Object value) {
    row[field.ordinal()] = value;
  }
}
