package org.jiedui.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One file of records before it is written: its good rows, and the bad ones planted among them.
 *
 * <p>Every file has record id, year, donor and recipient in its first four columns.
 */
final class Sheet {
  static final int ID = 0;
  static final int YEAR = 1;
  static final int DONOR = 2;
  static final int RECIPIENT = 3;

  private final String name;
  private final String prefix;
  private final String[] header;
  private final int[] measures;
  private final List<String[]> rows = new ArrayList<>();
  private final Map<Integer, List<String[]>> planted = new TreeMap<>();
  private final Map<Mistake, Integer> mistakes = new TreeMap<>();
  private int ids;

  Sheet(String name, String prefix, int[] measures, String... header) {
    this.name = name;
    this.prefix = prefix;
    this.measures = measures;
    this.header = header;
  }

  String name() {
    return name;
  }

  /** Adds a good row; the cells follow the record id. */
  void add(String... cells) {
    String[] row = new String[header.length];
    row[ID] = nextId();
    System.arraycopy(cells, 0, row, 1, cells.length);
    rows.add(row);
  }

  String nextId() {
    ids++;
    return prefix + Integer.toString(1_000_000 + ids).substring(1);
  }

  int size() {
    return rows.size();
  }

  /** Good and planted rows, the blank ones too. */
  long rows() {
    return rows.size() + planted.values().stream().mapToLong(List::size).sum();
  }

  String[] row(int number) {
    return rows.get(number);
  }

  int column(String word) {
    return Arrays.asList(header).indexOf(word);
  }

  /** Column of the one measure in a row; -1 when there are none or several. */
  int onlyMeasure(int number) {
    int found = -1;
    for (int column : measures) {
      String cell = rows.get(number)[column];
      if (!cell.isEmpty() && !cell.equals("—")) {
        if (found >= 0) {
          return -1;
        }
        found = column;
      }
    }
    return found;
  }

  /** Puts a planted row right behind a good one. */
  void plantAfter(int number, String... row) {
    planted.computeIfAbsent(number, n -> new ArrayList<>()).add(row);
  }

  void count(Mistake mistake, int times) {
    mistakes.merge(mistake, times, Integer::sum);
  }

  Map<Mistake, Integer> mistakes() {
    return Collections.unmodifiableMap(mistakes);
  }

  Csv unix() {
    return fill(Csv.unix(header));
  }

  Csv windows() {
    return fill(Csv.windows(header));
  }

  private Csv fill(Csv csv) {
    for (int i = 0; i < rows.size(); i++) {
      csv.row(rows.get(i));
      planted.getOrDefault(i, List.of()).forEach(csv::row);
    }
    return csv;
  }
}
