package org.jiedui.ingest.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, and the shapes of multi-byte characters. */
final class Bytes {
  static final int VALID = 0;

  /** The text ends inside a character; what is there of it is well formed. */
  static final int CUT = 1;

  static final int BAD = 2;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW7 = 0x7F7F7F7F7F7F7F7FL;
  private static final long ONES = 0x0101010101010101L;
  private static final long QUOTES = ONES * '"';
  private static final long LINE_FEEDS = ONES * '\n';

  private Bytes() {}

  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** True when all eight are ASCII, and none is a quote or NUL. */
  static boolean isPlain(long eight) {
    long nonNul = eight + LOW7;
    long nonQuote = (eight ^ QUOTES) + LOW7;
    return ((eight & HIGH) | (~nonNul & HIGH) | (~nonQuote & HIGH)) == 0;
  }

  /** Number of line feeds among eight ASCII bytes. */
  static int lineFeeds(long eight) {
    return Long.bitCount(~((eight ^ LINE_FEEDS) + LOW7) & HIGH);
  }

  /**
   * Length of the UTF-8 character at {@code i}; 0 when it is none, -1 when it is cut off by the
   * end.
   */
  static int utf8(byte[] b, int i, int end) {
    int first = b[i] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0) {
      return 0;
    }
    int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (int k = 1; k < length; k++) {
      if (i + k >= end) {
        return -1;
      }
      int next = b[i + k] & 0xFF;
      if (next < low || next > high) {
        return 0;
      }
      low = 0x80;
      high = 0xBF;
    }
    return length;
  }

  /**
   * Length of the GB18030 character at {@code i}; 0 when it is none, -1 when it is cut off by the
   * end.
   */
  static int gb18030(byte[] b, int i, int end) {
    int first = b[i] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    if (first == 0x80 || first == 0xFF) {
      return 0;
    }
    if (i + 1 >= end) {
      return -1;
    }
    int second = b[i + 1] & 0xFF;
    if (second >= 0x40 && second <= 0xFE && second != 0x7F) {
      return 2;
    }
    return second >= 0x30 && second <= 0x39 ? fourBytes(b, i, end) : 0;
  }

  private static int fourBytes(byte[] b, int i, int end) {
    int first = b[i] & 0xFF;
    for (int k = 2; k < 4; k++) {
      if (i + k >= end) {
        return -1;
      }
      int next = b[i + k] & 0xFF;
      boolean fits = k == 2 ? next >= 0x81 && next <= 0xFE : next >= 0x30 && next <= 0x39;
      if (!fits) {
        return 0;
      }
    }
    int linear =
        (((first - 0x81) * 10 + (b[i + 1] - 0x30)) * 126 + ((b[i + 2] & 0xFF) - 0x81)) * 10
            + (b[i + 3] - 0x30);
    boolean assigned = linear < 39420 || linear >= 189000 && linear < 189000 + 0x100000;
    return assigned ? 4 : 0;
  }

  static int utf8State(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      int length = utf8(b, i, to);
      if (length <= 0) {
        return length < 0 ? CUT : BAD;
      }
      i += length;
    }
    return VALID;
  }

  static int gb18030State(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      int length = gb18030(b, i, to);
      if (length <= 0) {
        return length < 0 ? CUT : BAD;
      }
      i += length;
    }
    return VALID;
  }

  /** True when a valid GB18030 text holds a character of GB 2312, as Chinese text does. */
  static boolean hasGb2312(byte[] b, int from, int to) {
    for (int i = from; i < to; i += Math.max(1, gb18030(b, i, to))) {
      int first = b[i] & 0xFF;
      if (first >= 0xA1 && first <= 0xF7 && i + 1 < to && (b[i + 1] & 0xFF) >= 0xA1) {
        return true;
      }
    }
    return false;
  }

  /** First CR that no LF follows; -1 for none. One at the very end counts as a line end. */
  static int indexOfLoneReturn(byte[] b) {
    for (int i = 0; i + 1 < b.length; i++) {
      if (b[i] == '\r' && b[i + 1] != '\n') {
        return i;
      }
    }
    return -1;
  }
}
