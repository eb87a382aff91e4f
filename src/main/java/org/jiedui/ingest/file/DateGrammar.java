package org.jiedui.ingest.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day: {@code 2016-03-05}, {@code 2016/3/5}, {@code 2016年3月5日}, {@code 20160305}. */
final class DateGrammar {
  private static final Pattern DAY =
      Pattern.compile(
          "([0-9]{4})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)");
  private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

  private DateGrammar() {}

  /** Empty when it is no day of the calendar. */
  static Optional<LocalDate> read(String cell) {
    String text = NumberGrammar.fold(cell);
    Matcher digits = DIGITS.matcher(text);
    if (digits.matches()) {
      return day(digits.group(1), digits.group(2), digits.group(3));
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    return day.group(2) != null
        ? day(day.group(1), day.group(3), day.group(4))
        : day(day.group(1), day.group(5), day.group(6));
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
