package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per recipient unit of the base year, donor province, year, indicator, direction, form and
 * status: the exact sum of all accepted records. Amounts are whole minor units (fen, persons). A
 * record that is shared out to the parts of a divided unit counts as one record of each part.
 */
public enum PanelRow implements Field {
  RECIPIENT_CODE(key(TEXT, "受援县代码(基准年)", "Recipient code (base year)")),
  /** A province code of the base year, or {@code UNASSIGNED}. */
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  YEAR(key(Type.YEAR, "年份", "Year")),
  INDICATOR(key(TEXT, "指标", "Indicator")),
  /** {@code E2W} or {@code W2E}. */
  DIRECTION(key(TEXT, "方向", "Direction").among("E2W", "W2E")),
  /** {@code cash}, {@code kind} or {@code none}. */
  FORM(key(TEXT, "形式", "Form").among("cash", "kind", "none")),
  /** {@code agreed}, {@code arrived}, {@code paid} or {@code spent}. */
  STATUS(key(TEXT, "阶段", "Stage of funds").among("agreed", "arrived", "paid", "spent", "none")),
  AMOUNT(
      measure(LONG, "minor unit", "数额(最小单位)", "Amount in minor units")
          .by("sum of accepted records")),
  RECORDS(measure(LONG, "records", "记录数", "Records").within("≥ 1").by("count of accepted records"));

  /** Donor of records whose recipient has no single donor in that year. */
  public static final String UNASSIGNED = "UNASSIGNED";

  private final Spec spec;

  PanelRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
