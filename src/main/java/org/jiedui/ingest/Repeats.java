package org.jiedui.ingest;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers that stand more than once in some arrays, or also in others that are shown to them,
 * found with one open-addressing table.
 */
final class Repeats {
  private final long[] table;
  private boolean zero;
  private long[] repeated = new long[16];
  private int count;

  Repeats(List<long[]> runs) {
    int total = runs.stream().mapToInt(r -> r.length).sum();
    table = new long[Math.max(16, Integer.highestOneBit(Math.max(1, total)) * 4)];
    for (long[] run : runs) {
      for (long value : run) {
        if (!add(value)) {
          repeated(value);
        }
      }
    }
  }

  static long[] of(List<long[]> runs) {
    return new Repeats(runs).found();
  }

  /** Shows others, which are not kept; true when one of them is among the first. */
  boolean meet(long[] others) {
    int before = count;
    for (long value : others) {
      if (value == 0 ? zero : table[slot(value)] != 0) {
        repeated(value);
      }
    }
    return count > before;
  }

  /** Ascending. */
  long[] found() {
    return Arrays.stream(repeated, 0, count).sorted().distinct().toArray();
  }

  private void repeated(long value) {
    repeated = count == repeated.length ? Arrays.copyOf(repeated, count * 2) : repeated;
    repeated[count++] = value;
  }

  private boolean add(long value) {
    if (value == 0) {
      boolean first = !zero;
      zero = true;
      return first;
    }
    int slot = slot(value);
    boolean first = table[slot] == 0;
    table[slot] = value;
    return first;
  }

  /** Where a number is, or the free place where it would be. */
  private int slot(long value) {
    int mask = table.length - 1;
    int slot = (int) value & mask;
    while (table[slot] != 0 && table[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
