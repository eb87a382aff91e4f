package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Types one row: the strict way that every row may go, and every row must go that a faster parser
 * does not take. All reasons of a row are collected; a row with any error ends as one reject.
 *
 * <p>Amounts are counted as read when they are parsed, before any other rule looks at the row.
 */
public final class RowTyper {
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");

  private final Layout layout;
  private final Set<String> missing;
  private final RowIssues issues;
  private final Tally tally = new Tally();
  private final RowAmounts amounts;
  private final RowPlaces places;
  private final RosterRow roster;
  private final RowKeys keys;
  private final LandedRecord record = new LandedRecord();
  private final List<Reason> flags = new ArrayList<>();

  private CellMarks marks = CellMarks.NONE;

  public RowTyper(Layout layout) {
    this.layout = layout;
    this.missing = Set.copyOf(layout.missing());
    this.issues = new RowIssues(layout);
    this.amounts = new RowAmounts(layout, issues, tally, flags);
    this.places = new RowPlaces(layout, issues, flags);
    this.roster = new RosterRow(layout, issues);
    this.keys = new RowKeys(layout, issues, flags, roster, places);
  }

  /** What was read and where it ended, in rows and amounts. */
  public Tally tally() {
    return tally;
  }

  /**
   * Types one row of cells.
   *
   * @param line 1-based line on which the row starts
   * @param offset byte offset of the row
   * @param rawLine the row as written, without its line end
   * @param cells its cells, unquoted
   */
  public void type(long line, long offset, String rawLine, List<String> cells, Sink sink) {
    type(line, offset, rawLine, cells, CellMarks.NONE, sink);
  }

  /** Types one row of cells of which more is known than their text. */
  void type(
      long line, long offset, String rawLine, List<String> cells, CellMarks known, Sink sink) {
    tally.row(Tally.Place.READ);
    if (isBlank(cells) || Footnote.isOne(cells)) {
      blank(line, sink);
      return;
    }
    start(line, offset);
    Mends.Mend mend = layout.mends().of(line);
    marks = mend == null ? known : new MendedMarks(known, mend);
    List<String> row = mend == null ? cells : mended(cells, mend);
    if (row.size() != layout.slots().size()) {
      issues.wrongCount(row);
    } else {
      cells(row);
      places.resolve(row, record, amounts, sink);
    }
    if (mend == null) {
      Damage.find(rawLine).ifPresent(value -> issues.damaged(value, row));
    } else {
      Damage.find(String.join(",", row)).ifPresent(value -> issues.damaged(value, row));
    }
    dropped(mend);
    end(line, rawLine, row, sink);
  }

  /** The row with its mended cells; a note says so when it is accepted. */
  private List<String> mended(List<String> cells, Mends.Mend mend) {
    List<String> row = new ArrayList<>(cells);
    mend.cells().headMap(row.size()).forEach(row::set);
    flags.add(Reason.FIX_APPLIED);
    return row;
  }

  private void dropped(Mends.Mend mend) {
    if (mend != null && mend.drop()) {
      issues.row(Reason.FIX_DROPPED);
    }
  }

  /** Counts a row that holds no data: a note, or one that is left out by declaration. */
  void skip(long line, Sink sink) {
    tally.row(Tally.Place.READ);
    blank(line, sink);
  }

  /** Rejects a row that could not be decoded or split into cells. */
  public void refuse(long line, String rawLine, Reason reason, Sink sink) {
    tally.row(Tally.Place.READ);
    start(line, 0);
    issues.row(reason);
    dropped(layout.mends().of(line));
    reject(line, rawLine, sink);
  }

  private void start(long line, long offset) {
    issues.clear();
    amounts.clear();
    places.clear();
    flags.clear();
    record.line = line;
    record.offset = offset;
    roster.clear();
    keys.start(record);
  }

  private static boolean isBlank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private void blank(long line, Sink sink) {
    tally.row(Tally.Place.BLANK);
    sink.blank(line);
  }

  private void cells(List<String> cells) {
    boolean total = isTotal(cells);
    for (Slot slot : layout.slots()) {
      if (slot.role() != Role.MEASURE && slot.role() != Role.AMOUNT) {
        String cell = cells.get(slot.position()).strip();
        if (!isBroken(slot, cell)) {
          keys.read(slot, missing.contains(cell) ? "" : cell, cells, total);
          note(slot, total);
        }
      }
    }
    if (!total) {
      keys.settle();
    }
    for (Slot slot : layout.slots()) {
      if (slot.isAmount() && !isBroken(slot, cells.get(slot.position()).strip())) {
        Measure measure = slot.role() == Role.MEASURE ? slot.measure() : keys.measure();
        amounts.read(
            slot, measure, cells.get(slot.position()), keys.unit(), keys.form(), keys.status());
        note(slot, total);
      }
    }
  }

  private boolean isBroken(Slot slot, String cell) {
    Reason problem = marks.problem(slot);
    if (problem == null) {
      return false;
    }
    issues.cell(slot, problem, marks.suggestion(slot));
    if (problem == Reason.XLS_MERGED && !missing.contains(cell)) {
      Measure measure = slot.role() == Role.MEASURE ? slot.measure() : keys.measure();
      amounts.read(slot, measure, cell, keys.unit(), keys.form(), keys.status());
    }
    return true;
  }

  private void note(Slot slot, boolean total) {
    Reason flag = total ? null : marks.flag(slot);
    if (flag != null) {
      flags.add(flag);
    }
  }

  private boolean isTotal(List<String> cells) {
    for (Slot slot : layout.slots()) {
      boolean names = slot.role() == Role.RECIPIENT || Layout.PLACE_NAMES.contains(slot.role());
      String cell = names ? cells.get(slot.position()) : "";
      if (isTotalWord(cell)) {
        issues.total();
        return true;
      }
    }
    return false;
  }

  /** 合计, 总计 or 小计, blanks between them or not. */
  static boolean isTotalWord(String cell) {
    return cell.length() >= 2
        && cell.length() <= 20
        && cell.indexOf('计') > 0
        && TOTALS.contains(cell.replaceAll("[\\s\u3000\u00A0]", ""));
  }

  private void end(long line, String rawLine, List<String> cells, Sink sink) {
    if (roster.isOne() && !issues.isTotal()) {
      roster.settle(record.year);
    }
    issues.remember(cells);
    if (issues.any()) {
      reject(line, rawLine, sink);
    } else if (issues.isTotal()) {
      tally.row(Tally.Place.CONTROL_TOTAL);
      sink.controlTotal(line, amounts.ended(Tally.Place.CONTROL_TOTAL));
    } else if (roster.isOne()) {
      post(line, sink);
    } else if (amounts.parsed().isEmpty()) {
      blank(line, sink);
    } else {
      accept(line, sink);
    }
  }

  private void accept(long line, Sink sink) {
    tally.row(Tally.Place.ACCEPTED);
    int rowYear = record.year;
    int rowCode = record.recipientCode;
    String rowStatus = record.status;
    for (RowAmounts.Parsed one : amounts.parsed()) {
      record.indicator = one.measure().indicator();
      record.form = one.measure().form();
      record.status = one.measure().status().isEmpty() ? rowStatus : one.measure().status();
      record.year = one.year() > 0 ? one.year() : rowYear;
      record.recipientCode = places.code(record.year, rowCode);
      record.amount = one.value();
      tally.amount(Tally.Place.ACCEPTED, record.indicator, record.amount);
      sink.record(record);
    }
    flag(line, sink);
  }

  /** One posting: its values count as read once its row stands. */
  private void post(long line, Sink sink) {
    tally.row(Tally.Place.ACCEPTED);
    record.recordId = roster.recordId();
    for (RosterRow.Value one : roster.values()) {
      record.indicator = one.measure().indicator();
      record.form = one.measure().form();
      record.year = one.year();
      record.amount = one.amount();
      tally.amount(Tally.Place.READ, record.indicator, record.amount);
      tally.amount(Tally.Place.ACCEPTED, record.indicator, record.amount);
      sink.record(record);
    }
    flag(line, sink);
  }

  private void flag(long line, Sink sink) {
    for (Reason flag : flags.stream().distinct().toList()) {
      tally.code(flag);
      sink.flag(flag, line);
    }
  }

  private void reject(long line, String rawLine, Sink sink) {
    tally.row(Tally.Place.REJECTED);
    Reject reject =
        issues.reject(line, Pii.covered(rawLine, layout), amounts.ended(Tally.Place.REJECTED));
    reject.codes().forEach(tally::code);
    sink.reject(reject);
  }
}
