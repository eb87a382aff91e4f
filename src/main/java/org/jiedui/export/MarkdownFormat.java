package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.DisplayWidth;

/** A pipe table, padded so that it reads as plain text too; notes are paragraphs below it. */
final class MarkdownFormat implements TableFormat {
  private static final String SPECIAL = "\\|<>[]`*_~#!&$";
  private static final String LEADING = "#-=>+";

  @Override
  public List<ExportFile> files(PrintedTable table) {
    return List.of(ExportFile.of(table.id() + ".md", text(table)));
  }

  private static String text(PrintedTable table) {
    List<List<String>> rows = rows(table);
    int[] widths = widths(rows, table.width());
    StringBuilder md = new StringBuilder();
    table.caption().forEach(line -> md.append("**").append(escaped(line)).append("**\n\n"));
    if (!table.unit().isEmpty()) {
      md.append(escaped(table.unit())).append("\n\n");
    }
    md.append(line(rows.get(0), widths, table)).append(rule(widths, table));
    rows.subList(1, rows.size()).forEach(row -> md.append(line(row, widths, table)));
    table.notes().forEach(note -> md.append('\n').append(escaped(note)).append('\n'));
    return md.toString();
  }

  /** The heading and the body; a panel's heading is a row of its own. */
  private static List<List<String>> rows(PrintedTable table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (int i = 0; i < table.width(); i++) {
      head.add(escaped(heading(table, i)));
    }
    rows.add(head);
    for (PrintedTable.Line line : table.lines()) {
      List<String> row = new ArrayList<>();
      line.cells().forEach(cell -> row.add(escaped(cell.text())));
      if (line.isPanel()) {
        row.add("*" + escaped(line.panel()) + "*");
      }
      while (row.size() < table.width()) {
        row.add("");
      }
      rows.add(row);
    }
    return rows;
  }

  /** A pipe table has one line of headings: those above a column stand before its own. */
  private static String heading(PrintedTable table, int column) {
    List<String> parts = new ArrayList<>();
    for (List<PrintedTable.Heading> level : table.spans()) {
      for (PrintedTable.Heading heading : level) {
        boolean over = heading.from() <= column && column < heading.from() + heading.size();
        if (over && !heading.isEmpty()) {
          parts.add(String.join(" / ", heading.lines()));
        }
      }
    }
    parts.add(String.join(" / ", table.columns().get(column).heading()));
    return String.join(": ", parts);
  }

  private static int[] widths(List<List<String>> rows, int columns) {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(Math.max(widths[i], 3), DisplayWidth.of(row.get(i)));
      }
    }
    return widths;
  }

  private static String rule(int[] widths, PrintedTable table) {
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      boolean right = !table.columns().get(i).isText();
      rule.append(' ').append("-".repeat(widths[i] - (right ? 1 : 0))).append(right ? ":" : "");
      rule.append(" |");
    }
    return rule.append('\n').toString();
  }

  private static String line(List<String> cells, int[] widths, PrintedTable table) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      boolean text = table.columns().get(i).isText();
      String cell = cells.get(i);
      line.append(' ')
          .append(
              text ? DisplayWidth.padRight(cell, widths[i]) : DisplayWidth.padLeft(cell, widths[i]))
          .append(" |");
    }
    return line.append('\n').toString();
  }

  /** Text that stays text: no markup, no HTML, no line break. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String flat = text.replaceAll("\\R|\\p{Cc}", " ");
    for (int i = 0; i < flat.length(); i++) {
      char c = flat.charAt(i);
      boolean leads = LEADING.indexOf(c) >= 0 && flat.substring(0, i).isBlank();
      boolean number = leads && i + 1 < flat.length() && Character.isDigit(flat.charAt(i + 1));
      if (SPECIAL.indexOf(c) >= 0 || leads && !number) {
        safe.append('\\');
      }
      safe.append(c);
    }
    return safe.toString();
  }
}
