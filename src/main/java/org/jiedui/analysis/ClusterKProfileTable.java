package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.stats.AdjustedRandIndex;
import org.jiedui.stats.GapStatistic;
import org.jiedui.stats.KMeans;
import org.jiedui.stats.Silhouette;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** The profile of k as a published table: every k that was asked for, with what it lacks. */
final class ClusterKProfileTable {
  private ClusterKProfileTable() {}

  static Frame of(Clusters.Fit fit, ClusterParams params) {
    List<Object[]> rows = new ArrayList<>();
    fit.profile().rows().forEach(row -> rows.add(row(row, fit, params)));
    int computed = fit.profile().rows().stream().mapToInt(ClusterKProfile.Row::k).max().orElse(0);
    for (int k = Math.max(2, computed + 1); k <= params.last(); k++) {
      if (k > fit.profile().distinct()) {
        rows.add(missing(k, fit.choice(), params, fit.points().size(), fit.points().dimensions()));
      }
    }
    return Frame.of("cluster_k_profile", ClusterKProfileRow.values(), rows);
  }

  private static Object[] row(ClusterKProfile.Row row, Clusters.Fit fit, ClusterParams params) {
    GapStatistic gap = fit.profile().gap();
    boolean hasGap = gap != null && row.k() <= gap.logWss().length;
    boolean chosen = fit.choice().k() == row.k();
    boolean pairless = row.euclidean() == null && row.k() > 1;
    return new Object[] {
      params.year(),
      row.k(),
      fit.points().size(),
      fit.points().dimensions(),
      fit.profile().starts(),
      row.fit().wss(),
      mean(row.euclidean()),
      negatives(row.euclidean()),
      mean(row.squared()),
      negatives(row.squared()),
      orNull(row.calinskiHarabasz()),
      orNull(row.daviesBouldin()),
      orNull(row.dunn()),
      hasGap ? (Double) gap.gap(row.k()) : null,
      hasGap ? (Double) gap.standardError(row.k()) : null,
      hasGap ? method(params) : null,
      hasGap ? rules(gap, row.k()) : null,
      fit.ward() == null ? null : (Double) ward(row.k(), fit).wss(),
      fit.ward() == null
          ? null
          : (Double) AdjustedRandIndex.of(row.fit().labels(), ward(row.k(), fit).labels()),
      fit.spatial() == null ? null : fit.spatial().wss(row.k()),
      row.smallest(),
      chosen ? 1 : 0,
      chosen ? fit.choice().reason().zh() : "",
      chosen ? fit.choice().reason().en() : "",
      (pairless ? Status.MATRIX_TOO_LARGE : Status.OK).name(),
      row.smallest() == 1 ? Status.SINGLETON_CLUSTER.name() : ""
    };
  }

  private static KMeans ward(int k, Clusters.Fit fit) {
    return KMeans.of(fit.points(), fit.ward().cut(k), k);
  }

  /** More clusters than different points. */
  static Object[] missing(int k, ClusterChoice choice, ClusterParams params, int n, int variables) {
    boolean asked = params.k().isPresent() && params.k().getAsInt() == k;
    Object[] cells = without(k, asked ? choice.reason() : Text.NONE, n, variables);
    cells[ClusterKProfileRow.YEAR.ordinal()] = params.year();
    cells[ClusterKProfileRow.STATUS.ordinal()] = Status.TOO_FEW_POINTS.name();
    return cells;
  }

  /** What is known of every k; no measure of fit. */
  static Object[] without(int k, Text reason, int n, int variables) {
    Object[] cells = new Object[ClusterKProfileRow.values().length];
    cells[ClusterKProfileRow.K.ordinal()] = k;
    cells[ClusterKProfileRow.N.ordinal()] = n;
    cells[ClusterKProfileRow.VARIABLES.ordinal()] = variables;
    cells[ClusterKProfileRow.CHOSEN.ordinal()] = 0;
    cells[ClusterKProfileRow.REASON_ZH.ordinal()] = reason.zh();
    cells[ClusterKProfileRow.REASON_EN.ordinal()] = reason.en();
    cells[ClusterKProfileRow.FLAGS.ordinal()] = "";
    return cells;
  }

  private static String method(ClusterParams params) {
    return "box uniform; W=WSS; B="
        + params.references()
        + "; "
        + ClusterKProfile.REFERENCE_STARTS
        + " starts per reference";
  }

  private static String rules(GapStatistic gap, int k) {
    return Arrays.stream(GapStatistic.Rule.values())
        .filter(rule -> gap.choose(rule) == k)
        .map(GapStatistic.Rule::word)
        .collect(Collectors.joining(";"));
  }

  private static Double mean(Silhouette silhouette) {
    return silhouette == null ? null : (Double) silhouette.mean();
  }

  private static Integer negatives(Silhouette silhouette) {
    return silhouette == null ? null : (Integer) silhouette.negatives();
  }

  static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
