package org.jiedui.ingest.file;

import java.time.LocalDate;
import java.time.Year;

/**
 * Time in post as parts of calendar years, in millionths of a person-year.
 *
 * <p>Formula: {@code m(d) = floor(10^6 d / D)} for the first d of the D days of a year; days a to b
 * of it are {@code m(b) - m(a - 1)}. So a whole year is exactly 1, and spells that follow each
 * other add up to the spell that covers both, without any residue.
 */
public final class PersonTime {
  /** Decimals of an indicator of person-years. */
  public static final int DECIMALS = 6;

  private static final long WHOLE = 1_000_000;

  private PersonTime() {}

  /** The part of a year that lies between two days, both included; 0 when none does. */
  public static long in(int year, LocalDate from, LocalDate to) {
    int first = from.getYear() < year ? 1 : from.getYear() > year ? 400 : from.getDayOfYear();
    int days = Year.of(year).length();
    int last = to.getYear() > year ? days : to.getYear() < year ? 0 : to.getDayOfYear();
    return first > last ? 0 : WHOLE * last / days - WHOLE * (first - 1) / days;
  }
}
