package org.jiedui.ingest;

import java.util.Comparator;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Text;

/**
 * One landed record that does not count, and why.
 *
 * @param column contract column the reason lies in; empty for the row as a whole
 */
record SetApart(Found record, Reason reason, String column, String value, Text suggestion) {
  /** Of one file: by row, then by the record within it. */
  static final Comparator<SetApart> BY_ROW =
      Comparator.<SetApart>comparingLong(a -> a.record().line())
          .thenComparingInt(a -> a.record().item());

  /** Stands for the column that holds the amount, whatever the file calls it. */
  static final String AMOUNT = "amount";

  /** Where the ledger counts the record. */
  enum Place {
    REJECTED,
    /** A second copy, not an error. */
    DUPLICATE,
    /** An older statement of a record that was stated again. */
    SUPERSEDED,
    /** What running totals repeat of earlier years. */
    CARRIED
  }

  /** All that is said; the same whichever place its landing has in the list. */
  String text() {
    return String.join(
        "\t", record.text(), reason.name(), column, value, suggestion.zh(), suggestion.en());
  }

  Place place() {
    return switch (reason) {
      case DUP_EXACT, DUP_PERIOD -> Place.DUPLICATE;
      case SUPERSEDED -> Place.SUPERSEDED;
      default -> Place.REJECTED;
    };
  }
}
