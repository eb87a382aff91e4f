package org.jiedui.export;

/** What a spreadsheet is told and guarded against in CSV files. */
public record CsvStyle(Mark mark, Guard guard) {
  /** UTF-8 for a spreadsheet on a Chinese Windows needs a byte order mark. */
  public enum Mark {
    BOM,
    NONE
  }

  /** Whether text that looks like a formula gets a leading apostrophe. */
  public enum Guard {
    APOSTROPHE,
    RAW
  }
}
