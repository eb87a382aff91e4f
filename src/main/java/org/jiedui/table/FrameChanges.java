package org.jiedui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What differs between two states of one table, cell by cell, largest first.
 *
 * @param added rows whose key is new
 * @param removed rows whose key is gone
 */
public record FrameChanges(String table, long added, long removed, List<Cell> cells) {
  /**
   * One cell of a row that both have.
   *
   * @param row the row's key, its parts joined by a blank
   * @param before null where the cell was empty
   */
  public record Cell(String row, String column, Object before, Object after) {
    /**
     * Size of the change relative to the larger value, between 0 and 2; what has no size (words, a
     * cell that was or became empty) counts as 2.
     */
    double size() {
      if (before instanceof Number a && after instanceof Number b) {
        double larger = Math.max(Math.abs(a.doubleValue()), Math.abs(b.doubleValue()));
        return larger == 0 ? 0 : Math.abs(b.doubleValue() - a.doubleValue()) / larger;
      }
      return 2;
    }
  }

  /** Rows are matched by key; a column that only one has is no change of a cell. */
  public static FrameChanges between(Frame before, Frame after) {
    Map<String, Object[]> old = byKey(before);
    Map<String, Object[]> now = byKey(after);
    List<Field> shared = after.fields().stream().filter(f -> !f.isKey() && has(before, f)).toList();
    List<Cell> cells = new ArrayList<>();
    for (Map.Entry<String, Object[]> row : now.entrySet()) {
      Object[] was = old.get(row.getKey());
      if (was != null) {
        for (Field field : shared) {
          Object a = was[before.index(field)];
          Object b = row.getValue()[after.index(field)];
          if (!Objects.equals(a, b)) {
            cells.add(new Cell(row.getKey(), field.column(), a, b));
          }
        }
      }
    }
    cells.sort(
        Comparator.comparing(Cell::size)
            .reversed()
            .thenComparing(Cell::row)
            .thenComparing(Cell::column));
    long kept = now.keySet().stream().filter(old::containsKey).count();
    return new FrameChanges(after.table(), now.size() - kept, old.size() - kept, cells);
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return added + removed + cells.size() == 0;
  }

  private static boolean has(Frame frame, Field field) {
    return frame.fields().stream().anyMatch(f -> f.column().equals(field.column()));
  }

  private static Map<String, Object[]> byKey(Frame frame) {
    int[] keys = frame.fields().stream().filter(Field::isKey).mapToInt(frame::index).toArray();
    Map<String, Object[]> rows = new TreeMap<>();
    for (Object[] row : frame.rows()) {
      rows.put(
          Arrays.stream(keys)
              .mapToObj(k -> String.valueOf(row[k]))
              .collect(Collectors.joining(" ")),
          row);
    }
    return rows;
  }
}
