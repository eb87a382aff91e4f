package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jiedui.analysis.GapPanel.Cell;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.stats.CriticWeights;
import org.jiedui.stats.EntropyWeights;
import org.jiedui.stats.MinMax;
import org.jiedui.stats.OutlierTreatment;
import org.jiedui.table.Status;

/**
 * The frozen yardstick of an index: goalposts, treatment and weight of every indicator.
 *
 * @param goalposts one per indicator, in its own unit
 * @param treatments one per indicator
 * @param base normalised recipients of the base years that have every indicator that varies
 * @param weights sum to 1; 0 for an indicator that is constant or has no data
 * @param statuses OK, CONSTANT or NO_DATA
 */
record GapScale(
    List<MinMax> goalposts,
    List<OutlierTreatment> treatments,
    double[][] base,
    double[] weights,
    List<Status> statuses) {

  static GapScale of(GapPanel panel, GapParams params) {
    List<Part> parts = params.parts();
    int count = parts.size();
    double[][] pools =
        IntStream.range(0, count)
            .mapToObj(j -> pool(panel, params, j, cell -> true))
            .toArray(double[][]::new);
    List<OutlierTreatment> treatments =
        IntStream.range(0, count)
            .mapToObj(j -> treatment(parts.get(j), pool(panel, params, j), pools[j], params))
            .toList();
    List<MinMax> goalposts =
        IntStream.range(0, count)
            .mapToObj(j -> goalposts(parts.get(j), treatments.get(j), pools[j]))
            .toList();
    List<Status> statuses =
        IntStream.range(0, count).mapToObj(j -> status(goalposts.get(j), pools[j])).toList();
    GapScale bare = new GapScale(goalposts, treatments, null, null, statuses);
    double[][] base = bare.base(panel, params);
    return new GapScale(goalposts, treatments, base, bare.weights(params, base), statuses);
  }

  double[] normalised(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(j -> normalised(j, values[j])).toArray();
  }

  private double normalised(int j, double value) {
    return Double.isNaN(value) ? value : yardstick(j).of(treatments.get(j).of(value));
  }

  /** Values as they are normalised, NaN where missing. */
  double[] treated(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(j -> treatments.get(j).of(values[j]))
        .toArray();
  }

  /** Goalposts of treated values. */
  MinMax yardstick(int j) {
    MinMax posts = goalposts.get(j);
    return treatments.get(j).kind() == OutlierTreatment.Kind.LOG
        ? new MinMax(StrictMath.log(posts.low()), StrictMath.log(posts.high()), posts.polarity())
        : posts;
  }

  boolean outside(int j, double value) {
    return statuses.get(j) == Status.OK && yardstick(j).outside(treatments.get(j).of(value));
  }

  /** Values of the recipients in the base years: what is screened. */
  static double[] pool(GapPanel panel, GapParams params, int j) {
    return pool(panel, params, j, Cell::isRecipient);
  }

  private static double[] pool(GapPanel panel, GapParams params, int j, Predicate<Cell> test) {
    return panel.cells().stream()
        .filter(test)
        .filter(cell -> params.baseYears().contains(cell.year()))
        .mapToDouble(cell -> cell.values()[j])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static OutlierTreatment treatment(
      Part part, double[] screened, double[] pool, GapParams params) {
    double lowest = Arrays.stream(pool).min().orElse(0);
    double post = part.goalposts().map(GapParams.Goalposts::low).orElse(lowest);
    return OutlierTreatment.of(screened, Math.min(lowest, post), params.choices().treatment());
  }

  private static MinMax goalposts(Part part, OutlierTreatment treatment, double[] pool) {
    if (part.goalposts().isPresent()) {
      return new MinMax(
          part.goalposts().get().low(), part.goalposts().get().high(), part.polarity());
    }
    boolean capped = treatment.kind() == OutlierTreatment.Kind.WINSORISE;
    double[] values = capped ? Arrays.stream(pool).map(treatment::of).toArray() : pool;
    return values.length == 0
        ? new MinMax(0, 0, part.polarity())
        : MinMax.pooled(values, part.polarity());
  }

  private static Status status(MinMax goalposts, double[] pool) {
    if (!goalposts.isConstant()) {
      return Status.OK;
    }
    return pool.length == 0 ? Status.NO_DATA : Status.CONSTANT;
  }

  private double[] weights(GapParams params, double[][] rows) {
    boolean[] constant = new boolean[statuses.size()];
    for (int j = 0; j < constant.length; j++) {
      constant[j] = statuses.get(j) != Status.OK;
    }
    return switch (params.weighting()) {
      case EQUAL -> CompositeIndex.equalWeights(constant);
      case FIXED -> fixed(params.parts(), constant);
      case ENTROPY -> or(EntropyWeights.of(rows).weights(), constant);
      case CRITIC -> or(CriticWeights.of(rows), constant);
    };
  }

  /** Without any complete row there is nothing to weigh by. */
  private static double[] or(double[] weights, boolean[] constant) {
    return weights.length == constant.length ? weights : new double[constant.length];
  }

  private static double[] fixed(List<Part> parts, boolean[] constant) {
    double[] weights = new double[constant.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = constant[j] ? 0 : parts.get(j).weight();
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> sum > 0 ? w / sum : 0).toArray();
  }

  private double[][] base(GapPanel panel, GapParams params) {
    return panel.cells().stream()
        .filter(Cell::isRecipient)
        .filter(cell -> params.baseYears().contains(cell.year()))
        .map(this::row)
        .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
        .toArray(double[][]::new);
  }

  private double[] row(Cell cell) {
    return IntStream.range(0, goalposts.size())
        .mapToDouble(j -> statuses.get(j) == Status.OK ? normalised(j, cell.values()[j]) : 0)
        .toArray();
  }
}
