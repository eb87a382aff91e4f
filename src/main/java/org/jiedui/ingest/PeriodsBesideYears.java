package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Text;

/**
 * Totals over several years whose source records the same county, indicator, direction and stage by
 * the year within them: the same money stated twice, whatever the form and donor. And totals
 * without a record id that one source states with two amounts.
 */
final class PeriodsBesideYears {
  private static final int SHOWN = 5;

  private final Codes codes;
  private final List<Found> totals;
  private final Map<Cell, NavigableSet<Integer>> years = new HashMap<>();

  PeriodsBesideYears(Codes codes, List<Found> totals) {
    this.codes = codes;
    this.totals = totals;
    totals.forEach(f -> years.put(cell(f), new TreeSet<>()));
  }

  private record Cell(
      String source, String unit, String indicator, String direction, String status) {}

  private Cell cell(Found f) {
    int vintage = Codes.vintage(f.codeVintage(), f.year());
    String unit = codes.recipient(Input.FLOWS, f.recipient(), vintage).unit();
    return new Cell(f.sourceId(), unit, f.indicator(), f.direction(), f.status());
  }

  /** Base-year units of the totals. */
  Set<String> units() {
    return years.keySet().stream().map(Cell::unit).collect(Collectors.toSet());
  }

  /** Takes a record that counts. */
  void add(Found record) {
    NavigableSet<Integer> of = record.yearFrom() == 0 ? years.get(cell(record)) : null;
    if (of != null) {
      of.add(record.year());
    }
  }

  List<SetApart> apart() {
    List<SetApart> apart = new ArrayList<>();
    for (Found f : totals) {
      Set<Integer> beside = years.get(cell(f)).subSet(f.yearFrom(), true, f.year(), true);
      if (!beside.isEmpty()) {
        apart.add(new SetApart(f, Reason.DUP_PERIOD, "", "", recorded(beside)));
      }
    }
    statements(apart).values().stream()
        .filter(same -> same.size() > 1)
        .flatMap(List::stream)
        .map(PeriodsBesideYears::conflict)
        .forEach(apart::add);
    return apart;
  }

  /** Totals of one statement; those that do not count take no part. */
  private Map<List<Object>, List<Found>> statements(List<SetApart> apart) {
    Set<Found> gone = apart.stream().map(SetApart::record).collect(Collectors.toSet());
    return totals.stream()
        .filter(f -> f.recordId().isEmpty() && !gone.contains(f))
        .collect(
            Collectors.groupingBy(
                f -> List.of(cell(f), f.form(), f.donor(), f.yearFrom(), f.year()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static SetApart conflict(Found f) {
    return new SetApart(
        f,
        Reason.DUP_CONFLICT,
        SetApart.AMOUNT,
        Long.toString(f.amount()),
        Text.of("只留一个合计,或为每笔编号", "keep one total, or number them"));
  }

  private static Text recorded(Set<Integer> years) {
    String some =
        years.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "))
            + (years.size() > SHOWN ? " …" : "");
    return Text.of("逐年记录:" + some, "recorded by the year: " + some);
  }
}
