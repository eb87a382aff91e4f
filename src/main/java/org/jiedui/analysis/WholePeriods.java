package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What totals over several years add to one series: amounts and records on each side, and the study
 * years they are of.
 *
 * @param amounts minor units, by {@link Side}
 * @param records by {@link Side}
 * @param years for each study year whether a total is of it; empty for none at all
 */
record WholePeriods(long[] amounts, long[] records, boolean[] years) {
  static final WholePeriods NONE = new WholePeriods(new long[2], new long[2], new boolean[0]);

  boolean any() {
    return records[0] + records[1] > 0;
  }

  /** Whether a total is of a study year. */
  boolean covers(int year) {
    return year < years.length && years[year];
  }

  long amount(Side side) {
    return amounts[side.ordinal()];
  }

  long records(Side side) {
    return records[side.ordinal()];
  }

  WholePeriods plus(WholePeriods other) {
    long[] sums = amounts.clone();
    long[] counts = records.clone();
    RatioGroup.add(sums, other.amounts);
    RatioGroup.add(counts, other.records);
    boolean[] covered = new boolean[Math.max(years.length, other.years.length)];
    for (int y = 0; y < covered.length; y++) {
      covered[y] = covers(y) || other.covers(y);
    }
    return new WholePeriods(sums, counts, covered);
  }

  private static WholePeriods of(PeriodTotal total, Side side, int[] studyYears) {
    long[] amounts = new long[2];
    long[] records = new long[2];
    amounts[side.ordinal()] = total.amount();
    records[side.ordinal()] = total.records();
    boolean[] years = new boolean[studyYears.length];
    for (int y = 0; y < years.length; y++) {
      years[y] = total.from() <= studyYears[y] && studyYears[y] <= total.to();
    }
    return new WholePeriods(amounts, records, years);
  }

  /** The series with what totals add to them, and series that have nothing but totals. */
  static List<Series> joined(List<Series> series, List<PeriodTotal> totals, Windows windows) {
    if (totals.isEmpty()) {
      return series;
    }
    int[] years = windows.years();
    Map<Series.Key, WholePeriods> whole = new HashMap<>();
    for (Side side : Side.values()) {
      PeriodTotal.within(totals, side.from(windows), side.to(windows))
          .forEach(p -> whole.merge(Series.Key.of(p), of(p, side, years), WholePeriods::plus));
    }
    List<Series> joined = new ArrayList<>();
    for (Series one : series) {
      WholePeriods more = whole.remove(one.key());
      joined.add(more == null ? one : one.with(more));
    }
    whole.forEach((key, more) -> joined.add(key.empty(years.length).with(more)));
    joined.sort(Series.BY_KEY);
    return joined;
  }
}
