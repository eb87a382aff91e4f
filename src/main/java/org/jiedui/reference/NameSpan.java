package org.jiedui.reference;

import java.io.Serializable;

/**
 * Years in which a code had one name.
 *
 * @param from first year, {@link Resolution.Spell#OPEN_FROM} when the table does not say
 * @param to last year, {@link Resolution.Spell#OPEN_TO} when it still has that name
 */
public record NameSpan(String code, String name, int from, int to) implements Serializable {
  public boolean holds(int year) {
    return from <= year && year <= to;
  }

  Level level() {
    return Level.ofCode(code);
  }

  String province() {
    return code.substring(0, 2) + "0000";
  }

  String prefecture() {
    return code.substring(0, 4) + "00";
  }

  /** Code, name and years for people: {@code 520421 平坝县 –2014}. */
  @Override
  public String toString() {
    String years =
        (from == Resolution.Spell.OPEN_FROM ? "" : from)
            + "–"
            + (to == Resolution.Spell.OPEN_TO ? "" : to);
    return code + " " + name + (years.equals("–") ? "" : " " + years);
  }
}
