package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.table.Frame;
import org.jiedui.table.GapChangeRow;
import org.jiedui.table.Status;

/**
 * Mean gap of each recipient before and after, over the years that have one, and the change.
 *
 * <p>Formula: {@code mean(gap after) - mean(gap before)}; the same for the log gap to the donors.
 * NO_DATA where one side has no year. Below 0 the gap has become smaller; why is not said here.
 */
final class GapChange {
  private GapChange() {}

  /** A gap in a year; null where there is none. */
  private record At(int year, Double gap, Double donorGap, Status donorStatus) {}

  static Frame of(
      List<Scored> scored,
      List<DonorGap> donors,
      DonorLinks links,
      GapBreaks breaks,
      GapParams params) {
    TreeMap<String, Set<String>> sides = new TreeMap<>();
    TreeMap<String, List<At>> units = new TreeMap<>();
    for (int i = 0; i < scored.size(); i++) {
      Scored row = scored.get(i);
      if (GapTables.isRecipient(row)) {
        units
            .computeIfAbsent(row.unit(), unit -> new ArrayList<>())
            .add(new At(row.year(), row.gap(), donors.get(i).log(), donors.get(i).status()));
        sides
            .computeIfAbsent(row.unit(), unit -> new TreeSet<>(Set.of(unit)))
            .addAll(links.of(row.unit(), row.year()).keySet());
      }
    }
    List<Object[]> rows = new ArrayList<>();
    units.forEach(
        (unit, years) -> rows.add(row(unit, years, breaks.flag(sides.get(unit)), params)));
    return Frame.of("gap_change", GapChangeRow.values(), rows);
  }

  private static Object[] row(String unit, List<At> years, String flags, GapParams params) {
    List<Double> before = gaps(years, params.before());
    List<Double> after = gaps(years, params.after());
    List<Double> donorBefore = donorGaps(years, params.before());
    List<Double> donorAfter = donorGaps(years, params.after());
    return new Object[] {
      unit,
      params.places().name(unit),
      before.size(),
      after.size(),
      mean(before),
      mean(after),
      change(before, after),
      status(before, after),
      donorBefore.size(),
      donorAfter.size(),
      mean(donorBefore),
      mean(donorAfter),
      change(donorBefore, donorAfter),
      donorStatus(years, params, status(donorBefore, donorAfter)),
      flags
    };
  }

  /** NO_DONOR where a side is empty because nobody was paired with the region in it. */
  private static String donorStatus(List<At> years, GapParams params, String status) {
    boolean alone = isAlone(years, params.before()) || isAlone(years, params.after());
    return alone ? Status.NO_DONOR.name() : status;
  }

  private static boolean isAlone(List<At> years, Years window) {
    List<At> side = years.stream().filter(at -> window.contains(at.year())).toList();
    return !side.isEmpty() && side.stream().allMatch(at -> at.donorStatus() == Status.NO_DONOR);
  }

  private static List<Double> gaps(List<At> years, Years window) {
    return years.stream()
        .filter(at -> window.contains(at.year()))
        .map(At::gap)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Double> donorGaps(List<At> years, Years window) {
    return years.stream()
        .filter(at -> window.contains(at.year()))
        .map(At::donorGap)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Double mean(List<Double> values) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    return array.length == 0 ? null : (Double) (CompensatedSum.of(array) / array.length);
  }

  private static Double change(List<Double> before, List<Double> after) {
    return before.isEmpty() || after.isEmpty() ? null : (Double) (mean(after) - mean(before));
  }

  private static String status(List<Double> before, List<Double> after) {
    return (before.isEmpty() || after.isEmpty() ? Status.NO_DATA : Status.OK).name();
  }
}
