package org.jiedui.ingest;

import java.util.Arrays;
import java.util.List;

/** The numbers that stand more than once in some arrays, found with one open-addressing table. */
final class Repeats {
  private Repeats() {}

  static long[] of(List<long[]> runs) {
    int total = runs.stream().mapToInt(r -> r.length).sum();
    long[] table = new long[Math.max(16, Integer.highestOneBit(Math.max(1, total)) * 4)];
    long[] repeated = new long[16];
    int count = 0;
    int zeros = 0;
    for (long[] run : runs) {
      for (long value : run) {
        if (value == 0 ? zeros++ > 0 : !add(table, value)) {
          repeated = count == repeated.length ? Arrays.copyOf(repeated, count * 2) : repeated;
          repeated[count++] = value;
        }
      }
    }
    return Arrays.stream(repeated, 0, count).sorted().distinct().toArray();
  }

  private static boolean add(long[] table, long value) {
    int mask = table.length - 1;
    int slot = (int) value & mask;
    while (table[slot] != 0) {
      if (table[slot] == value) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    table[slot] = value;
    return true;
  }
}
