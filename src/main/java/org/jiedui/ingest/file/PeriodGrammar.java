package org.jiedui.ingest.file;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Text;

/**
 * Reads the years that a total is of: {@code 2016-2020}, {@code 1996—2015年}, {@code 2016至2020}, a
 * five-year plan by its name ({@code 十三五}), or one year. A word for total or period may follow.
 */
final class PeriodGrammar {
  private static final String TAIL = "(?:期间|时期)?(?:合计|总计|累计|小计)?";
  private static final Pattern YEARS =
      Pattern.compile("([0-9]{4})年?(?:-|~|～|—|–|——|至|到)([0-9]{4})年?" + TAIL);
  private static final Pattern PLAN =
      Pattern.compile("[“\"「]?(九五|十五|十一五|十二五|十三五|十四五|十五五)[”\"」]?(?:规划)?" + TAIL);

  /** First years of the five-year plans. */
  private static final Map<String, Integer> PLANS =
      Map.of(
          "九五", 1996, "十五", 2001, "十一五", 2006, "十二五", 2011, "十三五", 2016, "十四五", 2021, "十五五", 2026);

  private PeriodGrammar() {}

  /**
   * What a cell says.
   *
   * @param from first year; 0 where the cell is refused
   * @param year last year, or why there is none
   */
  record Read(int from, Num year) {
    static Read refused(Num why) {
      return new Read(0, why);
    }
  }

  static Read read(String cell, long min, long max) {
    Optional<int[]> years = years(NumberGrammar.fold(cell));
    if (years.isEmpty()) {
      Num year = YearGrammar.read(cell, min, max);
      return year.stands() ? new Read((int) year.value(), year) : Read.refused(named(year));
    }
    int from = years.get()[0];
    int to = years.get()[1];
    if (from > to || from < min || to > max) {
      return Read.refused(Num.refused(Reason.YEAR_RANGE));
    }
    return new Read(from, Num.of(to));
  }

  /** Whether a cell names several years. */
  static boolean isPeriod(String folded) {
    return years(folded).isPresent();
  }

  private static Optional<int[]> years(String folded) {
    Matcher years = YEARS.matcher(folded);
    if (years.matches()) {
      return Optional.of(
          new int[] {Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2))});
    }
    Matcher plan = PLAN.matcher(folded);
    return plan.matches()
        ? Optional.of(new int[] {PLANS.get(plan.group(1)), PLANS.get(plan.group(1)) + 4})
        : Optional.empty();
  }

  private static Num named(Num year) {
    return year.error() == Reason.NUM_SYNTAX
        ? Num.refused(
            Reason.NUM_SYNTAX, Text.of("写成 2016-2020 或“十三五”", "write it as 2016-2020 or 十三五"))
        : year;
  }
}
