package org.jiedui.ingest.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that names a year: {@code 2016}, {@code 2016年}, {@code 财政资金(万元) 2016}.
 *
 * @param rest the name that stands beside the year, without its unit; empty for none
 * @param withUnit the header without the year
 */
record YearHeader(int year, String rest, String withUnit) {
  private static final Pattern YEAR = Pattern.compile("(?<![0-9])([0-9]{4})(?:年度?)?(?![0-9])");
  private static final Pattern BORDER = Pattern.compile("^[_/|·:-]+|[_/|·:-]+$");

  /** Empty when no year of the contract stands in the header, or more than one. */
  static Optional<YearHeader> of(String header, Contract.Table table) {
    String text = Headers.normal(header);
    Matcher found = YEAR.matcher(text);
    if (!found.find() || !isYear(Integer.parseInt(found.group(1)), table)) {
      return Optional.empty();
    }
    int year = Integer.parseInt(found.group(1));
    String rest = text.substring(0, found.start()) + text.substring(found.end());
    if (found.find()) {
      return Optional.empty();
    }
    String name = BORDER.matcher(Headers.of("x" + rest).name().substring(1)).replaceAll("");
    return Optional.of(new YearHeader(year, name, "x" + rest));
  }

  /** Empty, too, where the columns of a file are not declared to be years. */
  static Optional<YearHeader> declared(
      String header, Contract.Table table, IngestSettings.Declaration declared) {
    return declared.isWideYears() ? of(header, table) : Optional.empty();
  }

  private static boolean isYear(int number, Contract.Table table) {
    return table.columns().stream()
        .filter(c -> c.role() == Role.YEAR)
        .anyMatch(c -> c.min() <= number && number <= c.max());
  }
}
