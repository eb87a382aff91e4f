package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.EffectLevel.Unit;
import org.jiedui.analysis.RatioGroup.Assignment;
import org.jiedui.analysis.RatioGroup.Flow;
import org.jiedui.analysis.RatioGroup.Key;
import org.jiedui.table.EffectRatioRow;

/**
 * Sorts series into the groups of every level, direction and form. A group exists where the data
 * hold at least one record of it; sums of directions or forms exist where an indicator has several.
 */
final class RatioGroups {
  private final EffectRatio.Params params;
  private final Set<EffectLevel> levels;
  private final Map<Unit, TreeSet<Link>> declared = new HashMap<>();
  private final Map<Key, List<Series>> groups = new LinkedHashMap<>();

  private RatioGroups(EffectRatio.Params params, Set<EffectLevel> levels) {
    this.params = params;
    this.levels = levels;
    for (Link link : params.declared()) {
      for (EffectLevel level : levels) {
        declared
            .computeIfAbsent(level.unit(link, params.places()), unit -> new TreeSet<>())
            .add(link);
      }
    }
  }

  static List<RatioGroup> of(
      List<Series> yearly, EffectRatio.Params params, Set<EffectLevel> levels) {
    List<Series> series = WholePeriods.joined(yearly, params.periods(), params.windows());
    RatioGroups sorted = new RatioGroups(params, levels);
    Map<String, Set<String>> directions = several(series, Series::direction);
    Map<String, Set<String>> forms = several(series, Series::form);
    for (Series one : series) {
      List<String> ways = List.of(one.direction(), EffectRatioRow.BOTH);
      List<String> kinds = List.of(one.form(), EffectRatioRow.ALL);
      for (String way : ways.subList(0, Math.min(2, directions.get(one.indicator()).size()))) {
        for (String kind : kinds.subList(0, Math.min(2, forms.get(one.indicator()).size()))) {
          sorted.put(one, way, kind);
        }
      }
    }
    return sorted.groups.entrySet().stream()
        .map(entry -> sorted.group(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Map<String, Set<String>> several(
      List<Series> series, java.util.function.Function<Series, String> part) {
    Map<String, Set<String>> found = new HashMap<>();
    for (Series one : series) {
      found.computeIfAbsent(one.indicator(), i -> new TreeSet<>()).add(part.apply(one));
    }
    return found;
  }

  private void put(Series one, String direction, String form) {
    Link link = new Link(one.donor(), one.recipient());
    for (EffectLevel level : levels) {
      Unit unit = level.unit(link, params.places());
      Key key = new Key(unit, one.indicator(), direction, form, one.status());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
  }

  private RatioGroup group(Key key, List<Series> members) {
    TreeMap<Link, Flow> sums = new TreeMap<>();
    long negatives = 0;
    for (Series one : members) {
      Link link = new Link(one.donor(), one.recipient());
      Flow before = sums.computeIfAbsent(link, l -> empty(l, one.amounts().length));
      Flow flow = with(before, one.whole());
      sums.put(link, flow);
      RatioGroup.add(flow.amounts(), one.amounts());
      RatioGroup.add(flow.records(), one.records());
      negatives += one.negatives()[0];
    }
    TreeSet<Link> all = new TreeSet<>(declared.getOrDefault(key.unit(), new TreeSet<>()));
    sums.values().stream().filter(RatioGroups::recorded).forEach(flow -> all.add(flow.link()));
    return clustered(key, all, sums.values(), negatives);
  }

  /** By pair; where there is one pair, by recipient. */
  private RatioGroup clustered(Key key, TreeSet<Link> all, Collection<Flow> flows, long negatives) {
    TreeSet<String> pairs = new TreeSet<>();
    TreeSet<String> recipients = new TreeSet<>();
    for (Link link : all) {
      pairs.add(pair(link));
      recipients.add(link.recipient());
    }
    boolean byRecipient = pairs.size() == 1;
    List<String> clusters = List.copyOf(byRecipient ? recipients : pairs);
    Map<String, Integer> index = new HashMap<>();
    clusters.forEach(cluster -> index.put(cluster, index.size()));
    List<Flow> placed = new ArrayList<>();
    for (Flow flow : flows) {
      Link link = flow.link();
      Integer at = index.get(byRecipient ? link.recipient() : pair(link));
      if (at != null) {
        placed.add(new Flow(link, at, flow.amounts(), flow.records(), flow.whole()));
      }
    }
    Assignment assignment =
        byRecipient && recipients.size() > 1 ? Assignment.BELOW : Assignment.AT_LEVEL;
    return new RatioGroup(key, clusters, placed, recipients, assignment, negatives);
  }

  private String pair(Link link) {
    return link.donor() + "|" + params.places().province(link.recipient());
  }

  private static boolean recorded(Flow flow) {
    for (long records : flow.records()) {
      if (records > 0) {
        return true;
      }
    }
    return flow.whole().any();
  }

  private static Flow with(Flow flow, WholePeriods more) {
    return more.any()
        ? new Flow(
            flow.link(), flow.cluster(), flow.amounts(), flow.records(), flow.whole().plus(more))
        : flow;
  }

  private static Flow empty(Link link, int years) {
    return new Flow(link, -1, new long[years], new long[years], WholePeriods.NONE);
  }
}
