package org.jiedui.sample;

/** A kind of planted bad row: the reason code a reader gives it, and where its row ends. */
enum Mistake {
  CODE_UNKNOWN("rejected"),
  CODE_SCI("rejected"),
  CODE_VINTAGE("rejected"),
  YEAR_RANGE("rejected"),
  NUM_AMBIGUOUS("rejected"),
  NUM_SYNTAX("rejected"),
  NUM_FRACTION("rejected"),
  WORD_UNKNOWN("rejected"),
  DUP_CONFLICT("rejected"),
  DUP_EXACT("duplicate"),
  BLANK("blank"),
  /** Accepted: the county still wrote its old code in the year it changed. */
  CODE_TRANSITION("flagged");

  private final String fate;

  Mistake(String fate) {
    this.fate = fate;
  }

  String fate() {
    return fate;
  }
}
