package org.jiedui.reference;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.message.Text;

/**
 * What a code of some year means in the base year.
 *
 * @param unit code of the base unit, "a+b" for the union after a split; "" when there is none
 * @param shares what the unit, or each of its parts when splits are shared out, gets of an amount
 * @param spells the years in which the code was valid, in order; empty for an unknown code
 */
public record Resolution(Outcome outcome, String unit, List<Spell> spells, List<Share> shares)
    implements Serializable {
  /** A code that is one unit, or none. */
  Resolution(Outcome outcome, String unit, List<Spell> spells) {
    this(outcome, unit, spells, unit.isEmpty() ? List.of() : Share.whole(unit));
  }

  /** How the code was found. */
  public enum Outcome {
    /** Valid at the end of the year. */
    OK,
    /** Not valid at the end of the year, but at the end of the year before. */
    TRANSITION,
    /** The table does not cover the year; the code is valid in the nearest year it covers. */
    UNCOVERED,
    /** Valid in other covered years only. */
    WRONG_VINTAGE,
    /** Code of a province or prefecture where a county is expected. */
    LEVEL,
    /** Known, but its successors, or its origin after the base year, are not settled. */
    UNSETTLED,
    /** Leads to several base units that no split joins. */
    AMBIGUOUS,
    /** In no year of the table. */
    UNKNOWN
  }

  /**
   * Years in which a code named one place.
   *
   * @param from first year, {@link #OPEN_FROM} when the table does not say
   * @param to last year, {@link #OPEN_TO} when it is still valid
   * @param successors codes that follow it, empty when still valid or not settled
   */
  public record Spell(String code, String name, int from, int to, List<String> successors)
      implements Serializable {
    public static final int OPEN_FROM = Integer.MIN_VALUE;
    public static final int OPEN_TO = Integer.MAX_VALUE;

    public boolean holds(int year) {
      return from <= year && year <= to;
    }
  }

  /** Whether the record may be used. */
  public boolean accepted() {
    return outcome == Outcome.OK || outcome == Outcome.TRANSITION || outcome == Outcome.UNCOVERED;
  }

  /** The spells for a message: "520421 平坝县 至 2014,后为 520403". */
  public Text history() {
    Text open = open();
    return Text.of(
        spells.stream().map(Resolution::zh).collect(Collectors.joining("；")) + open.zh(),
        spells.stream().map(Resolution::en).collect(Collectors.joining("; ")) + open.en());
  }

  private Text open() {
    if (outcome != Outcome.UNSETTLED || spells.stream().anyMatch(Resolution::lost)) {
      return Text.NONE;
    }
    boolean ended = spells.stream().allMatch(s -> s.to() != Spell.OPEN_TO);
    return ended
        ? Text.of(",其后未查清", ", successor not settled")
        : Text.of(",其来源未查清", ", origin not settled");
  }

  /** Whether the spell ended and nothing is said to follow it. */
  private static boolean lost(Spell s) {
    return s.to() != Spell.OPEN_TO && s.successors().isEmpty();
  }

  private static String zh(Spell s) {
    String next = s.successors().isEmpty() ? "" : ",后为 " + String.join("、", s.successors());
    return s.code()
        + " "
        + s.name()
        + " "
        + years(s, "至 ", "始于 ", "始终有效")
        + (lost(s) ? ",其后未查清" : next);
  }

  private static String en(Spell s) {
    String next = s.successors().isEmpty() ? "" : ", then " + String.join(", ", s.successors());
    return s.code()
        + " "
        + s.name()
        + " "
        + years(s, "to ", "since ", "in all years")
        + (lost(s) ? ", successor not settled" : next);
  }

  private static String years(Spell s, String to, String since, String always) {
    boolean open = s.from() == Spell.OPEN_FROM;
    if (s.to() == Spell.OPEN_TO) {
      return open ? always : since + s.from();
    }
    return open ? to + s.to() : s.from() + "–" + s.to();
  }
}
