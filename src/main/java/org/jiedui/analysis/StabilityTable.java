package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.message.Text;
import org.jiedui.stats.ClusterStability;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * The table {@code cluster_stability}: bootstrap, each variable left out, and other ways of making
 * the index.
 */
final class StabilityTable {
  private static final double LEVEL = .05;

  private StabilityTable() {}

  static Frame of(
      Clusters.Fit fit, List<Text> names, Optional<ClusterResampling> drawn, ClusterParams params) {
    List<Object[]> rows = new ArrayList<>();
    if (fit.bootstrap() != null) {
      add("bootstrap", fit.bootstrap(), fit.beyondUniform(), names, params, rows);
      int[] varying =
          IntStream.range(0, fit.constant().length).filter(j -> !fit.constant()[j]).toArray();
      int[] labels = fit.fromZero();
      for (int column = 0; varying.length > 1 && column < varying.length; column++) {
        String variable = fit.matrix().variables().get(varying[column]).id();
        ClusterResampling without =
            ClusterResampling.without(
                fit.points(), column, labels, fit.clusters().k(), params.seed());
        add("without:" + variable, without, Double.NaN, names, params, rows);
      }
    }
    drawn.ifPresent(found -> add("index_draws", found, Double.NaN, names, params, rows));
    return Frame.of("cluster_stability", ClusterStabilityRow.values(), rows);
  }

  private static void add(
      String disturbance,
      ClusterResampling found,
      double beyondUniform,
      List<Text> names,
      ClusterParams params,
      List<Object[]> rows) {
    double whole = Arrays.stream(found.jaccard()).average().orElse(Double.NaN);
    rows.add(row(disturbance, 0, names.get(0), whole, Double.NaN, found, beyondUniform, params));
    for (int c = 0; c < found.jaccard().length; c++) {
      double jaccard = found.jaccard()[c];
      rows.add(
          row(
              disturbance,
              c + 1,
              names.get(c + 1),
              jaccard,
              found.dissolved()[c],
              found,
              beyondUniform,
              params));
    }
  }

  private static Object[] row(
      String disturbance,
      int cluster,
      Text name,
      double jaccard,
      double dissolved,
      ClusterResampling found,
      double beyondUniform,
      ClusterParams params) {
    boolean none = Double.isNaN(jaccard);
    return new Object[] {
      params.year(),
      disturbance,
      cluster,
      name.zh(),
      name.en(),
      none ? null : (Double) jaccard,
      Double.isNaN(dissolved) ? null : (Double) dissolved,
      cluster > 0 || Double.isNaN(found.randIndex()) ? null : (Double) found.randIndex(),
      cluster > 0 || Double.isNaN(beyondUniform) ? null : (Double) beyondUniform,
      cluster > 0 || Double.isNaN(found.changed()) ? null : (Double) found.changed(),
      cluster == 0 || none ? "" : verdict(jaccard, beyondUniform),
      found.replicates(),
      (none ? Status.TOO_FEW_POINTS : Status.OK).name()
    };
  }

  /** Nothing is stable that a cloud without groups would show as well. */
  private static String verdict(double jaccard, double beyondUniform) {
    if (beyondUniform > LEVEL) {
      return "no_more_than_uniform";
    }
    if (jaccard >= ClusterStability.STABLE) {
      return "stable";
    }
    return jaccard < ClusterStability.DOUBTFUL ? "not_to_be_interpreted" : "doubtful";
  }
}
