package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.ingest.file.Landing;

/** Names a year by all that its tables are made from: its groups, and the records set apart. */
final class YearDigests {
  private final Map<Integer, List<String>> apart = new HashMap<>();

  YearDigests(List<Landing> landings, List<SetApart> setApart) {
    for (SetApart a : setApart) {
      Found r = a.record();
      apart
          .computeIfAbsent(r.year(), y -> new ArrayList<>())
          .add(landings.get(r.landing()).id() + ":" + r.line() + ":" + r.item() + a.reason());
    }
  }

  /**
   * @param version changes whenever the same records would give another table
   */
  String of(String version, Groups groups, int year) {
    List<String> parts = new ArrayList<>(List.of(version, groups.digest(year)));
    apart.getOrDefault(year, List.of()).stream().sorted().forEach(parts::add);
    return Landing.digest(parts);
  }
}
