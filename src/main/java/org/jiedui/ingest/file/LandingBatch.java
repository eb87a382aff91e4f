package org.jiedui.ingest.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Up to a page of records as columns of primitives. A record is set field by field at {@link
 * #size()} and then counted by {@link #next()}.
 */
final class LandingBatch {
  static final int CAPACITY = LandingSchema.PAGE_ROWS;

  final long[] line = new long[CAPACITY];
  final long[] offset = new long[CAPACITY];

  /** Number of the record within its row, from 0: rows are counted where it is 0. */
  final int[] item = new int[CAPACITY];

  /** Numbers of {@link LandingWriter#source(String)}. */
  final int[] source = new int[CAPACITY];

  final int[] year = new int[CAPACITY];
  final int[] recipient = new int[CAPACITY];
  final int[] donor = new int[CAPACITY];

  /** Numbers of {@link Kinds}. */
  final int[] kind = new int[CAPACITY];

  final long[] amount = new long[CAPACITY];

  /** Record ids, one after the other in {@link #idBytes}: id i ends before {@code idEnds[i]}. */
  final int[] idEnds = new int[CAPACITY];

  byte[] idBytes = new byte[CAPACITY * 16];
  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  int idStart(int row) {
    return row == 0 ? 0 : idEnds[row - 1];
  }

  /** Sets the record id of the record that is being set. */
  void id(byte[] from, int start, int length) {
    int begin = idStart(size);
    if (begin + length > idBytes.length) {
      idBytes = Arrays.copyOf(idBytes, Math.max(begin + length, idBytes.length * 2));
    }
    System.arraycopy(from, start, idBytes, begin, length);
    idEnds[size] = begin + length;
  }

  void id(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    id(bytes, 0, bytes.length);
  }

  void next() {
    size++;
  }

  void clear() {
    size = 0;
  }
}
