package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Average over clusters of the worst ratio of spread to separation.
 *
 * <p>Formula: {@code mean_i max_j (S_i + S_j) / M_ij}, S = mean distance of the members to their
 * centre, M = distance of two centres. Unit: none; smaller is better separated. Undefined for k = 1
 * or where two centres coincide. Source: Davies and Bouldin (1979), IEEE Transactions on Pattern
 * Analysis and Machine Intelligence 1, 224–227.
 */
public final class DaviesBouldin {
  private DaviesBouldin() {}

  public static OptionalDouble of(Points points, KMeans fit) {
    int k = fit.k();
    double[] spread = spread(points, fit);
    Points centres = Points.of(fit.centres());
    double[] worst = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double separation = Math.sqrt(centres.squaredDistance(i, j));
        if (i != j && separation == 0) {
          return OptionalDouble.empty();
        }
        worst[i] = i == j ? worst[i] : Math.max(worst[i], (spread[i] + spread[j]) / separation);
      }
    }
    return k < 2 ? OptionalDouble.empty() : OptionalDouble.of(CompensatedSum.of(worst) / k);
  }

  private static double[] spread(Points points, KMeans fit) {
    double[] flat = Lloyd.flat(fit.centres());
    double[] distances = new double[points.size()];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.sqrt(points.squaredDistance(i, flat, fit.labels()[i]));
    }
    double[] spread = new double[fit.k()];
    for (int cluster = 0; cluster < spread.length; cluster++) {
      double[] own = CanonicalLabels.members(fit.labels(), distances, cluster);
      spread[cluster] = CompensatedSum.of(own) / own.length;
    }
    return spread;
  }
}
