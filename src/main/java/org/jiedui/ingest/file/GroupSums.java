package org.jiedui.ingest.file;

import java.util.Arrays;

/**
 * Exact sums and counts of records and rows per recipient, donor, year and kind: an open-addressing
 * map from a packed key to three longs. Overflow of a sum throws.
 */
public final class GroupSums {
  public static final int KIND_BITS = 15;
  private static final int CODE_BITS = 20;
  private static final int CODE_MASK = (1 << CODE_BITS) - 1;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2155;
  private static final long FREE = -1;

  /** Longs of one group: key, sum, records, rows, side by side in one line of the cache. */
  static final int STRIDE = 4;

  private long[] table;
  private int size;

  public GroupSums() {
    allocate(1 << 10);
  }

  /** How many kinds a key can tell apart. */
  static int kinds() {
    return 1 << KIND_BITS;
  }

  /** Years, then kinds: sorting keys sorts by year. */
  public static long key(int recipient, int donor, int year, int kind) {
    if (year < FIRST_YEAR || year > LAST_YEAR || ((recipient | donor) & ~CODE_MASK) != 0) {
      throw new IllegalArgumentException("no group for " + recipient + ", " + donor + ", " + year);
    }
    return ((long) (year - FIRST_YEAR) << (KIND_BITS + 2 * CODE_BITS))
        | (long) kind << (2 * CODE_BITS)
        | (long) recipient << CODE_BITS
        | donor;
  }

  public static int year(long key) {
    return (int) (key >>> (KIND_BITS + 2 * CODE_BITS)) + FIRST_YEAR;
  }

  public static int kind(long key) {
    return (int) (key >>> (2 * CODE_BITS)) & ((1 << KIND_BITS) - 1);
  }

  public static int recipient(long key) {
    return (int) (key >>> CODE_BITS) & CODE_MASK;
  }

  public static int donor(long key) {
    return (int) key & CODE_MASK;
  }

  /** Adds records to a group; counts are negative where records are taken back. */
  public void add(long key, long amount, long records, long newRows) {
    int at = place(key);
    if (table[at] == FREE) {
      table[at] = key;
      size++;
    }
    table[at + 1] = Math.addExact(table[at + 1], amount);
    table[at + 2] += records;
    table[at + 3] += newRows;
    if (size * 2 * STRIDE > table.length) {
      grow();
    }
  }

  public int size() {
    return size;
  }

  /** All keys, ascending: by year first. */
  public long[] sortedKeys() {
    long[] sorted = new long[size];
    int n = 0;
    for (int at = 0; at < table.length; at += STRIDE) {
      if (table[at] != FREE) {
        sorted[n++] = table[at];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** All groups by key: key, sum, records, rows, one after the other. */
  long[] sortedGroups() {
    long[] keys = sortedKeys();
    long[] groups = new long[keys.length * STRIDE];
    for (int i = 0; i < keys.length; i++) {
      System.arraycopy(table, place(keys[i]), groups, i * STRIDE, STRIDE);
    }
    return groups;
  }

  public long sum(long key) {
    return table[place(key) + 1];
  }

  public long count(long key) {
    return table[place(key) + 2];
  }

  /** Rows whose first record is in the group. */
  public long rows(long key) {
    return table[place(key) + 3];
  }

  private int place(long key) {
    int mask = table.length - 1;
    int at = (int) (Hash64.mix(key) * STRIDE) & mask;
    while (table[at] != key && table[at] != FREE) {
      at = (at + STRIDE) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = table;
    allocate(old.length * 2);
    for (int at = 0; at < old.length; at += STRIDE) {
      if (old[at] != FREE) {
        System.arraycopy(old, at, table, place(old[at]), STRIDE);
      }
    }
  }

  private void allocate(int longs) {
    table = new long[longs];
    for (int at = 0; at < longs; at += STRIDE) {
      table[at] = FREE;
    }
  }
}
