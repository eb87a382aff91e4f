package org.jiedui.ingest.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** Splits a row that holds quotes, by RFC 4180 and not more. */
final class QuotedRow extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final List<String> cells;

  private QuotedRow(List<String> cells) {
    this.cells = cells;
  }

  /** Adds the cells of one row; a reason when quotes stand in the wrong place, else null. */
  static Reason split(String row, char separator, List<String> cells) {
    if (isMisplaced(row, separator)) {
      return Reason.TXT_QUOTE;
    }
    int rows = 0;
    try {
      var rowsOfText =
          CsvReader.builder()
              .fieldSeparator(separator)
              .skipEmptyLines(false)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .build(new QuotedRow(cells), row);
      for (Boolean ignored : rowsOfText) {
        rows++;
      }
    } catch (CsvParseException e) {
      return Reason.TXT_QUOTE;
    }
    return rows == 1 ? null : Reason.TXT_CR_ONLY;
  }

  /** A quote inside an unquoted cell, or text after a closing quote. */
  private static boolean isMisplaced(String row, char separator) {
    boolean open = false;
    for (int i = row.indexOf('"'); i >= 0; i = row.indexOf('"', i + 1)) {
      char next = i + 1 < row.length() ? row.charAt(i + 1) : separator;
      if (!open) {
        if (i > 0 && row.charAt(i - 1) != separator) {
          return true;
        }
        open = true;
      } else if (next == '"') {
        i++;
      } else if (next == separator) {
        open = false;
      } else {
        return true;
      }
    }
    return open;
  }

  @Override
  protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
    cells.add(new String(text, offset, length));
  }

  @Override
  protected Boolean buildRecord() {
    return Boolean.TRUE;
  }
}
