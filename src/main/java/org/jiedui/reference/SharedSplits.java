package org.jiedui.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** For every code that some year divides: its parts and their weights from each year on. */
record SharedSplits(Map<String, NavigableMap<Integer, List<Share>>> byCode)
    implements Serializable {

  /**
   * Goes through the years of every code.
   *
   * @param codes those that a split or a later merger touches
   */
  static SharedSplits of(SplitWeights weights, History history, Set<String> codes) {
    Map<String, NavigableMap<Integer, List<Share>>> byCode = new TreeMap<>();
    for (String code : codes) {
      NavigableMap<Integer, List<Share>> years = new TreeMap<>();
      for (int year = history.firstYear(); year <= history.lastYear(); year++) {
        Set<String> parts = history.parts(code, year);
        List<Share> shares =
            parts.size() == 1 ? Share.whole(parts.iterator().next()) : weights.of(code, parts);
        if (!parts.isEmpty() && (years.isEmpty() || !years.lastEntry().getValue().equals(shares))) {
          years.put(year, shares);
        }
      }
      if (!years.isEmpty()) {
        byCode.put(code, years);
      }
    }
    return new SharedSplits(byCode);
  }

  /** What a code is at the end of a year in which it is valid; empty when nothing divides it. */
  Optional<List<Share>> at(String code, int year) {
    NavigableMap<Integer, List<Share>> years = byCode.getOrDefault(code, new TreeMap<>());
    Map.Entry<Integer, List<Share>> known = years.floorEntry(year);
    return Optional.ofNullable(known == null ? years.firstEntry() : known).map(Map.Entry::getValue);
  }
}
