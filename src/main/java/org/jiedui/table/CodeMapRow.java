package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;
import static org.jiedui.table.Type.YEAR;

/** The names of one place in a span of years, the code they may stand for, and what was decided. */
public enum CodeMapRow implements Field {
  PROVINCE(key(TEXT, "省", "Province")),
  PREFECTURE(key(TEXT, "市州", "Prefecture")),
  COUNTY(key(TEXT, "县", "County")),
  YEAR_FROM(key(YEAR, "起始年", "From year")),
  YEAR_TO(Spec.label(YEAR, "终止年", "To year")),
  /** Rows without a code that carry these names. */
  ROWS(measure(LONG, "rows", "行数", "Rows")),
  PROPOSED_CODE(Spec.label(TEXT, "建议代码", "Proposed code")),
  /** How the names were found: {@code exact}, {@code short}, {@code ambiguous} … */
  MATCH(Spec.label(TEXT, "相符程度", "Match")),
  REASON(Spec.label(TEXT, "说明", "Reason")),
  /** Codes with names and years, joined by a semicolon. */
  CANDIDATES(Spec.label(TEXT, "可能的代码", "Candidates")),
  /** {@code ok}, a code, {@code drop}, or nothing yet. */
  DECISION(Spec.label(TEXT, "决定(ok/代码/drop)", "Decision (ok/code/drop)"));

  private final Spec spec;

  CodeMapRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
