package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.List;
import org.jiedui.message.Text;

/**
 * One row that is not counted, with every reason and its verbatim text.
 *
 * @param id {@link #id(String, String, String)}, 16 hex digits
 * @param file file name
 * @param sheet empty for CSV
 * @param row 1-based line on which the row starts
 * @param columnNumber 1-based column of the first reason; 0 for the row as a whole
 * @param column contract id of that column, or its header; empty for the row as a whole
 * @param codes every reason of the row, the first one decides column, value and texts
 * @param value the cell, verbatim
 * @param rawLine the row, verbatim, without its line end; undecodable bytes are written {@code
 *     \xHH}
 * @param expected what would have been read
 * @param suggestion likely reading or way out
 * @param amounts every amount of the row that could be parsed, so that the ledger closes
 */
public record Reject(
    String id,
    String file,
    String sheet,
    long row,
    int columnNumber,
    String column,
    List<Reason> codes,
    String value,
    String rawLine,
    Text expected,
    Text suggestion,
    List<Amount> amounts)
    implements Serializable {

  public Reject {
    codes = List.copyOf(codes);
    amounts = List.copyOf(amounts);
  }

  /** Codes as the table of rejects shows them: joined by semicolons. */
  public String codesText() {
    return String.join(";", codes.stream().map(Enum::name).toList());
  }

  /** The same reject with another way out. */
  public Reject suggesting(Text way) {
    return new Reject(
        id, file, sheet, row, columnNumber, column, codes, value, rawLine, expected, way, amounts);
  }

  /** Address of a cell in a CSV file: {@code line:column}. */
  public String address() {
    return row + ":" + columnNumber;
  }

  /** First 16 hex digits of sha256(file sha256, address, column): the same for the same bytes. */
  public static String id(String fileSha256, String address, String column) {
    return Sha256.hex(fileSha256 + "\n" + address + "\n" + column).substring(0, 16);
  }
}
