package org.jiedui.analysis;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.RatioOfTotals;
import org.jiedui.table.Status;

/**
 * A multiple with its interval, or the status that says why there is none.
 *
 * @param value null unless the status is OK
 * @param logError standard error of ln value; null with the interval
 * @param interval null unless the status of the interval is OK
 * @param clusters G of the interval; null where nothing was estimated
 */
record Multiple(
    Double value,
    Status status,
    Double logError,
    Interval interval,
    Status intervalStatus,
    String method,
    Integer clusters,
    TreeSet<String> flags) {

  static Multiple undefined(Status why, Integer clusters) {
    return new Multiple(null, why, null, null, why, null, clusters, new TreeSet<>());
  }

  /** A value for which no interval is made. */
  static Multiple point(double value, int clusters) {
    return new Multiple(value, Status.OK, null, null, Status.OK, null, clusters, new TreeSet<>());
  }

  /** What the estimator gives, or the status that its refusal stands for. */
  static Multiple orStatus(Supplier<Multiple> estimate, Integer clusters) {
    try {
      return estimate.get();
    } catch (NotEstimable refused) {
      return undefined(Status.valueOf(refused.reason().name()), clusters);
    }
  }

  /** Ratio of totals with its log-delta interval, times a constant factor. */
  static Multiple of(RatioSides sides, double factor, EffectLevel level, Params params) {
    Optional<RatioOfTotals> totals =
        RatioOfTotals.of(sides.clustersBefore(), sides.clustersAfter());
    int clusters = sides.clustersBefore().length;
    if (totals.isEmpty()) {
      double before = CompensatedSum.of(sides.clustersBefore());
      double after = CompensatedSum.of(sides.clustersAfter());
      return undefined(EffectRatioCells.withoutBase(level, before, after), clusters);
    }
    double ratio = totals.get().ratio() * factor;
    Status guard = EffectRatioCells.guard(ratio, clusters, EffectRatioCells.active(sides));
    Interval interval =
        guard == Status.OK
            ? scaled(
                totals.get().logDelta(params.confidence(), params.reference()).orElseThrow(),
                factor)
            : null;
    Double error = guard == Status.OK ? totals.get().logStandardError().orElseThrow() : null;
    return new Multiple(
        ratio, Status.OK, error, interval, guard, "log_delta", clusters, new TreeSet<>());
  }

  boolean hasLog() {
    return value != null && value > 0;
  }

  static Interval scaled(Interval interval, double factor) {
    return new Interval(interval.low() * factor, interval.high() * factor);
  }

  Multiple flagged(List<String> more) {
    TreeSet<String> all = new TreeSet<>(flags);
    all.addAll(more);
    return new Multiple(value, status, logError, interval, intervalStatus, method, clusters, all);
  }

  Double low() {
    return interval == null ? null : interval.low();
  }

  Double high() {
    return interval == null ? null : interval.high();
  }
}
