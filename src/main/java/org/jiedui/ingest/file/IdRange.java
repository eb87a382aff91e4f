package org.jiedui.ingest.file;

import java.io.Serializable;

/**
 * The record ids of one part as numbers: where all are plain numbers of one source, from which to
 * which, and whether every row's id is above the one before.
 *
 * @param numeric false when an id is no plain number or the part has several sources
 * @param increasing with disjoint ranges this proves that no id stands twice
 */
public record IdRange(String source, boolean numeric, boolean increasing, long first, long last)
    implements Serializable {

  /** True when this range, next to the other, leaves no doubt that they share no id. */
  public boolean isApartFrom(IdRange other) {
    return numeric && other.numeric && (last < other.first || other.last < first);
  }

  /** Follows the ids of a part while it is read. */
  static final class Watch {
    private static final int LONGEST = 18;
    private int source = -1;
    private boolean numeric = true;
    private boolean increasing = true;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private long last = -1;

    /** Takes the id of a row's first record. */
    void row(int sourceNumber, byte[] bytes, int start, int length) {
      if (!numeric) {
        return;
      }
      long id = number(bytes, start, length);
      numeric = id >= 0 && (source < 0 || source == sourceNumber);
      source = sourceNumber;
      increasing &= id > last;
      last = id;
      least = Math.min(least, id);
      greatest = Math.max(greatest, id);
    }

    IdRange end(String sourceId) {
      return new IdRange(sourceId, numeric, numeric && increasing, least, greatest);
    }

    int source() {
      return source;
    }

    /** The number an id is the canonical text of, else -1. */
    private static long number(byte[] bytes, int start, int length) {
      if (length == 0 || length > LONGEST || bytes[start] == '0' && length > 1) {
        return -1;
      }
      long value = 0;
      for (int i = start; i < start + length; i++) {
        int digit = bytes[i] - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        value = value * 10 + digit;
      }
      return value;
    }
  }
}
