package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jiedui.message.DisplayWidth;
import org.jiedui.message.Text;

/** Lines of a file as messages show them: numbered, safe to print, with a caret under a cell. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  /** {@code 214 | 5.2E+05,…}. */
  static String line(long number, String text) {
    return number + " | " + printable(shortened(text));
  }

  /** The line with carets under {@code [from, to)}, placed by the width of the characters. */
  static List<String> caret(long number, String text, int from, int to) {
    int start = Math.max(0, Math.min(from, text.length()));
    int end = Math.max(start, Math.min(to, text.length()));
    int cut = Math.max(0, end - LONGEST + 20);
    String before = printable(text.substring(Math.min(cut, start), start));
    String under = printable(text.substring(start, end));
    String gutter = " ".repeat(Long.toString(number).length()) + " | ";
    String shown = cut == 0 ? text : text.substring(Math.min(cut, start));
    return List.of(
        gutter.stripTrailing(),
        line(number, shown),
        gutter
            + " ".repeat(DisplayWidth.of(before))
            + "^".repeat(Math.max(1, DisplayWidth.of(under))));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Control characters as {@code \}{@code u0007}: a file never moves the cursor. */
  static String printable(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                safe.append(String.format("\\u%04X", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  static String escaped(byte[] bytes) {
    var text = new StringBuilder();
    for (byte b : bytes) {
      text.append(b >= ' ' ? String.valueOf((char) b) : String.format("\\x%02X", b & 0xFF));
    }
    return text.toString();
  }

  /** The last line of the last bytes. */
  static String tail(byte[] bytes, String charset) {
    int end = RowReader.trimmed(bytes, 0, bytes.length);
    int start = end;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return new String(bytes, start, end - start, Charset.forName(charset));
  }

  static String tail(Path file, FileScan scan) {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] last = new byte[(int) Math.min(120, scan.size())];
      bytes.seek(scan.size() - last.length);
      bytes.readFully(last);
      return tail(last, scan.charset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String lastCell(String line) {
    int at =
        Math.max(line.lastIndexOf(','), Math.max(line.lastIndexOf('\t'), line.lastIndexOf(';')));
    return printable(line.substring(at + 1));
  }

  /** {@code 2,097,152 bytes (exactly 2 MiB)}. */
  static Text size(long bytes) {
    String number = String.format(Locale.ROOT, "%,d", bytes);
    String round = bytes == 0 ? "" : bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : "";
    round = round.isEmpty() && bytes > 0 && bytes % 4096 == 0 ? (bytes >> 10) + " KiB" : round;
    return round.isEmpty()
        ? Text.of(number + " 字节", number + " bytes")
        : Text.of(number + " 字节(恰为 " + round + ")", number + " bytes (exactly " + round + ")");
  }
}
