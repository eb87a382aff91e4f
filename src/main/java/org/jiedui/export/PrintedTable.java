package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/**
 * A table in the words of one style: everything decided but escaping and alignment, which are each
 * format's own.
 *
 * @param caption one line, or Chinese and English
 * @param unit of all numbers, said once above the table; empty when columns say it
 * @param spans headings over columns, level by level, outermost first
 * @param notes lines below the table, the word that leads them included
 */
record PrintedTable(
    PaperTable table,
    Style style,
    List<String> caption,
    String unit,
    List<List<Heading>> spans,
    List<PrintedColumn> columns,
    List<Line> lines,
    List<String> notes) {

  /** A heading in one or two lines over some columns. */
  record Heading(List<String> lines, int from, int size) {
    boolean isEmpty() {
      return lines.stream().allMatch(String::isEmpty);
    }
  }

  /** One line of the body: a panel's heading, or cells. */
  record Line(String panel, List<PrintedCell> cells) {
    boolean isPanel() {
      return cells.isEmpty();
    }
  }

  static PrintedTable of(PaperTable whole, Style style) {
    PaperTable table = whole.withoutEmptyColumns();
    List<Line> lines = Runs.joined(table.columns(), lines(table, style));
    String unit = Headings.sharedUnit(table, style);
    List<PrintedColumn> columns =
        IntStream.range(0, table.columns().size())
            .mapToObj(i -> column(table, style, unit, lines, i))
            .toList();
    return new PrintedTable(
        table,
        style,
        both(table.caption(), style),
        unit,
        Spans.of(table.columns()).stream().map(level -> headings(level, style)).toList(),
        columns,
        lines,
        PrintedNotes.of(table, style));
  }

  String id() {
    return table.id();
  }

  Lang lang() {
    return style.lang();
  }

  int width() {
    return columns.size();
  }

  List<Line> rows() {
    return lines.stream().filter(line -> !line.isPanel()).toList();
  }

  /** One line, or Chinese and English where a style has both and they differ. */
  static List<String> both(Text text, Style style) {
    return style.languages() == Style.Languages.BOTH && !text.zh().equals(text.en())
        ? List.of(text.zh(), text.en())
        : List.of(text.in(style.lang()));
  }

  private static List<Heading> headings(List<Spans.Span> level, Style style) {
    return level.stream()
        .map(s -> new Heading(both(s.heading(), style), s.from(), s.size()))
        .toList();
  }

  private static PrintedColumn column(
      PaperTable table, Style style, String unit, List<Line> lines, int i) {
    List<PrintedCell> cells =
        lines.stream().filter(line -> !line.isPanel()).map(line -> line.cells().get(i)).toList();
    PaperTable.Column column = table.columns().get(i);
    return PrintedColumn.of(column, Headings.of(column, style, unit), cells);
  }

  private static List<Line> lines(PaperTable table, Style style) {
    List<Line> lines = new ArrayList<>();
    String panel = "";
    for (PaperTable.Row row : table.rows()) {
      String here = row.panel().in(style.lang());
      if (!here.equals(panel) && !here.isEmpty()) {
        lines.add(new Line(here, List.of()));
      }
      panel = here;
      lines.add(
          new Line("", row.cells().stream().map(cell -> PrintedCell.of(cell, style)).toList()));
    }
    return lines;
  }
}
