package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.stats.SpatialWeights;

/**
 * Which regions border on each other, by code.
 *
 * @param neighbours mutual; a union of units borders on whatever its members do
 */
public record Neighbourhood(SortedMap<String, SortedSet<String>> neighbours) {

  /** Row-standardised weights of these regions, in their order. */
  SpatialWeights among(List<String> regions) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < regions.size(); i++) {
      for (String member : regions.get(i).split("\\+")) {
        places.put(member, i);
      }
    }
    List<TreeSet<Integer>> found = new ArrayList<>();
    regions.forEach(region -> found.add(new TreeSet<>()));
    neighbours.forEach(
        (code, others) -> {
          Integer own = places.get(code);
          for (String other : others) {
            Integer place = places.get(other);
            if (own != null && place != null && !own.equals(place)) {
              found.get(own).add(place);
            }
          }
        });
    return new SpatialWeights(
        IntStream.range(0, regions.size())
            .mapToObj(i -> found.get(i).stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }
}
