package org.jiedui.ingest.file;

import java.io.Serializable;

/**
 * What one measure column counts.
 *
 * @param indicator id of the indicator
 * @param kind money, count or real
 * @param decimals decimals of the minor unit: 2 for money (fen), 0 for counts
 * @param form {@code cash}, {@code kind} or {@code none}
 * @param status stage that a column of one stage is of; empty where its rows say it
 * @param unit the indicator's own unit as written (元, 人, %)
 * @param times {@code person} or {@code person_time} for counts, else empty
 * @param min smallest accepted amount in minor units
 * @param max largest accepted amount in minor units
 */
public record Measure(
    String indicator,
    Kind kind,
    int decimals,
    String form,
    String status,
    String unit,
    String times,
    long min,
    long max)
    implements Serializable {

  /** The same measure in another form. */
  Measure form(String other) {
    return new Measure(indicator, kind, decimals, other, status, unit, times, min, max);
  }

  /** The same measure of one stage; empty for that of its rows. */
  Measure stage(String of) {
    return new Measure(indicator, kind, decimals, form, of, unit, times, min, max);
  }

  /** Whether it can be what a record says. */
  boolean isOf(String recordIndicator, String recordForm, String recordStatus) {
    return indicator.equals(recordIndicator)
        && form.equals(recordForm)
        && (status.isEmpty() || status.equals(recordStatus));
  }

  /** What kind of number it is: it decides the grammar. */
  public enum Kind {
    MONEY,
    COUNT,
    REAL
  }
}
