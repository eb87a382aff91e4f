package org.jiedui.ingest.file;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The unit of one amount: unit cell of the row, else header or declaration, else the measure's own;
 * all that are present must agree.
 */
public final class UnitRule {
  /**
   * The answer for one amount.
   *
   * @param pow10 power of ten from the unit to minor units; -1 with a problem
   * @param problem null when the unit stands
   */
  public record Answer(int pow10, Reason problem) {}

  private record Question(Measure measure, int slotPow10, String cell) {}

  private final Layout layout;
  private final Map<Question, Answer> answers = new HashMap<>();
  private Measure lastMeasure;
  private Slot lastSlot;
  private String lastCell = "";
  private Answer lastAnswer;

  public UnitRule(Layout layout) {
    this.layout = layout;
  }

  /**
   * Answers for an amount in a slot.
   *
   * @param cell the unit cell of the row, stripped; empty when absent or missing
   */
  public Answer of(Measure measure, Slot slot, String cell) {
    boolean again = measure == lastMeasure && slot == lastSlot && cell.equals(lastCell);
    if (!again) {
      lastAnswer = answer(measure, slot, cell);
      lastMeasure = measure;
      lastSlot = slot;
      lastCell = cell;
    }
    return lastAnswer;
  }

  private Answer answer(Measure measure, Slot slot, String cell) {
    if (cell.isEmpty() && slot.pow10() >= 0) {
      return new Answer(slot.pow10(), null);
    }
    Question question = new Question(measure, slot.pow10(), cell);
    Answer known = answers.get(question);
    if (known == null) {
      known = decide(measure, slot, cell);
      if (answers.size() < 10_000) {
        answers.put(question, known);
      }
    }
    return known;
  }

  private Answer decide(Measure measure, Slot slot, String cell) {
    boolean wide = slot.role() == Role.MEASURE;
    if (!cell.isEmpty()) {
      OptionalInt pow10 = pow10(cell, measure);
      if (pow10.isEmpty()) {
        return wide && measure.kind() != Measure.Kind.MONEY && Units.of(cell).isPresent()
            ? new Answer(slot.pow10(), null)
            : new Answer(-1, problem(cell, measure));
      }
      int other = wide ? slot.pow10() : pow10OrMinusOne(layout.defaults().rowUnit(), measure);
      boolean contradicts = other == -2 || other >= 0 && other != pow10.getAsInt();
      return contradicts
          ? new Answer(-1, Reason.UNIT_CONFLICT)
          : new Answer(pow10.getAsInt(), null);
    }
    return withoutCell(measure, wide);
  }

  private Answer withoutCell(Measure measure, boolean wide) {
    String unit = layout.defaults().rowUnit();
    if (!wide && !unit.isEmpty()) {
      OptionalInt pow10 = pow10(unit, measure);
      return pow10.isPresent()
          ? new Answer(pow10.getAsInt(), null)
          : new Answer(-1, problem(unit, measure));
    }
    return measure.kind() == Measure.Kind.MONEY
        ? new Answer(-1, Reason.UNIT_MISSING)
        : new Answer(measure.decimals(), null);
  }

  private static int pow10OrMinusOne(String unit, Measure measure) {
    return unit.isEmpty() ? -1 : pow10(unit, measure).orElse(-2);
  }

  /** Power of ten from a unit to the minor units of a measure; empty when they do not fit. */
  static OptionalInt pow10(String word, Measure measure) {
    if (measure.kind() == Measure.Kind.REAL
        && Headers.normal(word).equals(Headers.normal(measure.unit()))) {
      return OptionalInt.of(measure.decimals());
    }
    return Units.of(word).map(u -> u.toMinorUnits(measure)).orElse(OptionalInt.empty());
  }

  /** Why a unit does not fit a measure. */
  static Reason problem(String word, Measure measure) {
    return Units.of(word)
        .map(u -> u.differsInTimes(measure) ? Reason.MEASURE_CONFLICT : Reason.UNIT_CONFLICT)
        .orElse(Reason.UNIT_UNKNOWN);
  }
}
