package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.jiedui.analysis.RegionSlice.Weighting;
import org.jiedui.stats.Dispersion;
import org.jiedui.stats.MarkovChain;
import org.jiedui.stats.Quantile;
import org.jiedui.stats.Standardise;
import org.jiedui.stats.TransitionHomogeneity;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.ConvergenceRow;
import org.jiedui.table.ConvergenceTransitionRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * Do regions come closer to each other? By their spread (σ), by the growth of the poorer (β,
 * absolute and given the zone), and by moves between classes of relative level (Markov), the two
 * windows held against each other.
 *
 * <p>Regions count once each. Classes are cut at the pooled quantiles of value over the year's
 * mean. Source: Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223–251; Quah
 * (1993), European Economic Review 37, 426–434.
 */
public final class Convergence {
  private Convergence() {}

  /** The tables {@code convergence} and {@code convergence_transition}. */
  public record Result(Frame convergence, Frame transition) {}

  /** From the table {@code region_year}. */
  public static Result of(Frame regionYear, InequalityParams params) {
    return of(RegionValue.of(regionYear), params);
  }

  /** The same from values at hand, in any order. */
  public static Result of(List<RegionValue> values, InequalityParams params) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> moves = new ArrayList<>();
    for (String indicator : params.indicators()) {
      RegionLevels levels = RegionLevels.of(values, List.of(indicator, params.population()));
      List<RegionSlice> years = RegionSlice.of(levels, params, Weighting.NONE);
      sigma(indicator, years, rows);
      beta(indicator, years, params, rows);
      markov(indicator, years, params, rows, moves);
    }
    return new Result(
        Frame.of("convergence", ConvergenceRow.values(), rows),
        Frame.of("convergence_transition", ConvergenceTransitionRow.values(), moves));
  }

  private static void sigma(String indicator, List<RegionSlice> years, List<Object[]> rows) {
    SimpleRegression trend = new SimpleRegression();
    for (RegionSlice year : years) {
      String period = Integer.toString(year.year());
      OptionalDouble logs = deviationOfLogs(year.values());
      OptionalDouble cv = Dispersion.coefficientOfVariation(year.values());
      logs.ifPresent(value -> trend.addData(year.year(), value));
      Status why = InequalityMeasure.absence(year.values());
      int units = year.values().size();
      Status few = units < 2 ? Status.SMALL_N : why;
      rows.add(row(indicator, "sigma_log", period, logs, few, "sd_sample", units));
      rows.add(row(indicator, "sigma_cv", period, cv, why, "cv_population", units));
    }
    if (!years.isEmpty()) {
      rows.add(trend(indicator, years, trend));
    }
  }

  /** Slope of the standard deviation of logs over the years. */
  private static Object[] trend(String indicator, List<RegionSlice> years, SimpleRegression trend) {
    boolean enough = trend.getN() >= 3;
    return new Object[] {
      indicator,
      "sigma_trend",
      span(years),
      enough ? (Double) trend.getSlope() : null,
      (enough ? Status.OK : Status.TOO_SHORT).name(),
      enough ? (Double) trend.getSlopeStdErr() : null,
      enough && trend.getSlopeStdErr() > 0 ? (Double) trend.getSignificance() : null,
      "ols_iid;years=" + trend.getN(),
      null,
      null,
      "",
      years.get(years.size() - 1).values().size()
    };
  }

  private static OptionalDouble deviationOfLogs(WeightedValues x) {
    if (x.size() < 2 || !(x.smallest() > 0)) {
      return OptionalDouble.empty();
    }
    double[][] logs = new double[x.size()][1];
    for (int i = 0; i < logs.length; i++) {
      logs[i][0] = StrictMath.log(x.values()[i]);
    }
    return OptionalDouble.of(Standardise.of(logs).deviation()[0]);
  }

  private static Object[] row(
      String indicator,
      String kind,
      String period,
      OptionalDouble value,
      Status absence,
      String method,
      int units) {
    return new Object[] {
      indicator,
      kind,
      period,
      value.isPresent() ? (Double) value.getAsDouble() : null,
      (value.isPresent() ? Status.OK : absence).name(),
      null,
      null,
      method,
      null,
      null,
      "",
      units
    };
  }

  /** Growth between the first and the last year of all years and of each window. */
  private static void beta(
      String indicator, List<RegionSlice> years, InequalityParams params, List<Object[]> rows) {
    for (List<RegionSlice> period :
        List.of(years, in(years, params.before()), in(years, params.after()))) {
      if (period.size() >= 2) {
        RegionSlice first = period.get(0);
        RegionSlice last = period.get(period.size() - 1);
        rows.add(Growth.between(first, last).row(indicator, span(period), Growth.Given.NOTHING));
        rows.add(Growth.between(first, last).row(indicator, span(period), Growth.Given.ZONE));
      }
    }
  }

  private static List<RegionSlice> in(List<RegionSlice> years, GapParams.Years window) {
    return years.stream().filter(year -> window.contains(year.year())).toList();
  }

  private static String span(List<RegionSlice> years) {
    return years.get(0).year() + "-" + years.get(years.size() - 1).year();
  }

  private static void markov(
      String indicator,
      List<RegionSlice> years,
      InequalityParams params,
      List<Object[]> rows,
      List<Object[]> moves) {
    double[] relative =
        years.stream().flatMapToDouble(year -> Arrays.stream(relative(year))).toArray();
    if (relative.length == 0) {
      return;
    }
    double[] cuts =
        IntStream.range(1, params.classes())
            .mapToDouble(k -> Quantile.of(relative, k / (double) params.classes()))
            .toArray();
    Map<String, MarkovChain> chains = new TreeMap<>();
    chains.put("all", chain(years, cuts));
    chains.put("before", chain(in(years, params.before()), cuts));
    chains.put("after", chain(in(years, params.after()), cuts));
    chains.forEach((period, chain) -> moves.addAll(Transitions.of(indicator, period, chain, cuts)));
    rows.add(equality(indicator, years, chains));
  }

  private static Object[] equality(
      String indicator, List<RegionSlice> years, Map<String, MarkovChain> chains) {
    TransitionHomogeneity test =
        TransitionHomogeneity.of(List.of(chains.get("before"), chains.get("after")));
    OptionalDouble p = test.p();
    return new Object[] {
      indicator,
      "markov_equality",
      span(years),
      p.isPresent() ? (Double) test.statistic() : null,
      (p.isPresent() ? Status.OK : Status.NO_DF).name(),
      null,
      p.isPresent() ? (Double) p.getAsDouble() : null,
      "lr_chi2;df=" + test.degreesOfFreedom(),
      null,
      null,
      "",
      years.get(years.size() - 1).values().size()
    };
  }

  private static double[] relative(RegionSlice year) {
    double mean = year.values().size() == 0 ? 0 : year.values().mean();
    return mean > 0
        ? Arrays.stream(year.values().values()).map(x -> x / mean).toArray()
        : new double[0];
  }

  /** Moves from each year to the next one in the calendar. */
  private static MarkovChain chain(List<RegionSlice> years, double[] cuts) {
    Map<String, int[]> sequences = new TreeMap<>();
    for (RegionSlice year : years) {
      double[] relative = relative(year);
      int at = year.year() - years.get(0).year();
      int length = years.get(years.size() - 1).year() - years.get(0).year() + 1;
      for (int i = 0; i < relative.length; i++) {
        int[] sequence =
            sequences.computeIfAbsent(
                year.regions().get(i), r -> IntStream.generate(() -> -1).limit(length).toArray());
        sequence[at] = MarkovChain.classOf(relative[i], cuts);
      }
    }
    return MarkovChain.of(sequences.values().toArray(int[][]::new), cuts.length + 1);
  }
}
