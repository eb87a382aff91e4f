package org.jiedui.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A table in memory: its name, its fields, and its rows sorted by key.
 *
 * <p>Values are what {@link Type#javaClass()} says, or null. Building one checks every value, so
 * neither NaN nor infinity, neither a wrong type nor a key twice can reach a file.
 */
public final class Frame {
  private final String table;
  private final List<Field> fields;
  private final List<Object[]> rows;
  private final Map<Field, Integer> places = new ConcurrentHashMap<>();

  private Frame(String table, List<Field> fields, List<Object[]> rows) {
    this.table = table;
    this.fields = fields;
    this.rows = rows;
  }

  /** Checks and sorts. Rows may come in any order; the arrays are kept, not copied. */
  public static Frame of(String table, Field[] fields, List<Object[]> rows) {
    List<Field> columns = List.of(fields);
    rows.forEach(row -> check(table, columns, row));
    Comparator<Object[]> byKey = order(columns);
    List<Object[]> sorted = rows.stream().sorted(byKey).toList();
    boolean keyed = columns.stream().anyMatch(Field::isKey);
    for (int i = 1; i < sorted.size() && keyed; i++) {
      if (byKey.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
        throw new IllegalStateException(
            "table '" + table + "' has a key twice: " + Arrays.toString(sorted.get(i)));
      }
    }
    return new Frame(table, columns, sorted);
  }

  /** Rows of another table as they stand, for printing: in their order, keys not looked at. */
  public static Frame view(String table, List<Field> fields, List<Object[]> rows) {
    return new Frame(table, List.copyOf(fields), List.copyOf(rows));
  }

  public String table() {
    return table;
  }

  public List<Field> fields() {
    return fields;
  }

  public int size() {
    return rows.size();
  }

  public Object value(int row, Field field) {
    return rows.get(row)[index(field)];
  }

  public String text(int row, Field field) {
    return (String) value(row, field);
  }

  /** All rows in key order, values in the order of {@link #fields()}. Not to be changed. */
  public List<Object[]> rows() {
    return rows;
  }

  /** The same table with only the rows that pass. */
  public Frame where(java.util.function.Predicate<Object[]> test) {
    return new Frame(table, fields, rows.stream().filter(test).toList());
  }

  /** The same rows without one column. */
  public Frame without(Field column) {
    int left = index(column);
    int[] kept = IntStream.range(0, fields.size()).filter(i -> i != left).toArray();
    return view(
        table,
        Arrays.stream(kept).mapToObj(fields::get).toList(),
        rows.stream().map(row -> Arrays.stream(kept).mapToObj(i -> row[i]).toArray()).toList());
  }

  public int index(Field field) {
    return places.computeIfAbsent(field, this::find);
  }

  private int find(Field field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).column().equals(field.column())) {
        return i;
      }
    }
    throw new IllegalArgumentException("table '" + table + "' has no column " + field.column());
  }

  /** The order of rows: by the key fields from left to right, null first. */
  public static Comparator<Object[]> order(List<Field> fields) {
    int[] keys = IntStream.range(0, fields.size()).filter(i -> fields.get(i).isKey()).toArray();
    return (a, b) -> compare(keys, a, b);
  }

  /** Refuses a row of another length, with a value of another type, or a number not finite. */
  public static void check(String table, List<Field> fields, Object[] row) {
    if (row.length != fields.size()) {
      throw new IllegalStateException(
          "table '" + table + "' has " + fields.size() + " fields, a row has " + row.length);
    }
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      Field field = fields.get(i);
      if (value != null && !field.type().javaClass().isInstance(value)) {
        throw new IllegalStateException(
            table + "." + field.column() + " is " + field.type() + ", got " + value.getClass());
      }
      if (value instanceof Double number && !Double.isFinite(number)) {
        throw new IllegalStateException(table + "." + field.column() + " is not finite");
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(int[] keys, Object[] a, Object[] b) {
    for (int key : keys) {
      Comparable left = (Comparable) a[key];
      Comparable right = (Comparable) b[key];
      int order =
          left == null ? (right == null ? 0 : -1) : right == null ? 1 : left.compareTo(right);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
