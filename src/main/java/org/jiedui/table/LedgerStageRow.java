package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * The sum of one additive indicator at every stage from the files to the panel. {@code landing}
 * equals {@code records}, {@code geography} equals {@code panel}; between them lies what the ledger
 * lists as not used. Empty where a measure never comes to a stage.
 */
public enum LedgerStageRow implements Field {
  MEASURE(key(TEXT, "计量", "Measure")),
  UNIT(Spec.label(TEXT, "单位", "Unit")),
  LANDING(sum("落地(解析器)", "Landed (parser)")),
  RECORDS(sum("落地(重数)", "Landed (counted again)")),
  GEOGRAPHY(sum("已对应到基年单位", "Mapped to base-year units")),
  PANEL(sum("面板汇总", "Aggregated in the panel"));

  private final Spec spec;

  LedgerStageRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }

  private static Spec sum(String zh, String en) {
    return measure(LONG, "minor unit", zh, en);
  }
}
