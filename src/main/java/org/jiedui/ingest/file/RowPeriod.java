package org.jiedui.ingest.file;

import org.jiedui.message.Text;

/** The years that one row speaks of, where it may speak of several: a year, or a period. */
final class RowPeriod {
  private static final Text ONE = Text.of("年份与时期只填一个", "give a year or a period, not both");

  private final Layout layout;
  private final RowIssues issues;
  private final boolean wideYears;
  private int from;
  private int to;
  private boolean refused;

  RowPeriod(Layout layout, RowIssues issues) {
    this.layout = layout;
    this.issues = issues;
    wideYears = layout.slots().stream().anyMatch(s -> s.year() > 0);
  }

  void clear() {
    from = 0;
    to = 0;
    refused = false;
  }

  /** Reads one cell that is not empty. */
  void read(Slot slot, String cell) {
    PeriodGrammar.Read read =
        slot.role() == Role.PERIOD
            ? PeriodGrammar.read(cell, slot.min(), slot.max())
            : new PeriodGrammar.Read(0, YearGrammar.read(cell, slot.min(), slot.max()));
    if (!read.year().stands()) {
      refused = true;
      issues.cell(slot, read.year().error(), read.year().suggestion());
      return;
    }
    int year = (int) read.year().value();
    from = slot.role() == Role.PERIOD ? read.from() : slot.role() == Role.PERIOD_FROM ? year : from;
    to = slot.role() == Role.PERIOD_FROM ? to : year;
  }

  /** A period of one year is that year; a row of both or of neither is a problem. */
  void settle(LandedRecord record) {
    if (refused) {
      return;
    }
    boolean none = from == 0 && to == 0;
    if (none && wideYears) {
      return;
    }
    if (none && record.year == 0 && layout.slot(Role.YEAR).isEmpty() || (from == 0) != (to == 0)) {
      Role role = from == 0 ? Role.PERIOD_FROM : Role.PERIOD_TO;
      issues.cell(
          layout.slot(role).orElseGet(this::periodSlot),
          Reason.NUM_SYNTAX,
          Text.of("写明起止年份", "give both years"));
    } else if (none && record.year == 0) {
      issues.cell(layout.slot(Role.YEAR).orElseThrow(), Reason.NUM_SYNTAX, ONE);
    } else if (from > to) {
      issues.cell(periodSlot(), Reason.YEAR_RANGE, Text.of("起始年在前", "the first year first"));
    } else if (!none && (wideYears || record.year > 0 && (from < to || to != record.year))) {
      issues.cell(layout.slot(Role.YEAR).orElseGet(this::periodSlot), Reason.YEAR_PERIOD, ONE);
    } else if (!none) {
      record.year = to;
      record.yearFrom = from < to ? from : 0;
    }
  }

  private Slot periodSlot() {
    return Layout.PERIODS.stream()
        .flatMap(role -> layout.slot(role).stream())
        .findFirst()
        .orElseThrow();
  }
}
