package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jiedui.stats.GroupTimeEffects.Cell;

/**
 * Aggregates of group–time effects, weights from cohort sizes, with standard errors that allow for
 * the estimated weights, and simultaneous bands.
 *
 * <p>Simple: Σ p_g ATT(g,t)/Σ p_g over cells t ≥ g. Dynamic(e): the same over cells t − g = e,
 * overall the mean over e ≥ 0. Group(g): mean over t ≥ g, overall weighted by p_g. Calendar(t):
 * weighted over treated cohorts, overall the mean over t. Sup-t band: quantile of max |ψ* mean/SE|
 * over Mammen multipliers per cluster, never below the pointwise quantile of t with G − 1 degrees
 * of freedom.
 */
public final class GroupTimeSummary {
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;
  private static final double LIKELY = GOLDEN / Math.sqrt(5);

  private final GroupTimeEffects effects;

  GroupTimeSummary(GroupTimeEffects effects) {
    this.effects = effects;
  }

  /** A number with its influence function; name as tables hold it. */
  public record Estimate(String name, double value, double[] influence) {}

  /** Estimates and the one number they come down to. */
  public record Family(List<Estimate> members, Estimate overall) {}

  public List<Estimate> cells() {
    return effects.cells().stream()
        .map(
            c ->
                new Estimate("att(" + c.cohort() + "," + c.time() + ")", c.effect(), c.influence()))
        .toList();
  }

  public Estimate simple() {
    return weighted("simple", cellsWhere(c -> c.time() >= c.cohort()));
  }

  public Family dynamic() {
    int[] times =
        effects.cells().stream().mapToInt(c -> c.time() - c.cohort()).distinct().sorted().toArray();
    List<Estimate> members =
        each(
            times,
            e -> weighted("dynamic(" + e + ")", cellsWhere(c -> c.time() - c.cohort() == e)));
    List<Estimate> after = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      if (times[i] >= 0) {
        after.add(members.get(i));
      }
    }
    return new Family(members, mean("dynamic", after));
  }

  public Family group() {
    List<Estimate> members = new ArrayList<>();
    List<Cell> sizes = new ArrayList<>();
    for (int g : effects.cohorts()) {
      List<Cell> cells = cellsWhere(c -> c.cohort() == g && c.time() >= g);
      if (!cells.isEmpty()) {
        Estimate mean = mean("group(" + g + ")", cells.stream().map(this::estimate).toList());
        members.add(mean);
        Cell size = cells.get(0);
        sizes.add(new Cell(g, size.time(), mean.value(), mean.influence(), size.treated()));
      }
    }
    return new Family(members, weighted("group", sizes));
  }

  public Family calendar() {
    int[] times =
        cellsWhere(c -> c.time() >= c.cohort()).stream()
            .mapToInt(Cell::time)
            .distinct()
            .sorted()
            .toArray();
    List<Estimate> members =
        each(
            times,
            t ->
                weighted("calendar(" + t + ")", cellsWhere(c -> c.time() == t && c.cohort() <= t)));
    return new Family(members, mean("calendar", members));
  }

  /** √(Σ_clusters (Σ ψ)²)/n. */
  public double standardError(Estimate estimate) {
    double[] sums = clustered(estimate);
    CompensatedSum squares = new CompensatedSum();
    for (double sum : sums) {
      squares.add(sum * sum);
    }
    return Math.sqrt(squares.value()) / effects.units();
  }

  /** Clusters the influence functions are added up in. */
  public int clusters() {
    return effects.clusters().levels();
  }

  /** Half-width of the band in standard errors. */
  public double bandQuantile(List<Estimate> family, double level, SeedSequence seeds, int draws) {
    double[][] sums = family.stream().map(this::clustered).toArray(double[][]::new);
    double[] errors = family.stream().mapToDouble(this::standardError).toArray();
    double[] largest =
        IntStream.range(0, draws)
            .parallel()
            .mapToDouble(draw -> largest(sums, errors, seeds.generator(draw)))
            .toArray();
    double pointwise = Covariance.critical(level, clusters() - 1.0);
    return Math.max(pointwise, Quantile.of(largest, level));
  }

  private double largest(double[][] sums, double[] errors, SplitMix64 random) {
    double[] multipliers = new double[clusters()];
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = random.nextUniform() < LIKELY ? 1 - GOLDEN : GOLDEN;
    }
    double largest = 0;
    for (int k = 0; k < sums.length; k++) {
      double total = 0;
      for (int i = 0; i < multipliers.length; i++) {
        total += multipliers[i] * sums[k][i];
      }
      double error = errors[k] * effects.units();
      largest = error > 0 ? Math.max(largest, Math.abs(total) / error) : largest;
    }
    return largest;
  }

  private double[] clustered(Estimate estimate) {
    double[] sums = new double[clusters()];
    for (int i = 0; i < estimate.influence().length; i++) {
      sums[effects.clusters().code(i)] += estimate.influence()[i];
    }
    return sums;
  }

  private List<Cell> cellsWhere(Predicate<Cell> which) {
    return effects.cells().stream().filter(which).toList();
  }

  private Estimate estimate(Cell cell) {
    return new Estimate("", cell.effect(), cell.influence());
  }

  private static List<Estimate> each(int[] keys, IntFunction<Estimate> one) {
    return Arrays.stream(keys).mapToObj(one).toList();
  }

  private static Estimate mean(String name, List<Estimate> of) {
    if (of.isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTROL);
    }
    double[] influence = new double[of.get(0).influence().length];
    CompensatedSum sum = new CompensatedSum();
    for (Estimate estimate : of) {
      sum.add(estimate.value() / of.size());
      for (int i = 0; i < influence.length; i++) {
        influence[i] += estimate.influence()[i] / of.size();
      }
    }
    return new Estimate(name, sum.value(), influence);
  }

  /** By cohort size; the sizes are estimates too and their influence is added. */
  private Estimate weighted(String name, List<Cell> of) {
    if (of.isEmpty()) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTROL);
    }
    double n = effects.units();
    double total = of.stream().mapToDouble(c -> c.treated() / n).sum();
    double value = of.stream().mapToDouble(c -> c.treated() / n / total * c.effect()).sum();
    double[] influence = new double[effects.units()];
    for (Cell cell : of) {
      double share = cell.treated() / n;
      for (int i = 0; i < influence.length; i++) {
        double own = (effects.cohort()[i] == cell.cohort() ? 1 : 0) - share;
        influence[i] += share / total * cell.influence()[i] + own / total * (cell.effect() - value);
      }
    }
    return new Estimate(name, value, influence);
  }
}
