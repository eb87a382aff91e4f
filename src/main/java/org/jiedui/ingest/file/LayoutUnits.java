package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jiedui.message.Problem;

/** Finds the unit of each amount column: in and around its header, or declared for the file. */
final class LayoutUnits {
  private final Contract.Table table;
  private final IngestSettings.Declaration declared;
  private final Caption caption;
  private final HeaderProblems words;
  private final List<Slot> slots;
  private final List<Problem> problems;

  LayoutUnits(
      Contract.Table table,
      IngestSettings.Declaration declared,
      Caption caption,
      HeaderProblems words,
      List<Slot> slots,
      List<Problem> problems) {
    this.table = table;
    this.declared = declared;
    this.caption = caption;
    this.words = words;
    this.slots = slots;
    this.problems = problems;
  }

  /** A measure column with the power of ten of its unit. */
  Slot withUnit(Slot slot, Contract.Column column) {
    List<String> stated = stated(slot, column);
    OptionalInt pow10 = OptionalInt.empty();
    for (String word : stated) {
      OptionalInt one = UnitRule.pow10(word, slot.measure());
      if (one.isEmpty()) {
        problems.add(words.badUnit(slot, word));
      } else if (pow10.isPresent() && pow10.getAsInt() != one.getAsInt()) {
        problems.add(words.unitConflict(slot, stated));
      }
      pow10 = one;
    }
    if (stated.isEmpty()) {
      pow10 = withoutUnit(slot, column);
    }
    return new Slot(
        slot.position(),
        slot.header(),
        slot.column(),
        slot.role(),
        slot.measure(),
        pow10.orElse(-1),
        slot.min(),
        slot.max(),
        slot.required(),
        slot.year());
  }

  private OptionalInt withoutUnit(Slot slot, Contract.Column column) {
    if (!column.unit().isEmpty() && !column.unit().equals("required")) {
      return hasUnitColumn() ? OptionalInt.empty() : UnitRule.pow10(column.unit(), slot.measure());
    }
    if (slot.measure().kind() != Measure.Kind.MONEY) {
      return OptionalInt.of(slot.measure().decimals());
    }
    if (!hasUnitColumn()) {
      problems.add(words.noUnit(slot));
    }
    return OptionalInt.empty();
  }

  /** Unit of amounts whose rows name none; empty where none is known. */
  String rowUnit(Slot slot, Contract.Column column) {
    List<String> stated = stated(slot, column);
    stated.stream()
        .filter(word -> Units.of(word).isEmpty())
        .forEach(word -> problems.add(words.badUnit(slot, word)));
    List<Optional<Units>> different = stated.stream().map(Units::of).distinct().toList();
    if (different.size() > 1) {
      problems.add(words.unitConflict(slot, stated));
    }
    boolean mustSay = column.unit().equals("required");
    if (stated.isEmpty() && mustSay && !hasUnitColumn()) {
      problems.add(words.noUnit(slot));
    }
    return !stated.isEmpty() ? stated.get(0) : mustSay ? "" : column.unit();
  }

  /** Units written in and around the header and declared for the file, in order of precedence. */
  private List<String> stated(Slot slot, Contract.Column column) {
    List<String> stated = new ArrayList<>();
    boolean wholeHeaderIsName =
        LayoutBuilder.names(column)
            .anyMatch(n -> Headers.normal(n).equals(Headers.normal(slot.header())));
    String name =
        YearHeader.declared(slot.header(), table, declared)
            .map(YearHeader::withUnit)
            .orElse(slot.header());
    String header = wholeHeaderIsName ? "" : Headers.of(name).unit();
    boolean money = slot.measure() == null || slot.measure().kind() == Measure.Kind.MONEY;
    String file = declared.units().getOrDefault(column.id(), money ? declared.unit() : "");
    String below = caption.below(slot.position());
    String above = caption.above(slot.measure());
    Stream.of(header, below, above, file).filter(word -> !word.isEmpty()).forEach(stated::add);
    return stated;
  }

  private boolean hasUnitColumn() {
    return slots.stream().anyMatch(s -> s.role() == Role.UNIT);
  }
}
