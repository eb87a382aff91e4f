package org.jiedui.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Builds lines of ASCII and ready bytes in one array and hands full blocks to a stream. */
final class LineBuffer implements Closeable {
  private static final int LONGEST_LINE = 512;

  private final OutputStream out;
  private final byte[] bytes = new byte[1 << 20];
  private int end;

  LineBuffer(OutputStream out) {
    this.out = out;
  }

  LineBuffer put(byte[] ready) {
    System.arraycopy(ready, 0, bytes, end, ready.length);
    end += ready.length;
    return this;
  }

  LineBuffer put(char ascii) {
    bytes[end++] = (byte) ascii;
    return this;
  }

  LineBuffer put(long number) {
    int start = end;
    long rest = number;
    do {
      bytes[end++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    reverse(start, end - 1);
    return this;
  }

  /** Fen as yuan with two decimals. */
  LineBuffer yuan(long fen) {
    put(fen / 100).put('.');
    bytes[end++] = (byte) ('0' + fen % 100 / 10);
    bytes[end++] = (byte) ('0' + fen % 10);
    return this;
  }

  void endLine() throws IOException {
    bytes[end++] = '\n';
    if (end > bytes.length - LONGEST_LINE) {
      flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  private void flush() throws IOException {
    out.write(bytes, 0, end);
    end = 0;
  }

  private void reverse(int from, int to) {
    for (int i = from, j = to; i < j; i++, j--) {
      byte swap = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swap;
    }
  }
}
