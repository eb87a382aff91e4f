package org.jiedui.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Landing;

/**
 * Names a year by all that its tables are made from: its groups, records set apart, and what is
 * taken.
 */
final class YearDigests {
  private final List<Landing> landings;
  private final Map<Integer, List<SetApart>> apart;
  private final Map<Integer, List<Taken>> taken;

  YearDigests(List<Landing> landings, List<SetApart> setApart, List<Taken> taken) {
    this.landings = landings;
    Comparator<Found> order = Found.order(landings);
    this.apart =
        setApart.stream()
            .sorted(Comparator.comparing(SetApart::record, order).thenComparing(SetApart::reason))
            .collect(Collectors.groupingBy(a -> a.record().year()));
    this.taken =
        taken.stream()
            .sorted(Comparator.comparing(Taken::record, order).thenComparing(Taken::amount))
            .collect(Collectors.groupingBy(t -> t.record().year()));
  }

  private String address(Found r) {
    return landings.get(r.landing()).id() + ":" + r.line() + ":" + r.item();
  }

  /**
   * @param version changes whenever the same records would give another table
   */
  String of(String version, Groups groups, int year) {
    return Landing.digest(
        Stream.of(
                Stream.of(version, groups.digest(year)),
                apart.getOrDefault(year, List.of()).stream()
                    .map(a -> address(a.record()) + a.reason()),
                taken.getOrDefault(year, List.of()).stream()
                    .map(t -> address(t.record()) + "-" + t.amount()))
            .flatMap(words -> words));
  }
}
