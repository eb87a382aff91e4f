package org.jiedui.ingest.file;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Text;

/** Reads a year: {@code 2016}, {@code 2016年}, {@code 2016.0}, full width, or the year of a date. */
final class YearGrammar {
  private static final Pattern YEAR = Pattern.compile("([0-9]{4})(?:年度?|\\.0+)?");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})([-/.年])([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月)");
  private static final Pattern SHORT = Pattern.compile("[0-9]{1,3}年?");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");

  private YearGrammar() {}

  static Num read(String cell, long min, long max) {
    Num plain = cell.length() == 4 ? plain(cell) : null;
    Num year = plain != null ? plain : full(NumberGrammar.fold(cell));
    boolean outside = year.stands() && (year.value() < min || year.value() > max);
    return outside ? Num.refused(Reason.YEAR_RANGE) : year;
  }

  private static Num plain(String cell) {
    int year = 0;
    for (int i = 0; i < 4; i++) {
      int digit = cell.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      year = year * 10 + digit;
    }
    return Num.of(year);
  }

  private static Num full(String text) {
    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return Num.of(Integer.parseInt(year.group(1)));
    }
    if (PeriodGrammar.isPeriod(text)) {
      return Num.refused(
          Reason.YEAR_PERIOD,
          Text.of(
              "每年一行;只有时期合计的,把该列的表头改为“时期”",
              "one row a year; where only the total is known, head the column 时期"));
    }
    Matcher date = DATE.matcher(text);
    if (date.matches() && isDate(date)) {
      return Num.flagged(Integer.parseInt(date.group(1)), Reason.YEAR_FROM_DATE);
    }
    return refused(text);
  }

  private static boolean isDate(Matcher date) {
    int month = Integer.parseInt(date.group(3));
    int day = date.group(4) == null ? 1 : Integer.parseInt(date.group(4));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static Num refused(String text) {
    if (SHORT.matcher(text).matches()) {
      return Num.refused(Reason.YEAR_RANGE, Text.of("写四位年份", "write four digits"));
    }
    if (SERIAL.matcher(text).matches()) {
      LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text));
      return Num.refused(
          Reason.YEAR_RANGE,
          Text.of(
              "像是日期序号(" + day + ");写四位年份",
              "looks like the date number of " + day + "; write four digits"));
    }
    return Num.refused(Reason.NUM_SYNTAX, Text.of("写四位年份", "write four digits"));
  }
}
