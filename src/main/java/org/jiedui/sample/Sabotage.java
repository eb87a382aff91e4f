package org.jiedui.sample;

import java.util.List;
import java.util.function.IntPredicate;

/** Plants wrong rows of known kinds and numbers among the good rows of a sheet. */
final class Sabotage {
  private static final int TRIES = 1_000_000;

  private final Sheet sheet;
  private final List<Change> recodes;
  private final Chance chance;

  Sabotage(Sheet sheet, World world, Chance chance) {
    this.sheet = sheet;
    this.recodes = world.changes().stream().filter(c -> c.kind() == Change.Kind.RECODE).toList();
    this.chance = chance;
  }

  Sabotage plant(Mistake mistake, int times) {
    for (int i = 0; i < times; i++) {
      plant(mistake);
    }
    sheet.count(mistake, mistake == Mistake.DUP_CONFLICT ? 2 * times : times);
    return this;
  }

  private void plant(Mistake mistake) {
    switch (mistake) {
      case CODE_UNKNOWN -> wrong(Sheet.RECIPIENT, "769" + (900 + chance.below(90)));
      case CODE_SCI -> wrong(Sheet.RECIPIENT, "7.6E+05");
      case CODE_VINTAGE -> retiredCode();
      case YEAR_RANGE -> wrong(Sheet.YEAR, chance.chance(.5) ? "1896" : "2106");
      case NUM_AMBIGUOUS -> wrongAmount("1,23");
      case NUM_SYNTAX -> wrongAmount("约120");
      case NUM_FRACTION -> wrongAmount("2.5");
      case WORD_UNKNOWN -> wrong(sheet.column("指标"), "招商引资");
      case DUP_CONFLICT -> conflict();
      case DUP_EXACT -> again();
      case BLANK -> sheet.plantAfter(chance.below(sheet.size()), "");
      case CODE_TRANSITION -> throw new IllegalArgumentException("not planted here");
    }
  }

  /** A row that differs from a good one in its id and in one wrong cell. */
  private void wrong(int column, String value) {
    int at = any();
    String[] row = fresh(at);
    row[column] = value;
    sheet.plantAfter(at, row);
  }

  private void wrongAmount(String value) {
    int at = any();
    String[] row = fresh(at);
    row[sheet.onlyMeasure(at)] = value;
    sheet.plantAfter(at, row);
  }

  /** A code in a year after the one that ended it; the year of the change would still pass. */
  private void retiredCode() {
    Change change = recodes.get(chance.below(recodes.size()));
    while (!hasYearAfter(change)) {
      change = recodes.get(chance.below(recodes.size()));
    }
    int end = change.year();
    int at = pick(i -> year(i) > end);
    String[] row = fresh(at);
    row[Sheet.RECIPIENT] = change.before().code();
    if (sheet.column("县名") >= 0) {
      row[sheet.column("县名")] = change.before().name();
    }
    sheet.plantAfter(at, row);
  }

  private boolean hasYearAfter(Change change) {
    return year(0) > change.year() || year(sheet.size() - 1) > change.year();
  }

  /** Two rows with one id of their own and different amounts; neither can be believed. */
  private void conflict() {
    int at = any();
    String[] row = fresh(at);
    String[] other = row.clone();
    int column = sheet.onlyMeasure(at);
    other[column] = misread(row[column]);
    sheet.plantAfter(at, row);
    sheet.plantAfter(at + chance.below(sheet.size() - at), other);
  }

  private void again() {
    int at = any();
    sheet.plantAfter(at + chance.below(sheet.size() - at), sheet.row(at).clone());
  }

  private String[] fresh(int at) {
    String[] row = sheet.row(at).clone();
    row[Sheet.ID] = sheet.nextId();
    return row;
  }

  private int any() {
    return pick(i -> true);
  }

  /** A good row with one measure, so that a bad row is one bad record. */
  private int pick(IntPredicate wanted) {
    for (int i = 0; i < TRIES; i++) {
      int at = chance.below(sheet.size());
      if (sheet.onlyMeasure(at) >= 0 && wanted.test(at)) {
        return at;
      }
    }
    throw new IllegalStateException("no row of " + sheet.name() + " fits");
  }

  private int year(int row) {
    return Integer.parseInt(sheet.row(row)[Sheet.YEAR]);
  }

  private static String misread(String amount) {
    int last = amount.length() - 1;
    int digit = amount.charAt(last) - '0';
    return amount.substring(0, last) + (digit + 1) % 10;
  }
}
