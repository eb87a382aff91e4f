package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per file and measure, and per measure of all files together: rows, or the sum of an
 * additive indicator, at every stage from the file to the panel. {@code landing} equals {@code
 * records}, and in the total {@code geography} equals {@code panel}; between them lies what the
 * ledger lists as not used. Empty where a measure never comes to a stage: the panel sums over files
 * and has neither them nor rows.
 */
public enum LedgerStageRow implements Field {
  FILE(key(TEXT, "文件", "File")),
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
