package org.jiedui.reference;

import java.util.List;
import java.util.Locale;

/**
 * One line of a change of codes: the old code is valid to the end of the year before, the new one
 * from the end of {@code year}. A line whose two codes are equal says that the unit continues.
 */
record Change(
    int year,
    Kind kind,
    String oldCode,
    String oldName,
    String newCode,
    String newName,
    CsvRow row) {

  /** What happened. */
  enum Kind {
    /** One unit got another code. */
    RECODE,
    /** One unit got another name under its code. */
    RENAME,
    /** Several units became one. */
    MERGE,
    /** One unit became several. */
    SPLIT,
    /** A part went from one unit to another: listed, not applied. */
    TRANSFER,
    /** A unit arose from parts of others. */
    APPEAR,
    /** A unit ended and its successors are not settled, or are many parts. */
    VANISH;

    static final List<String> WORDS =
        java.util.Arrays.stream(values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList();
  }

  static final List<String> COLUMNS =
      List.of(
          "year", "kind", "old_code", "old_name", "new_code", "new_name", "confidence", "source");

  static Change of(CsvRow row) {
    String word = row.word("kind", Kind.WORDS);
    Kind kind =
        Kind.WORDS.contains(word) ? Kind.valueOf(word.toUpperCase(Locale.ROOT)) : Kind.TRANSFER;
    row.word("confidence", CsvRow.CONFIDENCE);
    row.required("source");
    String oldCode = kind == Kind.APPEAR ? none(row, "old_code", word) : row.code("old_code");
    String newCode = kind == Kind.VANISH ? none(row, "new_code", word) : row.code("new_code");
    if (kind == Kind.RENAME && !oldCode.equals(newCode)) {
      row.wrong(
          "new_code", "与 old_code 相同;换代码用 recode", "the same as old_code; a new code is a recode");
    }
    return new Change(
        row.year("year"), kind, oldCode, row.text("old_name"), newCode, row.text("new_name"), row);
  }

  /** Whether it hands the old unit on to another code. */
  boolean passesOn() {
    return (kind == Kind.RECODE || kind == Kind.MERGE || kind == Kind.SPLIT)
        && !oldCode.equals(newCode);
  }

  /** Whether it says that a unit continues under its code. */
  boolean continues() {
    return oldCode.equals(newCode);
  }

  boolean ends() {
    return passesOn() || kind == Kind.VANISH;
  }

  boolean starts() {
    return passesOn() || kind == Kind.APPEAR;
  }

  private static String none(CsvRow row, String column, String kind) {
    if (!row.text(column).isEmpty()) {
      row.wrong(column, "kind = " + kind + " 时为空", "nothing with kind = " + kind);
    }
    return "";
  }
}
