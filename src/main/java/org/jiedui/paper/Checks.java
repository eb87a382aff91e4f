package org.jiedui.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs in R and Stata that recompute published tables without ours. */
public final class Checks {
  /** Tables that have one. */
  public static final List<String> TABLES =
      List.of("cluster_profile", "descriptive", "effect_ratio", "gap_index", "ledger", "pair_year");

  private Checks() {}

  /** Files by name, for a version that holds these tables. */
  public static Map<String, String> files(Set<String> tables) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("checks.R", Snippets.resource("checks/checks.R"));
    files.put("all.R", Snippets.resource("checks/all.R"));
    for (String table : TABLES) {
      if (tables.contains(table)) {
        for (String ending : List.of(".R", ".do")) {
          String name = "check_" + table + ending;
          files.put(name, Snippets.resource("checks/" + name));
        }
      }
    }
    return files;
  }
}
