package org.jiedui.ingest.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows from bytes by the strict way: the whole extent of a row, strict decoding, cells,
 * types. One bad byte rejects one row. Not for use by several threads.
 */
public final class RowReader {
  private final Layout layout;
  private final RowTyper typer;
  private final CharsetDecoder decoder;
  private final List<String> cells = new ArrayList<>();

  public RowReader(Layout layout, RowTyper typer) {
    this.layout = layout;
    this.typer = typer;
    this.decoder =
        Charset.forName(layout.charset())
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * End of the row that starts at {@code start}: the index after its line feed, one inside a quoted
   * cell not counted; -1 when the row does not end before {@code limit}. A quote opens a cell only
   * at its start.
   */
  public static int end(byte[] b, int start, int limit, char separator) {
    boolean open = false;
    for (int i = start; i < limit; i++) {
      byte c = b[i];
      if (c == '\n' && !open) {
        return i + 1;
      }
      if (c == '"') {
        if (!open) {
          open = i == start || b[i - 1] == separator;
        } else if (i + 1 < limit && b[i + 1] == '"') {
          i++;
        } else {
          open = false;
        }
      }
    }
    return -1;
  }

  /** End of a row without its line end. */
  static int trimmed(byte[] b, int start, int end) {
    int last = end > start && b[end - 1] == '\n' ? end - 1 : end;
    return last > start && b[last - 1] == '\r' ? last - 1 : last;
  }

  /**
   * Reads the rows in {@code [start, end)}, which must be whole rows; only the last of a file may
   * lack its line end.
   *
   * @param base file offset of {@code b[0]}
   * @param firstLine 1-based line of {@code start}
   * @return the line after the last row
   */
  public long read(byte[] b, int start, int end, long base, long firstLine, Sink sink) {
    long line = firstLine;
    int from = start;
    while (from < end) {
      int next = end(b, from, end, layout.separator());
      next = next < 0 ? end : next;
      row(b, from, trimmed(b, from, next), base + from, line, sink);
      line += lines(b, from, next);
      from = next;
    }
    return line;
  }

  private void row(byte[] b, int from, int to, long offset, long line, Sink sink) {
    Mends.Mend mend = layout.mends().of(line);
    String text = mend != null && mend.row() != null ? mend.row() : decode(b, from, to);
    if (text == null) {
      typer.refuse(line, escaped(b, from, to), Reason.ENC_DAMAGED, sink);
      return;
    }
    cells.clear();
    Reason broken = split(text, layout.separator(), cells);
    if (broken != null) {
      typer.refuse(line, text, broken, sink);
    } else {
      typer.type(line, offset, text, cells, sink);
    }
  }

  private String decode(byte[] b, int from, int to) {
    if (isAscii(b, from, to)) {
      return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      CharBuffer text = decoder.decode(ByteBuffer.wrap(b, from, to - from));
      return text.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isAscii(byte[] b, int from, int to) {
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= b[i];
    }
    return any >= 0;
  }

  /** Splits a row into cells; a reason when its quotes or line ends are broken, else null. */
  static Reason split(String row, char separator, List<String> cells) {
    if (row.indexOf('"') >= 0) {
      return QuotedRow.split(row, separator, cells);
    }
    if (row.indexOf('\r') >= 0) {
      return Reason.TXT_CR_ONLY;
    }
    int from = 0;
    for (int at = row.indexOf(separator); at >= 0; at = row.indexOf(separator, from)) {
      cells.add(row.substring(from, at));
      from = at + 1;
    }
    cells.add(row.substring(from));
    return null;
  }

  /** ASCII as it is, other bytes as {@code \xHH}: nothing is lost and nothing is guessed. */
  private static String escaped(byte[] b, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (b[i] >= 0) {
        text.append((char) b[i]);
      } else {
        text.append(String.format("\\x%02X", b[i] & 0xFF));
      }
    }
    return text.toString();
  }

  private static long lines(byte[] b, int from, int to) {
    long lines = b[to - 1] == '\n' ? 0 : 1;
    for (int i = from; i < to; i++) {
      lines += b[i] == '\n' ? 1 : 0;
    }
    return lines;
  }
}
