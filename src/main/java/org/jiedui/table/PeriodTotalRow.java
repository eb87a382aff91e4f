package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per recipient unit of the base year, donor province, period, source, indicator,
 * direction, form and status: a total over several years as its source gives it. It is in no year
 * of the panel; amounts are whole minor units.
 */
public enum PeriodTotalRow implements Field {
  RECIPIENT_CODE(key(TEXT, "受援县代码(基准年)", "Recipient code (base year)")),
  /** A province code of the base year, or {@code UNASSIGNED}. */
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  YEAR_FROM(key(Type.YEAR, "起始年", "First year")),
  YEAR_TO(key(Type.YEAR, "终止年", "Last year")),
  SOURCE_ID(key(TEXT, "来源", "Source")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DIRECTION(key(TEXT, "方向", "Direction")),
  FORM(key(TEXT, "形式", "Form")),
  STATUS(key(TEXT, "阶段", "Stage of funds")),
  AMOUNT(measure(LONG, "minor unit", "数额(最小单位)", "Amount in minor units")),
  RECORDS(measure(LONG, "records", "记录数", "Records"));

  private final Spec spec;

  PeriodTotalRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
