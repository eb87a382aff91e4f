package org.jiedui.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.analysis.EstimateRows.Line;
import org.jiedui.analysis.PanelDesign.Family;
import org.jiedui.analysis.PanelDesign.Rows;
import org.jiedui.stats.EntryExit;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.PairedTest;
import org.jiedui.stats.RateRatio;
import org.jiedui.stats.RatioBootstrap;
import org.jiedui.stats.RatioOfTotals;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.UnitRatios;
import org.jiedui.table.Status;

/** The later total over the earlier one, with every interval, and what it is made of. */
final class RatioEstimates {
  private static final ReferenceDistribution T = ReferenceDistribution.T;
  private static final int SMALL = 10;

  private final PanelDesign design;
  private final Rows rows;
  private final EstimateRows found;
  private final double[][] clusters;
  private final double[][] units;
  private final int yearsBefore;
  private final int yearsAfter;

  RatioEstimates(PanelDesign design, Rows rows, EstimateRows found) {
    this.design = design;
    this.rows = rows;
    this.found = found;
    List<String> by =
        design.clusters().isEmpty() || design.clusters().get(0).equals(PanelDesign.UNIT)
            ? rows.unit()
            : rows.labels().get(design.clusters().get(0));
    this.clusters = sums(Factor.of("cluster", by));
    this.units = sums(Factor.of("unit", rows.unit()));
    this.yearsBefore = years(false);
    this.yearsAfter = years(true);
  }

  private boolean isAfter(int row) {
    return rows.time()[row] >= design.after().orElseThrow();
  }

  private double[][] sums(Factor by) {
    double[][] sums = new double[2][by.levels()];
    for (int row = 0; row < rows.size(); row++) {
      sums[isAfter(row) ? 1 : 0][by.code(row)] += rows.value()[row];
    }
    return sums;
  }

  private int years(boolean after) {
    TreeSet<Integer> years = new TreeSet<>();
    IntStream.range(0, rows.size())
        .filter(row -> isAfter(row) == after)
        .forEach(row -> years.add(rows.time()[row]));
    return years.size();
  }

  void fill() {
    if (yearsBefore == 0 || yearsAfter == 0) {
      throw new NotEstimable(NotEstimable.Reason.NO_DATA);
    }
    Optional<RatioOfTotals> ratio = RatioOfTotals.of(clusters[0], clusters[1]);
    if (ratio.isEmpty()) {
      undefined();
      return;
    }
    intervals(ratio.get());
    double factor = (double) yearsBefore / yearsAfter;
    annual(ratio.get(), factor);
    if (design.family() == Family.POISSON) {
      counts();
    }
    typicalUnit();
  }

  private void undefined() {
    double before = java.util.Arrays.stream(clusters[0]).sum();
    double after = java.util.Arrays.stream(clusters[1]).sum();
    Status why = EffectRatioCells.withoutBase(EffectLevel.NATION, before, after);
    found.add(line("ratio_total", null, "log_delta").status(why));
  }

  private Line line(String term, Double value, String method) {
    return Line.of(term, value, rows.size(), method).clusters(clusters[0].length);
  }

  private void intervals(RatioOfTotals ratio) {
    int active =
        (int)
            IntStream.range(0, clusters[0].length)
                .filter(g -> clusters[0][g] != 0 || clusters[1][g] != 0)
                .count();
    Status guard = EffectRatioCells.guard(ratio.ratio(), ratio.clusters(), active);
    double level = design.confidence();
    boolean ok = guard == Status.OK;
    double t = logStatistic(ratio);
    delta("ratio_total", ratio, 1, guard, t);
    other(
        ratio,
        "fieller",
        OptionalDouble.empty(),
        ok ? ratio.fieller(level, T) : Optional.empty(),
        ok ? Status.FIELLER_UNBOUNDED : guard);
    other(
        ratio,
        "jackknife (SE of ln R)",
        ratio.jackknifeLogStandardError(),
        ratio.jackknifeLog(level, T),
        guard);
    bootstrap(ratio, guard);
  }

  private double logStatistic(RatioOfTotals ratio) {
    OptionalDouble error = ratio.logStandardError();
    return error.isPresent() && error.getAsDouble() > 0
        ? StrictMath.log(ratio.ratio()) / error.getAsDouble()
        : 0;
  }

  private void delta(String term, RatioOfTotals ratio, double factor, Status guard, double t) {
    double value = ratio.ratio() * factor;
    Line line = line(term, value, "log_delta t(" + (ratio.clusters() - 1) + ")");
    if (guard != Status.OK) {
      found.add(line.status(guard));
      return;
    }
    double error = ratio.standardError().orElseThrow() * factor;
    Interval interval = ratio.logDelta(design.confidence(), T).orElseThrow();
    found.add(
        line.inference(error, t, p(t, ratio.clusters() - 1), Multiple.scaled(interval, factor)));
    if (factor == 1) {
      Interval log = new Interval(StrictMath.log(interval.low()), StrictMath.log(interval.high()));
      found.add(
          line("ln_ratio_total", StrictMath.log(value), line.method())
              .inference(
                  ratio.logStandardError().orElseThrow(), t, p(t, ratio.clusters() - 1), log));
    }
  }

  private static double p(double t, int df) {
    return ReferenceDistribution.twoSided(t, df);
  }

  private void annual(RatioOfTotals ratio, double factor) {
    int active = clusters[0].length;
    Status guard = EffectRatioCells.guard(ratio.ratio(), ratio.clusters(), active);
    double t =
        ratio.logStandardError().isPresent() && ratio.logStandardError().getAsDouble() > 0
            ? StrictMath.log(ratio.ratio() * factor) / ratio.logStandardError().getAsDouble()
            : 0;
    if (factor != 1) {
      delta("ratio_annual", ratio, factor, guard, t);
    }
  }

  private void other(
      RatioOfTotals ratio,
      String method,
      OptionalDouble error,
      Optional<Interval> interval,
      Status otherwise) {
    Line line = line("ratio_total", ratio.ratio(), method);
    found.add(
        interval.isPresent()
            ? line.inference(
                error.isPresent() ? error.getAsDouble() : null, null, null, interval.get())
            : line.status(otherwise));
  }

  private void bootstrap(RatioOfTotals ratio, Status guard) {
    if (guard != Status.OK || ratio.clusters() < RatioBootstrap.LEAST_CLUSTERS) {
      Status why = guard == Status.OK ? Status.TOO_FEW_CLUSTERS : guard;
      found.add(line("ratio_total", ratio.ratio(), "bootstrap").status(why));
      return;
    }
    SeedSequence seeds = new SeedSequence(design.seed(), "boot.effect_ratio");
    double[][][] one = {clusters};
    double[] drawn =
        IntStream.range(0, RatioBootstrap.REPLICATES)
            .parallel()
            .mapToDouble(r -> RatioBootstrap.replicate(one, seeds.seed(r))[0])
            .toArray();
    RatioBootstrap bootstrap = RatioBootstrap.of(ratio, drawn);
    String draws = " B=" + drawn.length;
    OptionalDouble none = OptionalDouble.empty();
    Optional<Interval> percentile = bootstrap.percentile(design.confidence());
    other(ratio, "percentile" + draws, none, percentile, Status.BOOT_UNSTABLE);
    Optional<Interval> bca = bootstrap.bca(design.confidence());
    other(ratio, "bca" + draws, none, bca, Status.BOOT_UNSTABLE);
  }

  /** Independent events: exact given their total. */
  private void counts() {
    long before = Math.round(java.util.Arrays.stream(clusters[0]).sum());
    long after = Math.round(java.util.Arrays.stream(clusters[1]).sum());
    RateRatio rate = new RateRatio(before, yearsBefore, after, yearsAfter);
    Line line = line("rate_ratio", rate.ratio(), "conditional exact");
    found.add(
        rate.interval(design.confidence())
            .map(interval -> line.inference(null, null, rate.p(), interval))
            .orElse(line.status(Status.ZERO_BASE)));
  }

  private void typicalUnit() {
    Optional<UnitRatios> typical = UnitRatios.of(units[0], units[1]);
    Optional<EntryExit> parts = EntryExit.of(units[0], units[1]);
    if (typical.isEmpty() || parts.isEmpty()) {
      found.add(line("unit_mean", null, null).status(Status.NO_CONTINUING_UNITS));
      return;
    }
    unit("unit_mean", typical.get().mean(), typical.get().units());
    unit("unit_geometric_mean", typical.get().geometricMean(), typical.get().units());
    unit("unit_median", typical.get().median(), typical.get().units());
    unit("unit_min", typical.get().low(), typical.get().units());
    unit("unit_max", typical.get().high(), typical.get().units());
    unit("unit_share_above_1", typical.get().shareAbove(), typical.get().units());
    unit("ratio_continuing", parts.get().ratio(), parts.get().continuing());
    unit("factor_exit", parts.get().exit(), parts.get().leaving());
    unit("factor_entry", parts.get().entry(), parts.get().entering());
    double[] before = annual(units[0], yearsBefore);
    double[] after = annual(units[1], yearsAfter);
    test("paired_t", PairedTest.t(before, after));
    test("signed_rank", PairedTest.signedRank(before, after));
  }

  private static double[] annual(double[] totals, int years) {
    return java.util.Arrays.stream(totals).map(total -> total / years).toArray();
  }

  private void unit(String term, double value, int units) {
    found.add(Line.of(term, value, units, "units"));
  }

  private void test(String term, Optional<PairedTest> test) {
    if (test.isEmpty()) {
      found.add(Line.of(term, null, 0, "annual values of units").status(Status.NO_CONTRAST));
      return;
    }
    PairedTest done = test.get();
    found.add(
        Line.of(term, null, done.pairs(), "annual values of units")
            .inference(null, done.statistic(), done.p(), null)
            .flags(done.pairs() < SMALL ? Status.SMALL_N.name() : ""));
  }
}
