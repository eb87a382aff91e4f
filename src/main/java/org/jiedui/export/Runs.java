package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cells that say the same as the one above them, in columns where that is said once. */
final class Runs {
  private final List<PaperTable.Column> columns;
  private final List<PrintedTable.Line> lines;

  private Runs(List<PaperTable.Column> columns, List<PrintedTable.Line> lines) {
    this.columns = columns;
    this.lines = lines;
  }

  /** The same lines, each cell with the number of rows that it stands over. */
  static List<PrintedTable.Line> joined(
      List<PaperTable.Column> columns, List<PrintedTable.Line> lines) {
    Runs runs = new Runs(columns, lines);
    return IntStream.range(0, lines.size()).mapToObj(runs::line).toList();
  }

  private PrintedTable.Line line(int row) {
    List<PrintedCell> cells = new ArrayList<>(lines.get(row).cells());
    for (int column = 0; column < cells.size() && isOnce(column); column++) {
      cells.set(column, cells.get(column).over(rows(row, column)));
    }
    return new PrintedTable.Line(lines.get(row).panel(), cells);
  }

  private boolean isOnce(int column) {
    return columns.get(column).repeats() == PaperTable.Repeats.ONCE;
  }

  private int rows(int row, int column) {
    if (continues(row, column)) {
      return 0;
    }
    int end = row + 1;
    while (continues(end, column)) {
      end++;
    }
    return end - row;
  }

  /** Within the runs of the columns to the left, and never across the heading of a panel. */
  private boolean continues(int row, int column) {
    return row > 0
        && row < lines.size()
        && !lines.get(row).isPanel()
        && !lines.get(row - 1).isPanel()
        && IntStream.rangeClosed(0, column).allMatch(i -> text(row, i).equals(text(row - 1, i)));
  }

  private String text(int row, int column) {
    return lines.get(row).cells().get(column).text();
  }
}
