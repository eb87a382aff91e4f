package org.jiedui.analysis;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which indicators say what cooperation is made of. All money but {@code exchange} and {@code
 * outputs}.
 *
 * @param funds fiscal aid, whatever it is used for
 * @param areas indicators of funds by their use, by area
 * @param development areas that are no relief
 * @param investment what enterprises invest; empty where nothing counts it
 * @param channels indicators by who gives: state, market, society
 * @param exchange indicators that go both ways
 * @param outputs indicators told per 10,000 yuan of funds
 */
public record ContentSources(
    String funds,
    SortedMap<String, List<String>> areas,
    List<String> development,
    String investment,
    SortedMap<String, List<String>> channels,
    List<String> exchange,
    List<String> outputs) {
  public ContentSources {
    areas = new TreeMap<>(areas);
    channels = new TreeMap<>(channels);
    development = List.copyOf(development);
    exchange = List.copyOf(exchange);
    outputs = List.copyOf(outputs);
  }

  /** Funds by use of the areas that are development. */
  List<String> developmentFunds() {
    return areas.entrySet().stream()
        .filter(area -> development.contains(area.getKey()))
        .flatMap(area -> area.getValue().stream())
        .toList();
  }

  static List<String> all(Map<String, List<String>> groups) {
    return groups.values().stream().flatMap(List::stream).toList();
  }
}
