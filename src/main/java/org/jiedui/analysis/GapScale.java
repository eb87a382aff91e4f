package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.analysis.GapPanel.Cell;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.stats.EntropyWeights;
import org.jiedui.stats.MinMax;
import org.jiedui.table.Status;

/**
 * The frozen yardstick of an index: goalposts and weight of every indicator.
 *
 * @param goalposts one per indicator
 * @param weights sum to 1; 0 for an indicator that is constant or has no data
 * @param statuses OK, CONSTANT or NO_DATA
 */
record GapScale(List<MinMax> goalposts, double[] weights, List<Status> statuses) {

  static GapScale of(GapPanel panel, GapParams params) {
    int count = params.parts().size();
    double[][] pools =
        IntStream.range(0, count).mapToObj(j -> pool(panel, params, j)).toArray(double[][]::new);
    List<MinMax> goalposts =
        IntStream.range(0, count)
            .mapToObj(j -> goalposts(params.parts().get(j), pools[j]))
            .toList();
    List<Status> statuses =
        IntStream.range(0, count).mapToObj(j -> status(goalposts.get(j), pools[j])).toList();
    return new GapScale(goalposts, weights(panel, params, goalposts, statuses), statuses);
  }

  double[] normalised(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(j -> Double.isNaN(values[j]) ? Double.NaN : goalposts.get(j).of(values[j]))
        .toArray();
  }

  private static double[] pool(GapPanel panel, GapParams params, int j) {
    return panel.cells().stream()
        .filter(cell -> params.baseYears().contains(cell.year()))
        .mapToDouble(cell -> cell.values()[j])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static MinMax goalposts(Part part, double[] pool) {
    if (part.goalposts().isPresent()) {
      return new MinMax(
          part.goalposts().get().low(), part.goalposts().get().high(), part.polarity());
    }
    return pool.length == 0
        ? new MinMax(0, 0, part.polarity())
        : MinMax.pooled(pool, part.polarity());
  }

  private static Status status(MinMax goalposts, double[] pool) {
    if (!goalposts.isConstant()) {
      return Status.OK;
    }
    return pool.length == 0 ? Status.NO_DATA : Status.CONSTANT;
  }

  private static double[] weights(
      GapPanel panel, GapParams params, List<MinMax> goalposts, List<Status> statuses) {
    boolean[] constant = new boolean[statuses.size()];
    for (int j = 0; j < constant.length; j++) {
      constant[j] = statuses.get(j) != Status.OK;
    }
    return switch (params.weighting()) {
      case EQUAL -> CompositeIndex.equalWeights(constant);
      case FIXED -> fixed(params.parts(), constant);
      case ENTROPY -> EntropyWeights.of(base(panel, params, goalposts)).weights();
    };
  }

  private static double[] fixed(List<Part> parts, boolean[] constant) {
    double[] weights = new double[constant.length];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = constant[j] ? 0 : parts.get(j).weight();
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> sum > 0 ? w / sum : 0).toArray();
  }

  /** Recipients of the base years that have every indicator that varies. */
  private static double[][] base(GapPanel panel, GapParams params, List<MinMax> goalposts) {
    return panel.cells().stream()
        .filter(Cell::isRecipient)
        .filter(cell -> params.baseYears().contains(cell.year()))
        .map(cell -> row(cell, goalposts))
        .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
        .toArray(double[][]::new);
  }

  private static double[] row(Cell cell, List<MinMax> goalposts) {
    return IntStream.range(0, goalposts.size())
        .mapToDouble(
            j ->
                goalposts.get(j).isConstant()
                    ? 0
                    : Double.isNaN(cell.values()[j])
                        ? Double.NaN
                        : goalposts.get(j).of(cell.values()[j]))
        .toArray();
  }
}
