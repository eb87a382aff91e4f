package org.jiedui.ingest.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which encodings the lines of a file can be: how many of each kind, and the first of each.
 *
 * <p>A line is UTF-8 when it is valid and holds a character of three bytes as Chinese has; a line
 * that is valid by two-byte characters alone may be GB18030 as well and decides nothing.
 */
final class LineKinds {
  enum Kind {
    UTF8,
    GB18030,
    NEITHER
  }

  /** One line as evidence: its number and its first bytes. */
  record Line(long number, byte[] bytes) {}

  private static final int SHOWN = 200;

  private final Map<Kind, Line> first = new EnumMap<>(Kind.class);
  private final long[] last = new long[Kind.values().length];
  private final long[] counts = new long[Kind.values().length];
  private long undecided;

  void add(Kind kind, long number, byte[] bytes, int from, int to) {
    counts[kind.ordinal()]++;
    if (!first.containsKey(kind)) {
      first.put(kind, line(number, bytes, from, to));
    }
    last[kind.ordinal()] = number;
  }

  void addUndecided() {
    undecided++;
  }

  long undecided() {
    return undecided;
  }

  long count(Kind kind) {
    return counts[kind.ordinal()];
  }

  Line first(Kind kind) {
    return first.get(kind);
  }

  /** Number of the last line of a kind; 0 for none. */
  long last(Kind kind) {
    return last[kind.ordinal()];
  }

  /** Damaged lines are rejected one by one while they are few; a file full of them is not read. */
  boolean fewDamaged(Kind of) {
    return count(Kind.NEITHER) <= Math.max(1, count(of) / 100);
  }

  private static Line line(long number, byte[] bytes, int from, int to) {
    int end = Math.min(to, from + SHOWN);
    while (end > from && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return new Line(number, Arrays.copyOfRange(bytes, from, end));
  }
}
