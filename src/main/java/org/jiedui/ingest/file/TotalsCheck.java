package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds rows of totals against the rows around them: since the last total, from the beginning, up
 * to the next total, or all. A total may stand above or below its details.
 */
public final class TotalsCheck implements Serializable {
  private static final int MOST_TOTALS = 10_000;
  private static final int MOST_GAPS = 20;

  private final Layout layout;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Total> totals = new ArrayList<>();
  private long[] accepted = new long[8];
  private long[] rejected = new long[8];
  private long[] rows = new long[8];
  private long[] digits = new long[8];

  TotalsCheck(Layout layout) {
    this.layout = layout;
  }

  /** A row of totals, with what was summed before it. */
  private record Total(
      long line, Map<String, Long> amounts, long[] accepted, long[] rejected, long[] rows)
      implements Serializable {}

  /** The check of a whole file from those of its ranges, in their order. */
  public static TotalsCheck joined(List<TotalsCheck> ranges) {
    var whole = new TotalsCheck(ranges.get(0).layout);
    ranges.forEach(whole::append);
    return whole;
  }

  private void append(TotalsCheck next) {
    int[] to = new int[next.numbers.size()];
    next.numbers.forEach((indicator, number) -> to[number] = number(indicator));
    for (Total t : next.totals.subList(0, Math.min(next.totals.size(), room()))) {
      totals.add(
          new Total(
              t.line(),
              t.amounts(),
              plus(accepted, t.accepted(), to),
              plus(rejected, t.rejected(), to),
              plus(rows, t.rows(), to)));
    }
    accepted = plus(accepted, next.accepted, to);
    rejected = plus(rejected, next.rejected, to);
    rows = plus(rows, next.rows, to);
    for (int i = 0; i < to.length; i++) {
      digits[to[i]] = Math.min(digits[to[i]], next.digits[i]);
    }
  }

  private int room() {
    return MOST_TOTALS - totals.size();
  }

  private static long[] plus(long[] sums, long[] more, int[] to) {
    long[] sum = sums.clone();
    for (int i = 0; i < Math.min(more.length, to.length); i++) {
      sum[to[i]] += more[i];
    }
    return sum;
  }

  /** Number of an indicator in {@link #accept}. */
  int number(String indicator) {
    return numbers.computeIfAbsent(
        indicator,
        id -> {
          int number = numbers.size();
          if (number == accepted.length) {
            accepted = Arrays.copyOf(accepted, number * 2);
            rejected = Arrays.copyOf(rejected, number * 2);
            rows = Arrays.copyOf(rows, number * 2);
            digits = Arrays.copyOf(digits, number * 2);
          }
          digits[number] = unit(id);
          return number;
        });
  }

  /** Minor units of one unit of the column: no coarser digit is taken for the one shown. */
  private long unit(String indicator) {
    return layout
        .measures()
        .filter(s -> s.measure().indicator().equals(indicator))
        .mapToLong(Slot::scale)
        .min()
        .orElse(1);
  }

  void accept(int indicator, long amount) {
    accepted[indicator] += amount;
    rows[indicator]++;
    while (amount % digits[indicator] != 0) {
      digits[indicator] /= 10;
    }
  }

  void reject(List<Amount> amounts) {
    amounts.forEach(a -> rejected[number(a.indicator())] += a.minorUnits());
  }

  void total(long line, List<Amount> amounts) {
    if (room() > 0 && !amounts.isEmpty()) {
      Map<String, Long> sums = new HashMap<>();
      amounts.forEach(a -> sums.merge(a.indicator(), a.minorUnits(), Long::sum));
      sums.keySet().forEach(this::number);
      totals.add(new Total(line, sums, accepted.clone(), rejected.clone(), rows.clone()));
    }
  }

  /** Totals that nothing sums up to, the first of them; one for each row and indicator. */
  public List<TotalGap> gaps() {
    List<TotalGap> gaps = new ArrayList<>();
    for (int i = 0; i < totals.size() && gaps.size() < MOST_GAPS; i++) {
      for (String indicator : totals.get(i).amounts().keySet().stream().sorted().toList()) {
        gap(i, indicator, gaps);
      }
    }
    return gaps;
  }

  private void gap(int at, String indicator, List<TotalGap> gaps) {
    int number = numbers.get(indicator);
    Total total = totals.get(at);
    long stated = total.amounts().get(indicator);
    long nearest = 0;
    boolean isRejected = false;
    long[] whole = {0, 0, 0};
    long[] end = {accepted[number], rejected[number], rows[number]};
    long[] here = sums(total, number);
    long[] before = at == 0 ? whole : sums(totals.get(at - 1), number);
    long[] after = at + 1 < totals.size() ? sums(totals.get(at + 1), number) : end;
    long[][][] blocks = {{before, here}, {whole, here}, {here, after}, {here, end}, {whole, end}};
    for (int i = 0; i < blocks.length; i++) {
      long[] from = blocks[i][0];
      long[] to = blocks[i][1];
      long sum = to[0] - from[0];
      long gap = stated - sum;
      if (Math.abs(gap) <= tolerance(number, stated, to[2] - from[2])) {
        return;
      }
      isRejected |= gap == to[1] - from[1];
      nearest = i == 0 || Math.abs(gap) < Math.abs(stated - nearest) ? sum : nearest;
    }
    gaps.add(new TotalGap(total.line(), indicator, stated, nearest, isRejected));
  }

  private static long[] sums(Total total, int number) {
    boolean known = number < total.accepted().length;
    return known
        ? new long[] {total.accepted()[number], total.rejected()[number], total.rows()[number]}
        : new long[3];
  }

  /** Half a shown digit for each row; nothing where the smallest unit is shown. */
  private long tolerance(int number, long stated, long details) {
    long digit = digits[number];
    while (stated % digit != 0) {
      digit /= 10;
    }
    return digit == 1 ? 0 : digit / 2 * details;
  }
}
