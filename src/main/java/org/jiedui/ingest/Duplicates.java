package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.RecordKey;
import org.jiedui.message.Text;

/**
 * Decides which of the records that share a key counts. The answer does not depend on the order in
 * which they come.
 */
final class Duplicates {
  private static final int PLACES_SHOWN = 3;

  private final RecordKey key;
  private final Function<Found, String> place;
  private final Comparator<Found> age;
  private final Predicate<Found> running;
  private final List<SetApart> apart = new ArrayList<>();
  private long suspects;

  private Duplicates(
      RecordKey key,
      Function<Found, String> place,
      Comparator<Found> age,
      Predicate<Found> running) {
    this.key = key;
    this.place = place;
    this.age = age;
    this.running = running;
  }

  /**
   * Decides over candidates; those that share their key with nobody are let go.
   *
   * @param place where a record stands, for messages: file and line
   * @param age orders statements of one record: the last one counts
   * @param running what is said anew every year: its id may stand in many
   */
  static Duplicates among(
      List<Found> candidates,
      RecordKey key,
      Function<Found, String> place,
      Comparator<Found> age,
      Predicate<Found> running) {
    Duplicates duplicates = new Duplicates(key, place, age, running);
    Map<String, List<Found>> byKey = new TreeMap<>();
    candidates.forEach(
        f -> byKey.computeIfAbsent(key.text(f.record()), k -> new ArrayList<>(2)).add(f));
    byKey.values().forEach(duplicates::decideKey);
    return duplicates;
  }

  List<SetApart> apart() {
    return apart;
  }

  /** Equal events without an id that were kept. */
  long suspects() {
    return suspects;
  }

  private void decideKey(List<Found> all) {
    List<Found> sameKey = spansYears(all) ? newest(all) : all;
    sameKey.sort((a, b) -> a.before(b) ? -1 : b.before(a) ? 1 : 0);
    Map<Integer, List<Found>> years = new TreeMap<>();
    sameKey.forEach(f -> years.computeIfAbsent(f.year(), y -> new ArrayList<>()).add(f));
    if (years.size() > 1 && spansYears(sameKey)) {
      sameKey.forEach(f -> reject(f, Reason.DUP_YEAR, "year", Integer.toString(f.year()), sameKey));
    } else {
      years.values().stream()
          .map(this::newest)
          .filter(list -> list.size() > 1)
          .forEach(this::decideYear);
    }
  }

  /** One id that stands in several rows, of which each is to be of one year. */
  private boolean spansYears(List<Found> same) {
    Found first = same.get(0);
    return key.spansYears(first.record())
        && !running.test(first)
        && same.stream().anyMatch(f -> f.landing() != first.landing() || f.line() != first.line());
  }

  /** The latest statement of a record; the others are superseded, whatever they say. */
  private List<Found> newest(List<Found> all) {
    if (key.mayRepeat(all.get(0).record())) {
      return all;
    }
    Found last = all.stream().max(age).orElseThrow();
    List<Found> newest = new ArrayList<>();
    for (Found f : all) {
      if (age.compare(f, last) == 0) {
        newest.add(f);
      } else {
        reject(f, Reason.SUPERSEDED, "", "", List.of(f, last));
      }
    }
    return newest;
  }

  private void decideYear(List<Found> same) {
    Found first = same.get(0);
    if (key.mayRepeat(first.record())) {
      decideRepeated(same);
    } else if (same.stream().allMatch(first::sameValues)) {
      same.stream().skip(1).forEach(f -> reject(f, Reason.DUP_EXACT, "", "", same));
    } else {
      same.forEach(
          f -> reject(f, Reason.DUP_CONFLICT, SetApart.AMOUNT, Long.toString(f.amount()), same));
    }
  }

  /** Kept as often as the one file that holds them most often; the first such file's are kept. */
  private void decideRepeated(List<Found> same) {
    Map<Integer, Integer> perFile = new HashMap<>();
    same.forEach(f -> perFile.merge(f.landing(), 1, Integer::sum));
    int most =
        perFile.entrySet().stream()
            .max(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey();
    suspects += perFile.get(most) > 1 ? perFile.get(most) : 0;
    same.stream()
        .filter(f -> f.landing() != most)
        .forEach(f -> reject(f, Reason.DUP_EXACT, "", "", same));
  }

  private void reject(Found f, Reason reason, String column, String value, List<Found> group) {
    String others =
        group.stream()
            .filter(o -> o != f)
            .limit(PLACES_SHOWN)
            .map(place)
            .collect(Collectors.joining(", "));
    Text suggestion = Text.of("另见 " + others, "see " + others);
    apart.add(new SetApart(f, reason, column, value, suggestion));
  }
}
