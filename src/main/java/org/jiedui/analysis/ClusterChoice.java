package org.jiedui.analysis;

import java.util.Locale;
import java.util.Optional;
import org.jiedui.message.Text;
import org.jiedui.table.Status;

/**
 * The number of clusters that is published and why; or why there is none.
 *
 * @param k 0 when nothing can be clustered
 */
record ClusterChoice(int k, Text reason, Status status) {

  static ClusterChoice of(ClusterKProfile profile, ClusterParams params) {
    if (params.k().isPresent()) {
      return given(profile.distinct(), params.k().getAsInt());
    }
    if (profile.distinct() < 2) {
      return tooFew(profile.distinct(), 2);
    }
    Optional<ClusterKProfile.Row> best =
        profile.rows().stream()
            .filter(row -> row.euclidean() != null)
            .reduce((a, b) -> b.euclidean().mean() > a.euclidean().mean() ? b : a);
    return best.map(ClusterChoice::widest).orElseGet(ClusterChoice::tooLarge);
  }

  /** The choice above the budget of pairs, where no profile can make it. */
  static ClusterChoice withoutPairs(int distinct, ClusterParams params) {
    if (distinct < 2) {
      return tooFew(distinct, 2);
    }
    return params.k().isPresent() ? given(distinct, params.k().getAsInt()) : tooLarge();
  }

  private static ClusterChoice given(int distinct, int k) {
    return k > distinct
        ? tooFew(distinct, k)
        : new ClusterChoice(k, Text.of("事先给定", "given beforehand"), Status.OK);
  }

  private static ClusterChoice widest(ClusterKProfile.Row row) {
    String width = String.format(Locale.ROOT, "%.3f", row.euclidean().mean());
    return new ClusterChoice(
        row.k(),
        Text.of("平均轮廓系数(欧氏距离)最大:" + width, "largest mean silhouette (Euclidean): " + width),
        Status.OK);
  }

  private static ClusterChoice tooFew(int distinct, int k) {
    return new ClusterChoice(
        0,
        Text.of(
            "互不相同的地区只有 " + distinct + " 个,不足 " + k + " 类",
            "only " + distinct + " distinct regions for " + k + " clusters"),
        Status.TOO_FEW_POINTS);
  }

  private static ClusterChoice tooLarge() {
    return new ClusterChoice(
        0,
        Text.of("超过两两距离的上限,须给定 k", "above the budget of pairwise distances: k must be given"),
        Status.MATRIX_TOO_LARGE);
  }
}
