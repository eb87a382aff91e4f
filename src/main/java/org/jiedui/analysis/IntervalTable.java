package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jiedui.analysis.EffectRatio.Params;
import org.jiedui.stats.Interval;
import org.jiedui.stats.RateRatio;
import org.jiedui.stats.RatioBootstrap;
import org.jiedui.stats.RatioOfTotals;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SimulatedCoverage;
import org.jiedui.table.EffectIntervalRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * The interval of each multiple of totals of nation and provinces, by every method that is offered
 * at its number of clusters. Replicates are drawn by tasks, one seed each.
 */
final class IntervalTable {
  private static final Set<EffectLevel> LEVELS =
      Set.of(EffectLevel.NATION, EffectLevel.DONOR_PROVINCE, EffectLevel.RECIPIENT_PROVINCE);
  private static final String PURPOSE = "boot.effect_ratio";
  private static final int CHUNK = 500;

  private final Params params;
  private final List<Object[]> rows = new ArrayList<>();

  private IntervalTable(Params params) {
    this.params = params;
  }

  private record Asked(RatioGroup group, RatioSides sides, RatioOfTotals ratio, Status guard) {
    double[][] totals() {
      return new double[][] {sides.clustersBefore(), sides.clustersAfter()};
    }

    boolean isDrawn() {
      return guard == Status.OK && ratio.clusters() >= RatioBootstrap.LEAST_CLUSTERS;
    }
  }

  static Frame of(List<RatioGroup> groups, Params params, Replicates replicates, long seed) {
    IntervalTable table = new IntervalTable(params);
    List<Asked> asked =
        groups.stream()
            .filter(group -> LEVELS.contains(group.key().unit().level()))
            .flatMap(group -> table.asked(group).stream())
            .toList();
    List<Asked> drawn = asked.stream().filter(Asked::isDrawn).toList();
    List<double[]> ratios = draw(drawn, replicates, seed);
    int next = 0;
    for (Asked one : asked) {
      table.rows(one, one.isDrawn() ? column(ratios, next++) : null);
    }
    return Frame.of("effect_interval", EffectIntervalRow.values(), table.rows);
  }

  private Optional<Asked> asked(RatioGroup group) {
    return RatioSides.of(group, Convention.TOTAL, params)
        .flatMap(
            sides ->
                RatioOfTotals.of(sides.clustersBefore(), sides.clustersAfter())
                    .map(ratio -> new Asked(group, sides, ratio, guard(ratio, sides))));
  }

  private static Status guard(RatioOfTotals ratio, RatioSides sides) {
    int active = EffectRatioCells.active(sides);
    return EffectRatioCells.guard(ratio.ratio(), ratio.clusters(), active);
  }

  /** One array a replicate, one place a ratio; in the order of replicates. */
  private static List<double[]> draw(List<Asked> asked, Replicates replicates, long seed) {
    if (asked.isEmpty()) {
      return List.of();
    }
    double[][][] totals = asked.stream().map(Asked::totals).toArray(double[][][]::new);
    int chunks = (RatioBootstrap.REPLICATES + CHUNK - 1) / CHUNK;
    List<double[][]> drawn = replicates.run(chunks, chunk -> chunk(totals, seed, chunk));
    return drawn.stream().flatMap(Arrays::stream).toList();
  }

  private static double[][] chunk(double[][][] totals, long master, int chunk) {
    SeedSequence seeds = new SeedSequence(master, PURPOSE);
    int from = chunk * CHUNK;
    double[][] ratios = new double[Math.min(CHUNK, RatioBootstrap.REPLICATES - from)][];
    for (int r = 0; r < ratios.length; r++) {
      ratios[r] = RatioBootstrap.replicate(totals, seeds.seed(from + (long) r));
    }
    return ratios;
  }

  private static double[] column(List<double[]> ratios, int at) {
    return ratios.stream().mapToDouble(row -> row[at]).toArray();
  }

  private void rows(Asked one, double[] replicates) {
    double level = params.confidence();
    RatioOfTotals ratio = one.ratio();
    boolean offered = one.guard() == Status.OK;
    row(
        one,
        "log_delta",
        ratio.logStandardError(),
        offered ? ratio.logDelta(level, params.reference()) : Optional.empty(),
        one.guard());
    row(
        one,
        "fieller",
        OptionalDouble.empty(),
        offered ? ratio.fieller(level, params.reference()) : Optional.empty(),
        offered ? Status.FIELLER_UNBOUNDED : one.guard());
    row(
        one,
        "jackknife",
        ratio.jackknifeLogStandardError(),
        ratio.jackknifeLog(level, params.reference()),
        offered ? Status.ZERO_BASE : one.guard());
    bootstrap(one, replicates);
    counts(one);
  }

  private void bootstrap(Asked one, double[] replicates) {
    Status none = one.guard() == Status.OK ? Status.TOO_FEW_CLUSTERS : one.guard();
    if (replicates == null) {
      row(one, "percentile", OptionalDouble.empty(), Optional.empty(), none);
      row(one, "bca", OptionalDouble.empty(), Optional.empty(), none);
      return;
    }
    RatioBootstrap drawn = RatioBootstrap.of(one.ratio(), replicates);
    Optional<Interval> percentile = drawn.percentile(params.confidence());
    Optional<Interval> bca = drawn.bca(params.confidence());
    for (String method : List.of("percentile", "bca")) {
      Optional<Interval> found = method.equals("bca") ? bca : percentile;
      rows.add(
          cells(one, method, OptionalDouble.empty(), found, Status.BOOT_UNSTABLE)
              .put(EffectIntervalRow.REPLICATES, replicates.length)
              .put(EffectIntervalRow.UNDEFINED, drawn.undefined())
              .row());
    }
  }

  /** Counts of persons and events also have the interval of independent events. */
  private void counts(Asked one) {
    double before = one.sides().before();
    double after = one.sides().after();
    boolean isCount = !EffectTables.isMoney(one.group(), params);
    if (isCount && before >= 0 && after >= 0 && before + after < Integer.MAX_VALUE) {
      RateRatio rate = new RateRatio(Math.round(before), 1, Math.round(after), 1);
      row(
          one,
          "conditional",
          OptionalDouble.empty(),
          rate.interval(params.confidence()),
          Status.ZERO_BASE);
    }
  }

  private void row(
      Asked one, String method, OptionalDouble error, Optional<Interval> found, Status otherwise) {
    rows.add(cells(one, method, error, found, otherwise).row());
  }

  private EffectTables.Cells cells(
      Asked one, String method, OptionalDouble error, Optional<Interval> found, Status otherwise) {
    boolean known = found.isPresent() && error.isPresent();
    return new EffectTables.Cells(EffectIntervalRow.values())
        .unit(one.group().key().unit(), params.places())
        .flow(one.group().key(), params.windows().rule())
        .put(EffectIntervalRow.METHOD, method)
        .put(EffectIntervalRow.RATIO, one.ratio().ratio())
        .put(EffectIntervalRow.STD_ERROR_LOG, known ? error.getAsDouble() : null)
        .put(EffectIntervalRow.CI_LOW, found.map(Interval::low).orElse(null))
        .put(EffectIntervalRow.CI_HIGH, found.map(Interval::high).orElse(null))
        .put(EffectIntervalRow.CI_STATUS, (found.isPresent() ? Status.OK : otherwise).name())
        .put(
            EffectIntervalRow.COVERAGE_SIMULATED,
            found.isPresent() ? simulated(method, one.ratio().clusters()) : null)
        .put(EffectIntervalRow.CLUSTERS, one.ratio().clusters())
        .put(EffectIntervalRow.ACTIVE, EffectRatioCells.active(one.sides()));
  }

  /** Of 95 % intervals; null at other levels and for methods that are not simulated. */
  private Double simulated(String method, int clusters) {
    return params.confidence() == SimulatedCoverage.LEVEL
        ? SimulatedCoverage.of(method).map(share -> share.at(clusters)).orElse(null)
        : null;
  }
}
