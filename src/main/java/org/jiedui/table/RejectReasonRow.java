package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * How many rows, or how much of one measure, of a file did not count for one reason. A row with
 * several reasons stands under its first one, so that reasons add up to the ledger.
 */
public enum RejectReasonRow implements Field {
  FILE(key(TEXT, "文件", "File")),
  /** {@code rejected}, {@code duplicate} or {@code superseded}, as in the ledger. */
  PLACE(key(TEXT, "去向", "Place").among("rejected", "duplicate", "superseded")),
  CODE(key(TEXT, "原因代码", "Reason code")),
  /** {@link LedgerRow#ROWS} or an additive indicator. */
  MEASURE(key(TEXT, "计量", "Measure")),
  UNIT(Spec.label(TEXT, "单位", "Unit")),
  AMOUNT(measure(LONG, "minor unit", "数目或数额(最小单位)", "Rows, or amount in minor units"));

  private final Spec spec;

  RejectReasonRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
