package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/** One input row that was not used: where it stands, why, and what would mend it. */
public enum RejectRow implements Field {
  FILE(key(TEXT, "文件", "File")),
  /** Line of the file where the row starts, from 1. */
  ROW(key(LONG, "行", "Row")),
  COLUMN_NAME(key(TEXT, "列", "Column")),
  /** Digest of the file's bytes, the row and the column; the same in every run. */
  REJECT_ID(key(TEXT, "拒收编号", "Reject id")),
  SHEET(Spec.label(TEXT, "工作表", "Sheet")),
  /** Reason codes, joined by a blank. */
  CODES(Spec.label(TEXT, "原因代码", "Reason codes")),
  VALUE(Spec.label(TEXT, "原值", "Value found")),
  RAW_LINE(Spec.label(TEXT, "原始行", "Row as delivered")),
  EXPECTED(Spec.label(TEXT, "应为", "Expected")),
  SUGGESTION(Spec.label(TEXT, "建议", "Suggestion")),
  INDICATOR(Spec.label(TEXT, "指标", "Indicator")),
  /** What the row would have added, where one amount of it could be read. */
  AMOUNT(measure(LONG, "minor unit", "数额(最小单位)", "Amount in minor units")),
  /** Every amount of the row that could be read: {@code fiscal=120000;cadres=3}. */
  AMOUNTS(Spec.label(TEXT, "各项数额(最小单位)", "All amounts in minor units")),
  FIXED_VALUE(Spec.label(TEXT, "更正值", "Fixed value")),
  DECISION(Spec.label(TEXT, "处理(fix/drop)", "Decision (fix/drop)")),
  NOTE(Spec.label(TEXT, "备注", "Note"));

  private final Spec spec;

  RejectRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
