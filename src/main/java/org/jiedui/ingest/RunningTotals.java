package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Text;

/**
 * What running totals (累计) add from year to year.
 *
 * <p>A series is all totals of one source, base-year recipient, donor, direction, indicator, form
 * and stage; where several codes became one recipient its total is their sum. A year counts {@code
 * T(y) - T(y-1)} in minor units, exactly; the first year counts its total. A year whose year before
 * has no total is rejected ({@code CUMULATIVE_GAP}): its difference would cover several years. Of
 * two years that fall both are rejected ({@code CUMULATIVE_FALL}), since either may be the wrong
 * one, unless falls are declared to be corrections.
 */
final class RunningTotals {
  private final Function<Found, IngestSettings.Cumulative> declared;
  private final Codes codes;
  private final Comparator<Found> age;
  private final Predicate<Found> counts;
  private final List<SetApart> apart = new ArrayList<>();
  private final List<Taken> carried = new ArrayList<>();

  private RunningTotals(
      Function<Found, IngestSettings.Cumulative> declared,
      Codes codes,
      Comparator<Found> age,
      Predicate<Found> counts) {
    this.declared = declared;
    this.codes = codes;
    this.age = age;
    this.counts = counts;
  }

  /**
   * Differences every series.
   *
   * @param totals records of running totals whose codes have a meaning
   * @param declared how the totals of a record are to be read
   * @param age orders statements of one total: the last one counts
   * @param counts false for records that only serve as the year before: those out of scope
   */
  static RunningTotals of(
      List<Found> totals,
      Function<Found, IngestSettings.Cumulative> declared,
      Codes codes,
      Comparator<Found> age,
      Predicate<Found> counts) {
    RunningTotals running = new RunningTotals(declared, codes, age, counts);
    Map<String, TreeMap<Integer, List<Found>>> series = new TreeMap<>();
    for (Found f : totals) {
      series
          .computeIfAbsent(running.series(f), s -> new TreeMap<>())
          .computeIfAbsent(f.year(), y -> new ArrayList<>())
          .add(f);
    }
    series.values().forEach(running::difference);
    return running;
  }

  List<SetApart> apart() {
    return apart;
  }

  List<Taken> carried() {
    return carried;
  }

  private String series(Found f) {
    int vintage = Codes.vintage(f.codeVintage(), f.year());
    String unit = codes.recipient(Input.FLOWS, f.recipient(), vintage).unit();
    String donor = f.donor() == 0 ? "" : codes.donor(unit, f.donor(), vintage, f.year());
    return String.join(
        "\u0001", f.sourceId(), unit, donor, f.direction(), f.indicator(), f.form(), f.status());
  }

  /** The totals of one year, one a code; without any it has no total that can be used. */
  private record Year(int year, Map<Integer, Found> byCode) {
    long total() {
      return byCode.values().stream().mapToLong(Found::amount).reduce(0, Math::addExact);
    }

    Found first() {
      return byCode.values().iterator().next();
    }
  }

  private void difference(TreeMap<Integer, List<Found>> series) {
    List<Year> years = new ArrayList<>();
    series.forEach((year, found) -> years.add(new Year(year, standing(found))));
    Set<Integer> falling = falling(years);
    Year before = null;
    for (Year year : years) {
      if (falling.contains(year.year())) {
        reject(year, Reason.CUMULATIVE_FALL, neighbours(years, year));
      } else if (!year.byCode().isEmpty()) {
        count(year, before, falling);
      }
      before = year;
    }
  }

  private void count(Year year, Year before, Set<Integer> falling) {
    int since = declared.apply(year.first()).since();
    if (before == null && (since == 0 || since == year.year())) {
      return;
    }
    boolean follows =
        before != null
            && before.year() == year.year() - 1
            && !before.byCode().isEmpty()
            && !falling.contains(before.year())
            && isWhole(before, year);
    if (follows) {
      carry(year, before);
    } else {
      reject(year, Reason.CUMULATIVE_GAP, gap(year, before, since));
    }
  }

  /** Years whose total lies below the one before it, and those years before. */
  private Set<Integer> falling(List<Year> years) {
    Set<Integer> falling = new TreeSet<>();
    List<Year> stated = years.stream().filter(y -> !y.byCode().isEmpty()).toList();
    for (int i = 1; i < stated.size(); i++) {
      Year year = stated.get(i);
      if (year.total() < stated.get(i - 1).total() && !declared.apply(year.first()).mayFall()) {
        falling.add(stated.get(i - 1).year());
        falling.add(year.year());
      }
    }
    return falling;
  }

  /** No code that was valid in both years is missing in one of them. */
  private boolean isWhole(Year before, Year year) {
    return missing(before, year).isEmpty() && missing(year, before).isEmpty();
  }

  private Optional<Found> missing(Year from, Year in) {
    return from.byCode().values().stream()
        .filter(f -> !in.byCode().containsKey(f.recipient()))
        .filter(f -> isValid(f, in.year()))
        .findFirst();
  }

  private boolean isValid(Found f, int year) {
    int vintage = Codes.vintage(f.codeVintage(), year);
    return switch (codes.recipient(Input.FLOWS, f.recipient(), vintage).outcome()) {
      case OK, UNCOVERED -> true;
      default -> false;
    };
  }

  /** The one total of every code: the latest statement; of two that disagree none. */
  private Map<Integer, Found> standing(List<Found> year) {
    Map<Integer, List<Found>> byCode = new TreeMap<>();
    year.forEach(f -> byCode.computeIfAbsent(f.recipient(), c -> new ArrayList<>()).add(f));
    Map<Integer, Found> standing = new TreeMap<>();
    byCode.forEach((code, same) -> one(same).ifPresent(f -> standing.put(code, f)));
    if (standing.size() == byCode.size()) {
      return standing;
    }
    standing.values().forEach(f -> reject(f, Reason.CUMULATIVE_GAP, Text.NONE));
    return Map.of();
  }

  private Optional<Found> one(List<Found> same) {
    Found last = same.stream().max(age).orElseThrow();
    List<Found> newest = new ArrayList<>();
    same.forEach(
        f -> {
          if (age.compare(f, last) == 0) {
            newest.add(f);
          } else {
            reject(f, Reason.SUPERSEDED, Text.NONE);
          }
        });
    newest.sort((a, b) -> a.before(b) ? -1 : 1);
    if (newest.stream().anyMatch(f -> f.amount() != newest.get(0).amount())) {
      newest.forEach(f -> reject(f, Reason.DUP_CONFLICT, Text.NONE));
      return Optional.empty();
    }
    newest.stream().skip(1).forEach(f -> reject(f, Reason.DUP_EXACT, Text.NONE));
    return Optional.of(newest.get(0));
  }

  /** Each code carries its own total; totals of codes that ended go to those that follow them. */
  private void carry(Year year, Year before) {
    long left = before.total();
    List<Found> heirs = new ArrayList<>();
    for (Found f : year.byCode().values()) {
      Found own = before.byCode().get(f.recipient());
      if (own == null) {
        heirs.add(f);
      } else {
        left = Math.subtractExact(left, own.amount());
        carry(f, own.amount());
      }
    }
    share(left, heirs.isEmpty() ? List.copyOf(year.byCode().values()) : heirs);
  }

  /** To each as much as it holds, what is left to the last. */
  private void share(long total, List<Found> heirs) {
    long left = total;
    for (Found heir : heirs) {
      boolean last = heir == heirs.get(heirs.size() - 1);
      long part = last ? left : Math.min(left, heir.amount());
      carry(heir, part);
      left -= part;
    }
  }

  private void carry(Found f, long amount) {
    if (counts.test(f) && amount != 0) {
      carried.add(new Taken(f, amount, Reason.CUMULATIVE));
    }
  }

  private void reject(Year year, Reason reason, Text suggestion) {
    year.byCode().values().forEach(f -> reject(f, reason, suggestion));
  }

  private void reject(Found f, Reason reason, Text suggestion) {
    if (counts.test(f)) {
      apart.add(new SetApart(f, reason, SetApart.AMOUNT, Long.toString(f.amount()), suggestion));
    }
  }

  private static Text gap(Year year, Year before, int since) {
    int missing = year.year() - 1;
    if (before == null) {
      return Text.of("补上自 " + since + " 年起的累计数", "add the totals from " + since + " on");
    }
    return before.year() == missing
        ? Text.of("先更正或补全 " + missing + " 年的累计数", "mend the totals of " + missing + " first")
        : Text.of(
            "补上 " + missing + " 年的累计数,此前一次为 " + before.year() + " 年",
            "add the total of " + missing + "; the one before is of " + before.year());
  }

  private static Text neighbours(List<Year> years, Year year) {
    int at = years.indexOf(year);
    String others =
        years.subList(Math.max(0, at - 1), Math.min(years.size(), at + 2)).stream()
            .filter(y -> y != year)
            .map(y -> Integer.toString(y.year()))
            .collect(Collectors.joining(", "));
    return Text.of("与 " + others + " 年的累计数核对", "compare it with the totals of " + others);
  }
}
