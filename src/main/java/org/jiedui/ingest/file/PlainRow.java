package org.jiedui.ingest.file;

import java.util.Arrays;

/**
 * One plain row in a buffer of bytes: where its cells end, and its year, codes, id and amounts as
 * numbers. Set to one row after the other; nothing is allocated.
 */
final class PlainRow {
  private static final int FIRST_CODE = 100_000;

  /** Most digits of an amount, so that no long overflows. */
  private static final int AMOUNT_DIGITS = 18;

  private static final byte ORDINARY = 0;
  private static final byte SEPARATOR = 1;
  private static final byte LINE_FEED = 2;
  private static final byte CARRIAGE_RETURN = 3;
  private static final byte STRICT = 4;
  private static final byte FOREIGN = 5;

  private final FastPlan plan;
  private final byte[] classes = new byte[256];
  private final int[] ends;
  private final boolean[] mayBeForeign;
  final byte[] bytes;
  private final int limit;

  int start;

  /** After the line end. */
  int end;

  int year;
  int recipient;

  /** 0 where none is given. */
  int donor;

  int idStart;
  int idLength;

  PlainRow(FastPlan plan, byte[] bytes, int limit) {
    this.plan = plan;
    this.bytes = bytes;
    this.limit = limit;
    ends = new int[plan.columns];
    mayBeForeign = new boolean[plan.columns];
    for (int[] group : new int[][] {plan.words, plan.names}) {
      Arrays.stream(group).forEach(p -> mayBeForeign[p] = true);
    }
    Arrays.fill(classes, 0, 32, STRICT);
    Arrays.fill(classes, 127, 256, FOREIGN);
    classes[127] = STRICT;
    classes['"'] = STRICT;
    classes['\n'] = LINE_FEED;
    classes['\r'] = CARRIAGE_RETURN;
    classes[plan.separator & 0xff] = SEPARATOR;
  }

  /** Moves to the row that starts here; false when it is not a plain one. */
  boolean read(int from) {
    start = from;
    return split() && values();
  }

  int cellEnd(int cell) {
    return ends[cell];
  }

  /** Finds the ends of the cells. False when the row is not a plain one. */
  private boolean split() {
    int at = start;
    int cell = 0;
    while (at < limit) {
      byte c = classes[bytes[at] & 0xff];
      if (c == ORDINARY) {
        at++;
      } else if (c == SEPARATOR) {
        if (cell == plan.columns - 1) {
          return false;
        }
        ends[cell++] = at++;
      } else if (c == FOREIGN) {
        if (!mayBeForeign[cell]) {
          return false;
        }
        at++;
      } else if (c == STRICT) {
        return false;
      } else {
        return lastCell(at, cell, c);
      }
    }
    return false;
  }

  private boolean lastCell(int at, int cell, byte c) {
    boolean twoBytes = c == CARRIAGE_RETURN;
    if (cell != plan.columns - 1 || twoBytes && (at + 1 >= limit || bytes[at + 1] != '\n')) {
      return false;
    }
    ends[cell] = at;
    end = at + (twoBytes ? 2 : 1);
    return true;
  }

  /** True when year, codes and record id are plain. */
  private boolean values() {
    year = number(plan.year.position(), 4);
    recipient = number(plan.recipient.position(), 6);
    return year >= plan.year.min()
        && year <= plan.year.max()
        && recipient >= FIRST_CODE
        && donor()
        && recordId();
  }

  private boolean donor() {
    donor = 0;
    if (plan.donor == null || isEmpty(plan.donor.position())) {
      return plan.donor == null || mayBeEmpty(plan.donor);
    }
    donor = number(plan.donor.position(), 6);
    return donor >= FIRST_CODE;
  }

  private boolean recordId() {
    idStart = start;
    idLength = 0;
    if (plan.recordId == null || isEmpty(plan.recordId.position())) {
      return plan.recordId == null || mayBeEmpty(plan.recordId);
    }
    idStart = cellStart(plan.recordId.position());
    idLength = ends[plan.recordId.position()] - idStart;
    return isPlainId(idStart, idLength);
  }

  private boolean mayBeEmpty(Slot slot) {
    return plan.emptyIsMissing && !slot.required();
  }

  int cellStart(int cell) {
    return cell == 0 ? start : ends[cell - 1] + 1;
  }

  boolean isEmpty(int cell) {
    return cellStart(cell) == ends[cell];
  }

  /** The number in a cell of exactly so many digits, else -1. */
  private int number(int cell, int digits) {
    int from = cellStart(cell);
    if (ends[cell] - from != digits) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < ends[cell]; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Letters, digits and {@code - _ . : / #}, at least one digit: never a missing token. */
  private boolean isPlainId(int from, int length) {
    boolean digit = false;
    for (int i = from; i < from + length; i++) {
      byte b = bytes[i];
      boolean isDigit = b >= '0' && b <= '9';
      digit |= isDigit;
      boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
      if (!isDigit && !letter && b != '-' && b != '_' && b != '.' && b != ':' && b != '/'
          && b != '#') {
        return false;
      }
    }
    return digit;
  }

  /** A decimal without sign, with at most {@code pow10} decimals, in minor units; else -1. */
  long amount(int cell, int pow10) {
    int from = cellStart(cell);
    int to = ends[cell];
    int decimals = -1;
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        decimals += decimals >= 0 ? 1 : 0;
      } else if (bytes[i] == '.' && decimals < 0 && i > from) {
        decimals = 0;
      } else {
        return -1;
      }
    }
    int zeros = pow10 - Math.max(0, decimals);
    if (decimals == 0 || zeros < 0 || to - from + zeros > AMOUNT_DIGITS) {
      return -1;
    }
    for (; zeros > 0; zeros--) {
      value *= 10;
    }
    return value;
  }
}
