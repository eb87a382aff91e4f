package org.jiedui.ingest.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.Text;

/**
 * One row of a roster on its way: who was posted where, as what, from when to when. What identifies
 * the person is hashed as it is read and never kept.
 */
final class RosterRow {
  private final Layout layout;
  private final RowIssues issues;
  private final Slot person;
  private String hash = "";
  private Posting.Post post;
  private LocalDate from;
  private LocalDate to;

  /** One value of a posting. */
  record Value(int year, Measure measure, long amount) {}

  RosterRow(Layout layout, RowIssues issues) {
    this.layout = layout;
    this.issues = issues;
    person = layout.slot(Role.PERSON).orElse(null);
  }

  /** Whether the table is a roster. */
  boolean isOne() {
    return person != null;
  }

  void clear() {
    hash = "";
    post = null;
    from = null;
    to = null;
  }

  void person(Slot slot, String cell) {
    if (cell.isEmpty()) {
      issues.cell(slot, Reason.PERSON_MISSING, Text.NONE);
    } else {
      hash = layout.persons().hash(cell);
    }
  }

  void post(Slot slot, String cell) {
    post = layout.words().posts().get(Headers.normal(cell));
    if (post == null) {
      issues.word(slot, cell, layout.words().posts().keySet());
    }
  }

  void from(Slot slot, String cell) {
    from = day(slot, cell);
  }

  void to(Slot slot, String cell) {
    to = day(slot, cell);
  }

  private LocalDate day(Slot slot, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    Optional<LocalDate> day = DateGrammar.read(cell);
    if (day.isEmpty()) {
      issues.cell(slot, Reason.DATE_SYNTAX, Text.NONE);
      return null;
    }
    if (day.get().getYear() < slot.min() || day.get().getYear() > slot.max()) {
      issues.cell(slot, Reason.YEAR_RANGE, Text.NONE);
    }
    return day.get();
  }

  /**
   * Settles the days of the posting: those written, else the year of the row, else the declared day
   * until which rosters are known.
   */
  void settle(int year) {
    if (issues.any()) {
      return;
    }
    if (from == null && year > 0) {
      from = LocalDate.of(year, 1, 1);
      to = to == null ? LocalDate.of(year, 12, 31) : to;
    }
    to = to == null ? DateGrammar.read(layout.defaults().until()).orElse(null) : to;
    Slot at = layout.slot(from == null ? Role.FROM : Role.TO).orElse(person);
    if (from == null || to == null) {
      issues.cell(
          at,
          Reason.DATE_SYNTAX,
          Text.of("仍在岗的,声明 to_date.default", "for those still in post declare to_date.default"));
    } else if (to.isBefore(from)) {
      issues.cell(at, Reason.DATE_ORDER, Text.NONE);
    }
  }

  /** Names the posting in every one of its records. */
  String recordId() {
    return new Posting(hash, from, to).recordId();
  }

  /** The posting first, then the time and the person of each year. */
  List<Value> values() {
    List<Value> values = new ArrayList<>();
    add(values, from.getYear(), post.times(), 1);
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      add(values, year, post.years(), PersonTime.in(year, from, to));
      add(values, year, post.persons(), 1);
    }
    return values;
  }

  private static void add(List<Value> values, int year, Measure measure, long amount) {
    if (measure != null) {
      values.add(new Value(year, measure, amount));
    }
  }
}
