package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.IngestSettings.Delivery;
import org.jiedui.ingest.file.Landing;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Which files still count, and which statement of a record is the later one. Files of a source
 * follow each other in the order of their names, numbers within names as numbers; so the answer
 * does not depend on when a file arrived.
 */
final class Deliveries {
  private final IngestSettings settings;
  private final List<Landing> landings;
  private final List<Integer> order = new ArrayList<>();
  private final Set<Integer> withdrawn = new TreeSet<>();

  private Deliveries(IngestSettings settings, List<Landing> landings) {
    this.settings = settings;
    this.landings = landings;
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; i < landings.size(); i++) {
      names.put(i, padded(landings.get(i).name()));
    }
    List<Integer> sorted = new ArrayList<>(names.keySet());
    sorted.sort(Comparator.comparing((Integer i) -> names.get(i)).thenComparing(i -> i));
    landings.forEach(l -> order.add(0));
    for (int at = 0; at < sorted.size(); at++) {
      order.set(sorted.get(at), at);
    }
  }

  /** A snapshot source that shares a file with another one ends in an {@link InputException}. */
  static Deliveries of(IngestSettings settings, List<Landing> landings, List<LandingFacts> facts) {
    Deliveries deliveries = new Deliveries(settings, landings);
    deliveries.replaced();
    if (settings.sources().containsValue(Delivery.SNAPSHOT)) {
      deliveries.snapshots(facts);
    }
    return deliveries;
  }

  /** Whether nothing of a landing counts any more. */
  boolean isWithdrawn(int landing) {
    return withdrawn.contains(landing);
  }

  /** How late a record was stated: by its revision, then by its file where a source amends. */
  Comparator<Found> age() {
    return Comparator.comparingInt(Found::revision).thenComparingInt(this::rank);
  }

  private int rank(Found f) {
    return settings.delivery(f.sourceId()) == Delivery.AMEND ? order.get(f.landing()) : 0;
  }

  /** {@code batch10} after {@code batch9}. */
  static String padded(String name) {
    var padded = new StringBuilder();
    var matcher = java.util.regex.Pattern.compile("[0-9]+|[^0-9]+").matcher(name);
    while (matcher.find()) {
      String run = matcher.group();
      boolean number = Character.isDigit(run.charAt(0)) && run.length() < 20;
      padded.append(number ? "0".repeat(20 - run.length()) + run : run);
    }
    return padded.toString();
  }

  private void replaced() {
    for (Landing landing : landings) {
      String old = settings.declaration(landing.name()).replaces();
      for (int i = 0; i < landings.size() && !old.isEmpty(); i++) {
        if (landings.get(i).name().equals(old) && landings.get(i) != landing) {
          withdrawn.add(i);
        }
      }
    }
  }

  private void snapshots(List<LandingFacts> facts) {
    Map<String, Integer> latest = new TreeMap<>();
    Map<Integer, String> snapshots = new TreeMap<>();
    List<Problem> mixed = new ArrayList<>();
    for (int i = 0; i < landings.size(); i++) {
      Set<String> sources = isWithdrawn(i) ? Set.of() : facts.get(i).sources();
      boolean snapshot = sources.stream().anyMatch(s -> settings.delivery(s) == Delivery.SNAPSHOT);
      if (snapshot && sources.size() > 1) {
        mixed.add(mixed(landings.get(i), sources));
      } else if (snapshot) {
        String source = landings.get(i).table() + "\n" + sources.iterator().next();
        snapshots.put(i, source);
        latest.merge(source, i, (a, b) -> order.get(a) > order.get(b) ? a : b);
      }
    }
    InputException.throwIfAny(ExitCode.INPUT, mixed);
    snapshots.forEach(
        (i, source) -> {
          if (!latest.get(source).equals(i)) {
            withdrawn.add(i);
          }
        });
  }

  private static Problem mixed(Landing landing, Set<String> sources) {
    return Problem.error(
            "SNAPSHOT_MIXED",
            Text.of("整份送达的来源与其他来源同在一个文件", "a snapshot source shares a file with another source"))
        .at(landing.name())
        .showing(String.join(", ", sources))
        .because("否则无法判断整个文件是否作废", "it could not be told whether the file is withdrawn")
        .fix("每个来源一个文件", "give each source a file of its own");
  }
}
