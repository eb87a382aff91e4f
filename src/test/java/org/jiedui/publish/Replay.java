package org.jiedui.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What writers were told and readers saw, held against the history that is left at the end. */
final class Replay {
  /** A version as somebody met it. */
  record Met(LocalDate asOf, long seq, int content) {
    static Met of(Version version) {
      Commit commit = version.commit();
      return new Met(commit.asOf(), commit.seq(), Trial.content(version));
    }
  }

  private static final Comparator<Met> ORDER =
      Comparator.comparing(Met::asOf).thenComparing(Met::seq);

  private final List<Met> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private final List<List<Met>> readers = new ArrayList<>();
  private final List<String> anomalies = Collections.synchronizedList(new ArrayList<>());

  void acknowledged(Met met) {
    acknowledged.add(met);
  }

  /** A reader begins: what it sees is to be added in its order. */
  List<Met> reader() {
    List<Met> seen = new ArrayList<>();
    readers.add(seen);
    return seen;
  }

  void anomaly(String what) {
    anomalies.add(what);
  }

  long operations() {
    return acknowledged.size() + readers.stream().mapToLong(List::size).sum();
  }

  /** Everything that is not as promised. */
  List<String> anomalies(Store store) throws IOException {
    List<String> found = new ArrayList<>(anomalies);
    try {
      Trial.checkHistory(store);
    } catch (AssertionError e) {
      found.add("history: " + e.getMessage());
    }
    Map<Long, Met> versions = versions(store, found);
    acknowledged.stream()
        .filter(met -> !met.equals(versions.get(met.seq())))
        .forEach(met -> found.add("acknowledged and lost: " + met));
    for (List<Met> seen : readers) {
      seen.stream()
          .filter(met -> !met.equals(versions.get(met.seq())))
          .forEach(met -> found.add("read and not in the history: " + met));
      for (int i = 1; i < seen.size(); i++) {
        if (ORDER.compare(seen.get(i - 1), seen.get(i)) > 0) {
          found.add("a reader went back from " + seen.get(i - 1) + " to " + seen.get(i));
        }
      }
    }
    return found;
  }

  private static Map<Long, Met> versions(Store store, List<String> found) {
    Map<Long, Met> versions = new TreeMap<>();
    Report report = Trial.report(store);
    for (Commit commit : report.history().commits()) {
      try {
        Met met = Met.of(report.version(commit.seq()).orElseThrow());
        versions.put(commit.seq(), met);
        if (!Objects.equals(commit.fingerprint(), Trial.inputs(met.content()).fingerprint())) {
          found.add("the inputs are of another content: " + met);
        }
      } catch (AssertionError | RuntimeException e) {
        found.add("version " + commit.seq() + ": " + e);
      }
    }
    return versions;
  }
}
