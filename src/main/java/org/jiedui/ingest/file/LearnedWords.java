package org.jiedui.ingest.file;

import java.util.Arrays;

/**
 * What combinations of cells meant when the strict way read them: an open-addressing map from a
 * hash of the cells to their bytes and meaning. A match is always compared byte by byte.
 *
 * @param <T> the meaning
 */
final class LearnedWords<T> {
  private final int limit;
  private byte[][] cells = new byte[256][];
  private Object[] meanings = new Object[256];
  private int size;

  LearnedWords(int limit) {
    this.limit = limit;
  }

  boolean isFull() {
    return size >= limit;
  }

  /** The meaning of these bytes, or null when they were not met yet. */
  @SuppressWarnings("unchecked")
  T find(long hash, byte[] bytes, int length) {
    int mask = cells.length - 1;
    int slot = (int) hash & mask;
    while (cells[slot] != null) {
      if (Arrays.equals(cells[slot], 0, cells[slot].length, bytes, 0, length)) {
        return (T) meanings[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  void learn(byte[] bytes, int length, T meaning) {
    if (isFull()) {
      return;
    }
    if (size * 2 >= cells.length) {
      grow();
    }
    put(Arrays.copyOf(bytes, length), meaning);
  }

  /** The hash that {@link #find} expects; 8 bytes beyond the end must be readable. */
  static long hash(byte[] bytes, int length) {
    return Hash64.of(7, bytes, 0, length);
  }

  private void put(byte[] key, Object meaning) {
    int mask = cells.length - 1;
    int slot = (int) hash(Arrays.copyOf(key, key.length + 8), key.length) & mask;
    while (cells[slot] != null) {
      slot = (slot + 1) & mask;
    }
    cells[slot] = key;
    meanings[slot] = meaning;
    size++;
  }

  private void grow() {
    byte[][] oldCells = cells;
    Object[] oldMeanings = meanings;
    cells = new byte[oldCells.length * 2][];
    meanings = new Object[cells.length];
    size = 0;
    for (int i = 0; i < oldCells.length; i++) {
      if (oldCells[i] != null) {
        put(oldCells[i], oldMeanings[i]);
      }
    }
  }
}
