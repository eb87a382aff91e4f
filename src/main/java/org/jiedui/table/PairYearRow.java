package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per donor province, recipient province, indicator, direction, form, stage and year: the
 * exact sum of all accepted records. Summed over the pairs it is the yearly series of the nation.
 */
public enum PairYearRow implements Field {
  /** A province code of the base year, or {@link PanelRow#UNASSIGNED}. */
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  RECIPIENT_CODE(key(TEXT, "受援省代码", "Recipient province code")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** {@code E2W} or {@code W2E}. */
  DIRECTION(key(TEXT, "方向", "Direction").among("E2W", "W2E")),
  FORM(key(TEXT, "形式", "Form").among("cash", "kind", "none")),
  STATUS(key(TEXT, "阶段", "Stage of funds").among("agreed", "arrived", "paid", "spent", "none")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  DONOR_NAME(Spec.label(TEXT, "支援省", "Donor province")),
  RECIPIENT_NAME(Spec.label(TEXT, "受援省", "Recipient province")),
  /** First year of the pairings in force. */
  ERA(Spec.label(Type.YEAR, "结对时期起始年", "First year of the pairing era")),
  AMOUNT(
      measure(LONG, "minor unit", "数额(最小单位)", "Amount in minor units")
          .by("sum of panel.amount over the units of the recipient province")),
  RECORDS(measure(LONG, "records", "记录数", "Records").by("sum of panel.records"));

  private final Spec spec;

  PairYearRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
