package org.jiedui.reference;

import org.jiedui.message.Text;

/** Checks the two ends of a row about a pair of provinces. */
final class PairCodes {
  private final Geography geography;

  PairCodes(Geography geography) {
    this.geography = geography;
  }

  /** Columns {@code donor_code} and {@code recipient_code}: provinces of the base year, not one. */
  void check(CsvRow row) {
    for (String column : new String[] {"donor_code", "recipient_code"}) {
      if (!geography.units(Level.PROVINCE).contains(row.text(column))) {
        row.wrong(
            column, geography.baseYear() + " 年的省级代码", "a province code of " + geography.baseYear());
      }
    }
    if (row.text("donor_code").equals(row.text("recipient_code"))) {
      row.problems()
          .add(
              row.problem(
                  "recipient_code",
                  Text.of("支援方与受援方是同一地区", "donor and recipient are the same region")));
    }
  }
}
