package org.jiedui.report;

import org.jiedui.export.Cell;

/**
 * A unit and how many decimals its minor unit has, as the ledger writes them: {@code 元/100}.
 *
 * @param digits decimals
 */
record MinorUnit(String name, int digits) {
  static MinorUnit of(String text) {
    String[] unit = text.split("/");
    return new MinorUnit(unit[0], unit.length > 1 ? unit[1].length() - 1 : 0);
  }

  Cell cell(long minorUnits) {
    return new Cell.Money(minorUnits, digits, digits);
  }
}
