package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per era, programme, donor province, recipient province and indicator: what went over that
 * link in the years of the era. Pairs of prefectures and counties are collapsed to provinces.
 */
public enum PairingLinkRow implements Field {
  ERA(key(Type.YEAR, "时期起始年", "Era (first year)")),
  PROGRAMME(key(TEXT, "协作类型", "Programme")),
  DONOR_CODE(key(TEXT, "支援省代码", "Donor province code")),
  RECIPIENT_CODE(key(TEXT, "受援省代码", "Recipient province code")),
  /** {@code none} where no flows are known at all. */
  INDICATOR(key(TEXT, "指标", "Indicator")),
  DONOR_NAME(Spec.label(TEXT, "支援省", "Donor")),
  RECIPIENT_NAME(Spec.label(TEXT, "受援省", "Recipient")),
  /** Stage of funds the amount is of. */
  STAGE(Spec.label(TEXT, "阶段", "Stage of funds")),
  AMOUNT(measure(DOUBLE, "indicator unit", "强度", "Strength")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  /** {@code kept}, {@code rewired} or {@code exited} in the next era; empty in the last. */
  FATE(Spec.label(TEXT, "下一时期", "In the next era"));

  public static final String NONE = "none";

  private final Spec spec;

  PairingLinkRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
