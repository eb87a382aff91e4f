package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One value that does not count: of a rejected row, a row of totals, or a duplicate. A row without
 * any readable amount stands here once, without indicator. The ledger is counted from it.
 */
public enum SetAsideRow implements Field {
  /** Id of the landing. */
  LANDING(key(TEXT, "落地编号", "Landing id")),
  ROW(key(LONG, "行", "Row")),
  /** From 0 within the row: rows are counted where it is 0. */
  ITEM(key(INT, "序号", "Item")),
  /** {@code rejected}, {@code duplicate} or {@code control_total}. */
  PLACE(Spec.label(TEXT, "去向", "Place")),
  CODES(Spec.label(TEXT, "原因代码", "Reason codes")),
  INDICATOR(Spec.label(TEXT, "指标", "Indicator")),
  AMOUNT(measure(LONG, "minor unit", "数额(最小单位)", "Amount in minor units"));

  public static final String REJECTED = "rejected";
  public static final String DUPLICATE = "duplicate";
  public static final String CONTROL_TOTAL = "control_total";

  private final Spec spec;

  SetAsideRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
