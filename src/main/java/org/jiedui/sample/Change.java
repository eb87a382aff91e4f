package org.jiedui.sample;

/** One line of {@code changes.csv}: the old code ends with {@code year - 1}. */
record Change(int year, Kind kind, Spell before, Spell after) {
  /** What happened to the code. */
  enum Kind {
    RECODE,
    RENAME,
    MERGE,
    SPLIT
  }
}
