package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Text;

/** The headings over the columns, level by level: which columns each of them spans. */
final class Spans {
  private Spans() {}

  /** One heading over neighbouring columns; an empty one over columns that have none. */
  record Span(Text heading, int from, int size) {}

  /** Outermost level first; a column with fewer headings has them at the bottom. */
  static List<List<Span>> of(List<PaperTable.Column> columns) {
    int depth = columns.stream().mapToInt(c -> c.spanners().size()).max().orElse(0);
    List<List<Span>> levels = new ArrayList<>();
    for (int level = 0; level < depth; level++) {
      levels.add(level(columns, depth, level));
    }
    return levels;
  }

  private static List<Span> level(List<PaperTable.Column> columns, int depth, int level) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    while (from < columns.size()) {
      List<Text> path = path(columns.get(from), depth, level);
      int to = from + 1;
      while (to < columns.size() && path(columns.get(to), depth, level).equals(path)) {
        to++;
      }
      spans.add(new Span(path.get(level), from, to - from));
      from = to;
    }
    return spans;
  }

  private static List<Text> path(PaperTable.Column column, int depth, int level) {
    List<Text> path = new ArrayList<>();
    for (int i = column.spanners().size(); i < depth; i++) {
      path.add(Text.NONE);
    }
    path.addAll(column.spanners());
    return path.subList(0, level + 1);
  }
}
