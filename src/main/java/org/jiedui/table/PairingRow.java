package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Type.TEXT;
import static org.jiedui.table.Type.YEAR;

/** One row per pairing as it was published: who supports whom, in which era and years. */
public enum PairingRow implements Field {
  /** First year of the era. */
  ERA(key(YEAR, "时期起始年", "First year of the era")),
  RECIPIENT_CODE(key(TEXT, "受援方代码", "Recipient code")),
  DONOR_CODE(key(TEXT, "支援方代码", "Donor code")),
  PROGRAMME(key(TEXT, "项目", "Programme")),
  VALID_FROM(key(YEAR, "起始年", "First year")),
  /** Null while it runs. */
  VALID_TO(Spec.label(YEAR, "终止年", "Last year")),
  RECIPIENT_NAME(Spec.label(TEXT, "受援方", "Recipient")),
  DONOR_NAME(Spec.label(TEXT, "支援方", "Donor")),
  SOURCE(Spec.label(TEXT, "来源", "Source")),
  CONFIDENCE(Spec.label(TEXT, "可信度", "Confidence"));

  private final Spec spec;

  PairingRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
