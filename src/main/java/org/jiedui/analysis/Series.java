package org.jiedui.analysis;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The yearly exact sums of one recipient, donor, indicator, direction, form and status.
 *
 * @param amounts minor units, one for each study year
 * @param records records behind each amount; 0 means that nothing was recorded
 * @param negatives one number: panel cells of the study years below 0
 * @param whole what totals over several years add
 */
record Series(
    String recipient,
    String donor,
    String indicator,
    String direction,
    String form,
    String status,
    long[] amounts,
    long[] records,
    long[] negatives,
    WholePeriods whole) {

  /** Whose and of what a series is. */
  record Key(
      String recipient,
      String donor,
      String indicator,
      String direction,
      String form,
      String status) {
    static Key of(PeriodTotal p) {
      return new Key(p.recipient(), p.donor(), p.indicator(), p.direction(), p.form(), p.status());
    }

    /** Without any record of a single year. */
    Series empty(int years) {
      return new Series(
          recipient,
          donor,
          indicator,
          direction,
          form,
          status,
          new long[years],
          new long[years],
          new long[1],
          WholePeriods.NONE);
    }
  }

  Key key() {
    return new Key(recipient, donor, indicator, direction, form, status);
  }

  /** The same with totals over several years. */
  Series with(WholePeriods more) {
    return new Series(
        recipient, donor, indicator, direction, form, status, amounts, records, negatives, more);
  }

  static final Comparator<Series> BY_KEY =
      Comparator.comparing(Series::indicator)
          .thenComparing(Series::direction)
          .thenComparing(Series::form)
          .thenComparing(Series::status)
          .thenComparing(Series::recipient)
          .thenComparing(Series::donor);

  /** The same on some of its years; negatives are then counted as years below 0. */
  Series only(int[] have, int[] want) {
    if (Arrays.equals(have, want)) {
      return this;
    }
    int[] at = Arrays.stream(want).map(year -> Arrays.binarySearch(have, year)).toArray();
    long[] kept = RatioGroup.pick(amounts, at);
    long below = Arrays.stream(kept).filter(amount -> amount < 0).count();
    return new Series(
        recipient,
        donor,
        indicator,
        direction,
        form,
        status,
        kept,
        RatioGroup.pick(records, at),
        new long[] {below},
        whole);
  }
}
