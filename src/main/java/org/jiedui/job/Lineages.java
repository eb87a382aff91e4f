package org.jiedui.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The tables whose rows are traced to records, and how; a new one is one line here. */
final class Lineages {
  private static final Map<String, BiFunction<Background, TableRow, Lineage>> ALL = all();

  private Lineages() {}

  private static Map<String, BiFunction<Background, TableRow, Lineage>> all() {
    Map<String, BiFunction<Background, TableRow, Lineage>> all = new LinkedHashMap<>();
    all.put("effect_ratio", (b, r) -> new FlowLineage(b, r).ratio());
    for (String table :
        List.of("effect_interval", "effect_trend", "effect_convention", "effect_decomposition")) {
      all.put(table, (b, r) -> new FlowLineage(b, r).windowed());
    }
    all.put("pair_year", (b, r) -> new FlowLineage(b, r).pairYear());
    all.put("pairing_link", (b, r) -> new FlowLineage(b, r).link());
    all.put("targeting", (b, r) -> new FlowLineage(b, r).targeting());
    all.put("coverage", (b, r) -> new FlowLineage(b, r).coverage());
    all.put("region_year", (b, r) -> new LevelLineage(b, r).level());
    all.put("gap_index", (b, r) -> new LevelLineage(b, r).index());
    all.put("gap_component", (b, r) -> new LevelLineage(b, r).component());
    all.put("gap_dimension", (b, r) -> new LevelLineage(b, r).dimension());
    all.put("gap_change", (b, r) -> new LevelLineage(b, r).change());
    all.put("gap_pair", (b, r) -> new LevelLineage(b, r).pair());
    all.put("cluster_membership", (b, r) -> new LevelLineage(b, r).membership());
    all.put("cluster_profile", (b, r) -> new LevelLineage(b, r).profile());
    for (String table : List.of("descriptive", "inequality", "inequality_parts", "convergence")) {
      all.put(table, (b, r) -> new LevelLineage(b, r).spread());
    }
    return all;
  }

  static List<String> tables() {
    return List.copyOf(ALL.keySet());
  }

  static boolean knows(String table) {
    return ALL.containsKey(table);
  }

  static Lineage of(Background behind, TableRow row) {
    return ALL.get(row.frame().table()).apply(behind, row);
  }
}
