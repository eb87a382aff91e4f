package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of records met so far, numbered from 0 in the order they were met. */
public final class Kinds {
  /** A group's key has room for as many kinds. */
  static final int LIMIT = 1 << GroupSums.KIND_BITS;

  private final List<Kind> kinds = new ArrayList<>();
  private final Map<Kind, Integer> numbers = new HashMap<>();

  public int number(Kind kind) {
    Integer number = numbers.get(kind);
    return number != null ? number : add(kind);
  }

  public Kind kind(int number) {
    return kinds.get(number);
  }

  public List<Kind> all() {
    return List.copyOf(kinds);
  }

  public int size() {
    return kinds.size();
  }

  private int add(Kind kind) {
    if (kinds.size() == LIMIT) {
      throw new IllegalStateException("more than " + LIMIT + " kinds of records in one part");
    }
    numbers.put(kind, kinds.size());
    kinds.add(kind);
    return kinds.size() - 1;
  }
}
