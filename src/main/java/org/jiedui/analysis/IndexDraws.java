package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.stats.IndexDraw;
import org.jiedui.stats.IndexMethod;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.MinMax;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Points;
import org.jiedui.stats.Polarity;
import org.jiedui.stats.RankUncertainty;
import org.jiedui.stats.Standardise;
import org.jiedui.table.Frame;
import org.jiedui.table.GapWeightRow;

/**
 * The other ways of making the index that its ranks are held against, for the clusters: in each the
 * gap is the one of the draw and the dropped indicator is no variable, and the published clusters
 * move to where they come to rest.
 *
 * @param weights of the indicators, as published
 * @param floor of the index
 */
public record IndexDraws(double[] weights, double floor, int count, long seed) {

  public static IndexDraws of(GapIndex.Result gap, GapChoices choices) {
    Frame weights = gap.weights();
    return new IndexDraws(
        IntStream.range(0, weights.size())
            .mapToDouble(row -> (Double) weights.value(row, GapWeightRow.WEIGHT))
            .toArray(),
        choices.floor(),
        choices.draws(),
        choices.seed());
  }

  /** Labels 0…k−1 of the classified regions under each draw. */
  List<int[]> labels(RegionMatrix matrix, int[] published, int k, Replicates replicates) {
    List<IndexDraw> draws = RankUncertainty.draws(weights, seed, count);
    double[][] z =
        Arrays.stream(matrix.compared())
            .map(row -> Arrays.copyOfRange(row, 1, row.length))
            .toArray(double[][]::new);
    MinMax[] scales = new MinMax[weights.length];
    Arrays.fill(scales, new MinMax(0, 1, Polarity.BENEFIT));
    double[][] index =
        RankUncertainty.indices(
            z, scales, draws, IndexMethod.arithmetic(MissingPolicy.refuse()).withFloor(floor));
    int[] dropped = draws.stream().mapToInt(IndexDraw::dropped).toArray();
    return replicates.run(count, r -> moved(z, index[r], dropped[r], published, k));
  }

  private static int[] moved(double[][] z, double[] index, int dropped, int[] published, int k) {
    double[][] rows = new double[z.length][];
    for (int i = 0; i < z.length; i++) {
      double[] row = z[i].clone();
      double gap = 1 - index[i];
      // The place of the dropped indicator is taken by a constant, which scores 0.
      rows[i] = new double[row.length + 1];
      rows[i][0] = gap;
      System.arraycopy(row, 0, rows[i], 1, row.length);
      if (dropped >= 0) {
        rows[i][dropped + 1] = 0;
      }
    }
    Points points = Points.of(Standardise.of(rows).apply(rows));
    return KMeans.from(points, KMeans.of(points, published, k).centres()).labels();
  }
}
