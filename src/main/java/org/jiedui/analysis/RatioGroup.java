package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
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

  /** Totals of each recipient, in order: all years of which the test holds. */
  TreeMap<String, Long> totals(int[] years, IntPredicate window) {
    TreeMap<String, Long> totals = new TreeMap<>();
    recipients.forEach(recipient -> totals.put(recipient, 0L));
    for (Flow flow : links) {
      for (int y = 0; y < years.length; y++) {
        long amount = window.test(years[y]) ? flow.amounts()[y] : 0;
        totals.merge(flow.link().recipient(), amount, Math::addExact);
      }
    }
    return totals;
  }

  /** Without the flows to some recipients; clusters stay. */
  RatioGroup without(Set<String> some) {
    List<Flow> left = links.stream().filter(f -> !some.contains(f.link().recipient())).toList();
    Set<String> recipientsLeft = new TreeSet<>(recipients);
    recipientsLeft.removeAll(some);
    return new RatioGroup(key, clusters, left, recipientsLeft, below, negatives);
  }

  /** The same flows in some of their years. */
  RatioGroup only(int[] have, int[] want) {
    int[] at = Arrays.stream(want).map(year -> Arrays.binarySearch(have, year)).toArray();
    List<Flow> left =
        links.stream()
            .map(f -> new Flow(f.link(), f.cluster(), pick(f.amounts(), at), pick(f.records(), at)))
            .toList();
    return new RatioGroup(key, clusters, left, recipients, below, negatives);
  }

  static long[] pick(long[] values, int[] at) {
    return Arrays.stream(at).mapToLong(i -> values[i]).toArray();
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
