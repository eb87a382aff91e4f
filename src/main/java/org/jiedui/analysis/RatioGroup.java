package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  record Key(Unit unit, String indicator, String direction, String form, String status) {
    /** The flow, as seeds name it. */
    String flow() {
      return String.join(".", indicator, direction, form, status);
    }
  }

  /** Exact sums of one donor and recipient, by the year and of totals over several years. */
  record Flow(Link link, int cluster, long[] amounts, long[] records, WholePeriods whole) {}

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

  /** Whether totals over several years go in, of which no year is known by itself. */
  boolean hasPeriods() {
    return links.stream().anyMatch(flow -> flow.whole().any());
  }

  /** Totals of each recipient on one side, in order. */
  TreeMap<String, Long> totals(Windows windows, Side side) {
    TreeMap<String, Long> totals = new TreeMap<>();
    recipients.forEach(recipient -> totals.put(recipient, 0L));
    for (Flow flow : links) {
      totals.merge(flow.link().recipient(), total(flow, windows, side), Math::addExact);
    }
    return totals;
  }

  /** Total of each cluster on one side. */
  long[] clusterTotals(Windows windows, Side side) {
    long[] totals = new long[clusters.size()];
    for (Flow flow : links) {
      long total = total(flow, windows, side);
      totals[flow.cluster()] = Math.addExact(totals[flow.cluster()], total);
    }
    return totals;
  }

  /** All that one flow has on one side. */
  static long total(Flow flow, Windows windows, Side side) {
    int[] years = windows.years();
    long total = flow.whole().amount(side);
    for (int y = 0; y < years.length; y++) {
      total = Math.addExact(total, side.holds(windows, years[y]) ? flow.amounts()[y] : 0);
    }
    return total;
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
            .map(
                f ->
                    new Flow(
                        f.link(),
                        f.cluster(),
                        pick(f.amounts(), at),
                        pick(f.records(), at),
                        f.whole()))
            .toList();
    return new RatioGroup(key, clusters, left, recipients, below, negatives);
  }

  static long[] pick(long[] values, int[] at) {
    return Arrays.stream(at).mapToLong(i -> values[i]).toArray();
  }

  /** Records on one side. */
  long records(Windows windows, Side side) {
    int[] years = windows.years();
    long records = 0;
    for (Flow flow : links) {
      records += flow.whole().records(side);
      for (int y = 0; y < years.length; y++) {
        records += side.holds(windows, years[y]) ? flow.records()[y] : 0;
      }
    }
    return records;
  }

  /** Years of one side of which there are records. */
  int years(Windows windows, Side side) {
    int[] years = windows.years();
    int found = 0;
    for (int y = 0; y < years.length; y++) {
      int at = y;
      boolean any = links.stream().anyMatch(f -> f.records()[at] > 0 || f.whole().covers(at));
      found += side.holds(windows, years[y]) && any ? 1 : 0;
    }
    return found;
  }

  static void add(long[] sums, long[] terms) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], terms[i]);
    }
  }
}
