package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A grouping of rows with a name: unit, year, cluster. Codes 0, 1, … follow the sorted labels. */
public final class Factor {
  private final String name;
  private final int[] codes;
  private final int levels;

  private Factor(String name, int[] codes, int levels) {
    this.name = name;
    this.codes = codes;
    this.levels = levels;
  }

  public static Factor of(String name, List<String> labels) {
    return coded(name, labels.size(), labels::get);
  }

  public static Factor of(String name, int... values) {
    int[] sorted = Arrays.stream(values).sorted().distinct().toArray();
    int[] codes = Arrays.stream(values).map(value -> Arrays.binarySearch(sorted, value)).toArray();
    return new Factor(name, codes, sorted.length);
  }

  /** Every row a group of its own. */
  public static Factor rows(int size) {
    return new Factor("row", IntStream.range(0, size).toArray(), size);
  }

  private static <T extends Comparable<T>> Factor coded(
      String name, int size, IntFunction<T> label) {
    TreeSet<T> sorted = new TreeSet<>();
    IntStream.range(0, size).forEach(row -> sorted.add(label.apply(row)));
    Map<T, Integer> codes = new HashMap<>();
    sorted.forEach(value -> codes.put(value, codes.size()));
    int[] coded = IntStream.range(0, size).map(row -> codes.get(label.apply(row))).toArray();
    return new Factor(name, coded, codes.size());
  }

  public String name() {
    return name;
  }

  public int size() {
    return codes.length;
  }

  public int levels() {
    return levels;
  }

  public int code(int row) {
    return codes[row];
  }

  int[] codes() {
    return codes;
  }

  /** Rows in each level. */
  int[] counts() {
    int[] counts = new int[levels];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** Row numbers of each level, ascending. */
  int[][] members() {
    int[] counts = counts();
    int[][] members = new int[levels][];
    Arrays.setAll(members, level -> new int[counts[level]]);
    int[] next = new int[levels];
    for (int row = 0; row < codes.length; row++) {
      members[codes[row]][next[codes[row]]++] = row;
    }
    return members;
  }

  /** Only these rows; levels that lose all rows vanish. */
  Factor only(int... kept) {
    int[] fresh = new int[levels];
    Arrays.fill(fresh, -1);
    for (int row : kept) {
      fresh[codes[row]] = 0;
    }
    int next = 0;
    for (int level = 0; level < levels; level++) {
      fresh[level] = fresh[level] < 0 ? -1 : next++;
    }
    return new Factor(name, Arrays.stream(kept).map(row -> fresh[codes[row]]).toArray(), next);
  }

  /** Whether each level lies within one level of the other. */
  boolean nestedIn(Factor other) {
    int[] home = new int[levels];
    Arrays.fill(home, -1);
    for (int row = 0; row < codes.length; row++) {
      int before = home[codes[row]];
      if (before >= 0 && before != other.codes[row]) {
        return false;
      }
      home[codes[row]] = other.codes[row];
    }
    return true;
  }

  /** Rows are together when they are together in both. */
  Factor and(Factor other) {
    List<Long> both = new ArrayList<>();
    for (int row = 0; row < codes.length; row++) {
      both.add((long) codes[row] * other.levels + other.codes[row]);
    }
    return coded(name + "&" + other.name, codes.length, both::get);
  }
}
