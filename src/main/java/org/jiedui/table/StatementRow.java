package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/** One row per number of a published sentence that is no multiple, and per conflict of figures. */
public enum StatementRow implements Field {
  CLAIM_ID(key(TEXT, "论断编号", "Claim")),
  PART(key(TEXT, "部分", "Part")),
  QUOTE_ZH(Spec.label(TEXT, "原文", "Quote (Chinese)")),
  QUOTE_EN(Spec.label(TEXT, "原文(英译)", "Quote (English)")),
  PAGE(measure(INT, "page", "页", "Page")),
  DEFINITION_ZH(Spec.label(TEXT, "定义", "Definition (Chinese)")),
  DEFINITION_EN(Spec.label(TEXT, "定义(英文)", "Definition (English)")),
  /** {@code lists}, {@code records} or {@code figures}. */
  BASIS(Spec.label(TEXT, "依据", "Basis")),
  SOURCE(Spec.label(TEXT, "来源表", "Table or sources")),
  PUBLISHED(measure(DOUBLE, "1", "公布值", "Published")),
  COMPUTED(measure(DOUBLE, "1", "复算值", "Computed")),
  /** What sourced figures add up to at least. */
  FLOOR(measure(DOUBLE, "1", "下限", "Floor")),
  OUTCOME(Spec.label(TEXT, "结果", "Outcome")),
  REASON_ZH(Spec.label(TEXT, "说明", "Reason (Chinese)")),
  REASON_EN(Spec.label(TEXT, "说明(英文)", "Reason"));

  private final Spec spec;

  StatementRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
