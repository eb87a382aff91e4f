package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merged ranges met while rows come in order: a value stands in the top-left cell only. Not for use
 * by several threads.
 */
final class MergedCells {
  private final List<int[]> ranges;
  private final List<int[]> open = new ArrayList<>();
  private final Map<int[], SheetCell> values = new HashMap<>();
  private int next;

  /**
   * @param ranges in order of their first row
   */
  MergedCells(List<int[]> ranges) {
    this.ranges = ranges;
  }

  /** Moves on to a row; rows must come in order. */
  void to(SheetRow row) {
    open.removeIf(range -> range[1] < row.number());
    values.keySet().retainAll(open);
    while (next < ranges.size() && ranges.get(next)[0] <= row.number()) {
      int[] range = ranges.get(next++);
      if (range[1] >= row.number()) {
        open.add(range);
        if (range[0] == row.number()) {
          values.put(range, row.cell(range[2]));
        }
      }
    }
  }

  /** The range a cell of the present row lies in; null for none. */
  int[] at(int column) {
    for (int[] range : open) {
      if (range[2] <= column && column <= range[3]) {
        return range;
      }
    }
    return null;
  }

  /** The value of a range; empty where the range began before the rows did. */
  SheetCell value(int[] range) {
    return values.getOrDefault(range, SheetCell.EMPTY);
  }
}
