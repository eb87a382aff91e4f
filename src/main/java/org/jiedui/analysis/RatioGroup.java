package org.jiedui.analysis;

import java.util.List;
import java.util.Set;
import org.jiedui.analysis.EffectLevel.Unit;

/**
 * Everything one multiple is made of: the yearly sums of each link, in cluster and key order.
 *
 * @param clusters every cluster of the unit, also those without flow, in order
 * @param links flows, each with the index of its cluster
 * @param recipients every recipient of the unit, for heads
 * @param below whether clusters are finer than the level of assignment
 */
record RatioGroup(
    Key key,
    List<String> clusters,
    List<Flow> links,
    Set<String> recipients,
    Assignment below,
    long negatives) {

  /** What is added up. */
  record Key(Unit unit, String indicator, String direction, String form, String status) {}

  /** Yearly exact sums of one donor and recipient. */
  record Flow(Link link, int cluster, long[] amounts, long[] records) {}

  /** Where the clusters stand against the level at which pairs were assigned. */
  enum Assignment {
    AT_LEVEL,
    BELOW
  }

  /** Exact sums per cluster and study year. */
  long[][] yearlyByCluster() {
    long[][] sums = new long[clusters.size()][];
    for (Flow flow : links) {
      if (sums[flow.cluster()] == null) {
        sums[flow.cluster()] = new long[flow.amounts().length];
      }
      add(sums[flow.cluster()], flow.amounts());
    }
    return sums;
  }

  /** Records per study year. */
  long[] yearlyRecords(int years) {
    long[] sums = new long[years];
    links.forEach(flow -> add(sums, flow.records()));
    return sums;
  }

  static void add(long[] sums, long[] terms) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], terms[i]);
    }
  }
}
