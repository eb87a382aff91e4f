package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.ingest.file.Landing;

/**
 * Names a year by all that its tables are made from: its groups, records set apart, and what is
 * taken.
 */
final class YearDigests {
  private final Map<Integer, List<String>> apart = new HashMap<>();

  YearDigests(List<Landing> landings, List<SetApart> setApart, List<Taken> taken) {
    for (SetApart a : setApart) {
      Found r = a.record();
      apart
          .computeIfAbsent(r.year(), y -> new ArrayList<>())
          .add(address(landings, r) + a.reason());
    }
    for (Taken t : taken) {
      apart
          .computeIfAbsent(t.record().year(), y -> new ArrayList<>())
          .add(address(landings, t.record()) + "-" + t.amount());
    }
  }

  private static String address(List<Landing> landings, Found r) {
    return landings.get(r.landing()).id() + ":" + r.line() + ":" + r.item();
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
