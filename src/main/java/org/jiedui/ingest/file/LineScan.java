package org.jiedui.ingest.file;

/**
 * Follows the bytes of a file, block by block: lines, open quotes, NUL bytes, and which encoding
 * each line can have. A quote opens a cell only at its start, as in RFC 4180.
 */
final class LineScan {
  private static final int UTF8_SURE = 1;
  private static final int UTF8_MAYBE = 2;
  private static final int NOT_UTF8 = 4;

  private final byte separator;
  private final LineKinds kinds = new LineKinds();
  private long lines;
  private int lineFlags;
  private boolean open;
  private long openedLine;
  private long openedOffset;
  private long longestQuote;
  private long nulLine;
  private boolean chinese;
  private int cutUtf8;
  private int cutGb18030;

  LineScan(char separator) {
    this.separator = (byte) separator;
  }

  /**
   * Scans whole lines; only the last block of a file may end without a line end.
   *
   * @param base file offset of {@code b[0]}
   */
  void block(byte[] b, int from, int to, long base) {
    int i = from;
    while (i < to) {
      if (i + 8 <= to) {
        long eight = Bytes.eight(b, i);
        if (Bytes.isPlain(eight)) {
          int feeds = Bytes.lineFeeds(eight);
          if (feeds == 0 || lineFlags == 0) {
            lines += feeds;
            i += 8;
            continue;
          }
        }
      }
      i = one(b, i, from, to, base);
    }
    if (open) {
      longestQuote = Math.max(longestQuote, base + to - openedOffset);
    }
  }

  /** Closes a last line without a line end, and says what its end can be cut off from. */
  void lastLine(byte[] b, int from, int to) {
    if (from >= to || b[to - 1] == '\n') {
      return;
    }
    int start = lineStart(b, from, to);
    cutUtf8 = Bytes.utf8State(b, start, to);
    cutGb18030 = Bytes.gb18030State(b, start, to);
    if (cutUtf8 != Bytes.CUT) {
      endOfLine(b, from, to);
    }
    lines++;
  }

  private int one(byte[] b, int i, int from, int to, long base) {
    byte c = b[i];
    if (c < 0) {
      return multiByte(b, i, to);
    }
    if (c == '\n') {
      if (lineFlags != 0) {
        endOfLine(b, from, i);
      }
      lines++;
    } else if (c == '"') {
      return quote(b, i, from, to, base);
    } else if (c == 0 && nulLine == 0) {
      nulLine = lines + 1;
    }
    return i + 1;
  }

  private int quote(byte[] b, int i, int from, int to, long base) {
    if (open && i + 1 < to && b[i + 1] == '"') {
      return i + 2;
    }
    if (open) {
      open = false;
      longestQuote = Math.max(longestQuote, base + i - openedOffset);
    } else if (i == from || b[i - 1] == separator || b[i - 1] == '\n') {
      open = true;
      openedLine = lines + 1;
      openedOffset = base + i;
    }
    return i + 1;
  }

  private int multiByte(byte[] b, int i, int to) {
    if ((lineFlags & NOT_UTF8) != 0) {
      return i + 1;
    }
    int length = Bytes.utf8(b, i, to);
    if (length <= 0) {
      lineFlags |= NOT_UTF8;
      return i + 1;
    }
    int first = b[i] & 0xFF;
    boolean threeBytes = first >= 0xE3 && first <= 0xE9 || first == 0xEF || length == 4;
    lineFlags |= threeBytes ? UTF8_SURE : UTF8_MAYBE;
    return i + length;
  }

  private void endOfLine(byte[] b, int from, int end) {
    int start = lineStart(b, from, end);
    if ((lineFlags & NOT_UTF8) != 0) {
      boolean gb = Bytes.gb18030State(b, start, end) == Bytes.VALID;
      kinds.add(gb ? LineKinds.Kind.GB18030 : LineKinds.Kind.NEITHER, lines + 1, b, start, end);
      chinese |= gb && !chinese && Bytes.hasGb2312(b, start, end);
    } else if ((lineFlags & UTF8_SURE) != 0) {
      kinds.add(LineKinds.Kind.UTF8, lines + 1, b, start, end);
    } else if (lineFlags != 0) {
      kinds.addUndecided();
    }
    lineFlags = 0;
  }

  private static int lineStart(byte[] b, int from, int end) {
    int start = end;
    while (start > from && b[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  LineKinds kinds() {
    return kinds;
  }

  long lines() {
    return lines;
  }

  boolean isOpen() {
    return open;
  }

  long openedLine() {
    return openedLine;
  }

  long longestQuote() {
    return longestQuote;
  }

  /** Any line of GB18030 holds a common character: accented Latin letters pass as GB18030 too. */
  boolean isChinese() {
    return chinese;
  }

  /** Line of the first NUL byte; 0 for none. */
  long nulLine() {
    return nulLine;
  }

  /** State of a last line without a line end, read as UTF-8. */
  int cutUtf8() {
    return cutUtf8;
  }

  int cutGb18030() {
    return cutGb18030;
  }
}
