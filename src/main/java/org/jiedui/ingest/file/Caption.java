package org.jiedui.ingest.file;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands around the names of the columns and speaks of their units.
 *
 * @param sheet name of the sheet; empty for text
 * @param units one unit word a column, from a row below the names; empty list for none
 * @param unitLine what follows {@code 单位:} above the table; empty for none
 */
record Caption(String sheet, List<String> units, String unitLine) {
  static final Caption NONE = new Caption("", List.of(), "");

  private static final Pattern BETWEEN = Pattern.compile("[、,,/;;\\s]|以及|及|和");

  Caption {
    units = List.copyOf(units);
  }

  /** The unit below the name of a column; empty for none. */
  String below(int column) {
    return column < units.size() ? units.get(column) : "";
  }

  /** The unit above the table that a measure is written in; empty when none speaks of it. */
  String above(Measure measure) {
    if (unitLine.isEmpty()) {
      return "";
    }
    boolean money = measure == null || measure.kind() == Measure.Kind.MONEY;
    List<String> words = List.of(BETWEEN.split(unitLine));
    return words.stream()
        .filter(word -> measure == null ? isMoney(word) : UnitRule.pow10(word, measure).isPresent())
        .findFirst()
        .orElse(money && words.stream().noneMatch(w -> Units.of(w).isPresent()) ? unitLine : "");
  }

  private static boolean isMoney(String word) {
    return Units.of(word).filter(u -> u.dimension() == Units.Dimension.MONEY).isPresent();
  }
}
