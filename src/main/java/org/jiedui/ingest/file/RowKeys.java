package org.jiedui.ingest.file;

import java.util.List;
import java.util.Map;

/** Reads the cells of one row that say of what its amounts are: codes, year, words. */
final class RowKeys {
  private final Layout layout;
  private final RowIssues issues;
  private final List<Reason> flags;
  private final RosterRow roster;
  private final RowPlaces places;
  private final RowPeriod period;
  private LandedRecord record;
  private String formCell = "";
  private String unitCell = "";
  private String statusCell = "";
  private String donorName = "";
  private Measure rowMeasure;

  RowKeys(Layout layout, RowIssues issues, List<Reason> flags, RosterRow roster, RowPlaces places) {
    this.layout = layout;
    this.issues = issues;
    this.flags = flags;
    this.roster = roster;
    this.places = places;
    this.period = new RowPeriod(layout, issues);
  }

  /** Starts a row: what the file says of all its rows goes into the record first. */
  void start(LandedRecord of) {
    record = of;
    record.sourceId = layout.defaults().sourceId();
    record.recordId = "";
    record.year = 0;
    record.yearFrom = 0;
    period.clear();
    record.codeVintage = layout.defaults().codeVintage();
    record.revision = 0;
    record.recipientCode = 0;
    record.donorCode = 0;
    record.direction = layout.defaults().direction();
    record.status = layout.defaults().status();
    formCell = layout.defaults().form();
    unitCell = "";
    statusCell = "";
    donorName = "";
    rowMeasure = null;
  }

  String form() {
    return formCell;
  }

  /** Stage that a cell of the row names; empty for none. */
  String status() {
    return statusCell;
  }

  String unit() {
    return unitCell;
  }

  /** What the amount of a long row counts; null where its indicator is not known. */
  Measure measure() {
    return rowMeasure;
  }

  /** Reads one cell that is no amount; a row of totals has neither year nor codes. */
  void read(Slot slot, String cell, List<String> cells, boolean total) {
    switch (slot.role()) {
      case SOURCE -> record.sourceId = cell.isEmpty() ? record.sourceId : cell;
      case RECORD_ID -> record.recordId = cell;
      case UNIT -> unitCell = cell;
      case FORM -> formCell = word(slot, cell, layout.words().forms(), formCell);
      case DIRECTION ->
          record.direction = word(slot, cell, layout.words().directions(), record.direction);
      case STATUS -> {
        statusCell = word(slot, cell, layout.words().statuses(), "");
        record.status = statusCell.isEmpty() ? record.status : statusCell;
      }
      case INDICATOR -> {
        if (!total || !cell.isEmpty()) {
          indicator(slot, cell);
        }
      }
      case YEAR -> record.year = total || mayMiss(slot, cell) ? 0 : (int) year(slot, cell);
      case PERIOD, PERIOD_FROM, PERIOD_TO -> {
        if (!total && !cell.isEmpty()) {
          period.read(slot, cell);
        }
      }
      case CODE_VINTAGE ->
          record.codeVintage = cell.isEmpty() ? record.codeVintage : (int) year(slot, cell);
      case RECIPIENT -> record.recipientCode = total ? 0 : recipient(slot, cell, cells);
      case REVISION -> record.revision = cell.isEmpty() ? 0 : revision(slot, cell);
      case DONOR -> record.donorCode = cell.isEmpty() || total ? 0 : (int) code(slot, cell);
      case DONOR_NAME -> donorName = cell;
      case PERSON -> roster.person(slot, cell);
      case POST -> roster.post(slot, cell);
      case FROM -> roster.from(slot, cell);
      case TO -> roster.to(slot, cell);
      default -> {
        // names and columns of no contract are not typed
      }
    }
  }

  private String word(Slot slot, String cell, Map<String, String> words, String fallback) {
    if (cell.isEmpty()) {
      return fallback;
    }
    String known = words.get(cell);
    known = known == null ? words.get(Headers.normal(cell)) : known;
    if (known == null) {
      issues.word(slot, cell, words.keySet());
      return fallback;
    }
    return known;
  }

  private void indicator(Slot slot, String cell) {
    Map<String, Measure> known = layout.words().indicators();
    rowMeasure = known.get(cell);
    rowMeasure = rowMeasure == null ? known.get(Headers.normal(cell)) : rowMeasure;
    if (rowMeasure == null) {
      issues.word(slot, cell, known.keySet());
    }
  }

  private boolean mayMiss(Slot slot, String cell) {
    return cell.isEmpty() && (!slot.required() || layout.hasPeriods());
  }

  /** After all cells of a row that is no row of totals. */
  void settle() {
    donor();
    if (layout.hasPeriods()) {
      period.settle(record);
      if (record.yearFrom > 0) {
        flags.add(Reason.PERIOD_RECORD);
      }
    }
  }

  private long year(Slot slot, String cell) {
    return value(slot, cell, YearGrammar.read(cell, slot.min(), slot.max()));
  }

  /** A small whole number; more of them would not be revisions. */
  private int revision(Slot slot, String cell) {
    if (!cell.matches("[0-9]{1,2}")) {
      issues.revision(slot);
      return 0;
    }
    return Integer.parseInt(cell);
  }

  private int recipient(Slot slot, String cell, List<String> cells) {
    return cell.isEmpty() && places.isNamed(cells) ? 0 : (int) code(slot, cell);
  }

  /** The donor by its name, where there is no code: only a name whose code is declared. */
  private void donor() {
    if (record.donorCode == 0 && !donorName.isEmpty()) {
      Map<String, Integer> known = layout.words().donors();
      Integer code = known.get(Headers.normal(donorName));
      if (code == null) {
        issues.donor(layout.slot(Role.DONOR_NAME).orElseThrow(), known.keySet());
      } else {
        record.donorCode = code;
      }
    }
  }

  private long code(Slot slot, String cell) {
    return value(slot, cell, CodeGrammar.read(cell));
  }

  private long value(Slot slot, String cell, Num num) {
    if (!num.stands()) {
      issues.cell(slot, num.error(), num.suggestion());
      return 0;
    }
    if (num.flag() != null) {
      flags.add(num.flag());
    }
    return num.value();
  }
}
