package org.jiedui.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jiedui.message.Problem;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;

/**
 * The ledger as it was read back from the store still closes: in every row what was read equals
 * what became of it, and the files add up to the total. Otherwise the fault is ours.
 */
public final class LedgerIdentity {
  private static final List<LedgerRow> PARTS =
      List.of(
          LedgerRow.ACCEPTED,
          LedgerRow.REJECTED,
          LedgerRow.DUPLICATE,
          LedgerRow.SUPERSEDED,
          LedgerRow.OUT_OF_SCOPE,
          LedgerRow.CONTROL_TOTAL,
          LedgerRow.BLANK);

  private LedgerIdentity() {}

  /**
   * A gate: never a problem of the data, an {@link IllegalStateException} when it does not hold.
   */
  public static List<Problem> problems(Function<String, Frame> tables) {
    Frame ledger = tables.apply("ledger");
    Map<String, Long> open = new HashMap<>();
    for (int i = 0; i < ledger.size(); i++) {
      long parts = 0;
      for (LedgerRow part : PARTS) {
        parts += amount(ledger, i, part);
      }
      long read = amount(ledger, i, LedgerRow.READ);
      String measure = ledger.text(i, LedgerRow.MEASURE);
      if (read != parts) {
        throw broken(ledger.text(i, LedgerRow.FILE), measure);
      }
      boolean total = ledger.text(i, LedgerRow.FILE).equals(LedgerRow.TOTAL);
      open.merge(measure, total ? -read : read, Long::sum);
    }
    open.forEach(
        (measure, rest) -> {
          if (rest != 0) {
            throw broken(LedgerRow.TOTAL, measure);
          }
        });
    return List.of();
  }

  private static long amount(Frame ledger, int row, LedgerRow field) {
    return ledger.value(row, field) instanceof Long amount ? amount : 0;
  }

  private static IllegalStateException broken(String file, String measure) {
    return new IllegalStateException("the ledger does not close: " + file + ", " + measure);
  }
}
