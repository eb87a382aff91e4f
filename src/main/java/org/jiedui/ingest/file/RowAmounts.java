package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The amounts of one row: unit, number, form and range. What can be parsed is counted as read
 * before any other rule looks at it.
 */
final class RowAmounts {
  /** An amount that waits for the rest of its row. */
  record Parsed(Measure measure, long value, int year) {}

  private final Layout layout;
  private final Set<String> missing;
  private final UnitRule units;
  private final RowIssues issues;
  private final Tally tally;
  private final List<Reason> flags;
  private final List<Parsed> parsed = new ArrayList<>();
  private final List<NumberGrammar> grammars = new ArrayList<>();

  RowAmounts(Layout layout, RowIssues issues, Tally tally, List<Reason> flags) {
    this.layout = layout;
    this.missing = Set.copyOf(layout.missing());
    this.units = new UnitRule(layout);
    this.issues = issues;
    this.tally = tally;
    this.flags = flags;
  }

  void clear() {
    parsed.clear();
  }

  List<Parsed> parsed() {
    return parsed;
  }

  /** Counts every parsed amount where its row ends. */
  List<Amount> ended(Tally.Place place) {
    parsed.forEach(p -> tally.amount(place, p.measure().indicator(), p.value()));
    return parsed.stream().map(p -> new Amount(p.measure().indicator(), p.value())).toList();
  }

  /** Reads one cell; a null measure is an indicator that is not known. */
  void read(
      Slot slot,
      Measure measure,
      String verbatim,
      String unitCell,
      String formCell,
      String status) {
    String cell = verbatim.strip();
    if (measure == null || missing.contains(cell)) {
      return;
    }
    UnitRule.Answer unit = units.of(measure, slot, unitCell);
    if (unit.problem() != null) {
      issues.unit(slot, unit.problem(), unitCell);
      return;
    }
    Num num = grammar(measure, unit.pow10()).read(cell);
    if (num.stands()) {
      staged(measure, status);
      keep(slot, measure, num, formCell);
    } else {
      issues.amount(slot, measure, num);
    }
  }

  private void keep(Slot slot, Measure measure, Num num, String formCell) {
    Measure formed = formed(measure, formCell);
    parsed.add(new Parsed(formed, num.value(), slot.year()));
    tally.amount(Tally.Place.READ, formed.indicator(), num.value());
    if (num.value() < measure.min() || num.value() > measure.max()) {
      issues.range(slot, measure);
    }
    if (num.residue() != null) {
      flags.add(num.flag());
      tally.residue(formed.indicator(), num.residue());
    }
  }

  /** One grammar for each measure and unit: a file has few. */
  private NumberGrammar grammar(Measure measure, int pow10) {
    for (NumberGrammar grammar : grammars) {
      if (grammar.isFor(measure, pow10)) {
        return grammar;
      }
    }
    var grammar = new NumberGrammar(measure, pow10);
    grammars.add(grammar);
    return grammar;
  }

  /** A column of one stage and a row that names another one is a problem. */
  private void staged(Measure measure, String status) {
    if (!measure.status().isEmpty() && !status.isEmpty() && !status.equals(measure.status())) {
      layout
          .slot(Role.STATUS)
          .ifPresent(slot -> issues.word(slot, status, new TreeSet<>(Set.of(measure.status()))));
    }
  }

  /** The form cell speaks where the column does not; two that differ are a problem. */
  private Measure formed(Measure measure, String formCell) {
    if (formCell.isEmpty() || formCell.equals(measure.form())) {
      return measure;
    }
    if (measure.form().equals("none")) {
      return measure.form(formCell);
    }
    if (!formCell.equals("none")) {
      layout
          .slot(Role.FORM)
          .ifPresent(slot -> issues.word(slot, formCell, new TreeSet<>(Set.of(measure.form()))));
    }
    return measure;
  }
}
