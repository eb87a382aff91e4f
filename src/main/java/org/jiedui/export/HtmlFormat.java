package org.jiedui.export;

import java.util.List;
import org.jiedui.message.Lang;

/**
 * A table as HTML: caption, headings with their scope, numbers aligned on the point by figure
 * spaces. The fragment stands alone or inside a longer page.
 */
public final class HtmlFormat implements TableFormat {
  private static final String FIGURE_SPACE = "\u2007";
  private static final String POINT_SPACE = "\u2008";

  /** Rules above, under the headings and below, none between columns. */
  public static final String CSS =
      """
      figure.table { margin: 1.5em 0; overflow-x: auto; }
      figure.table table { border-collapse: collapse; border-top: 1.5pt solid; border-bottom: 1.5pt solid; font-variant-numeric: tabular-nums lining-nums; }
      figure.table caption { caption-side: top; font-weight: bold; padding: 0 0 .4em; text-align: center; }
      figure.table caption .unit { display: block; font-weight: normal; text-align: right; }
      figure.table thead { border-bottom: .75pt solid; }
      figure.table th, figure.table td { padding: .15em .6em; text-align: left; font-weight: normal; vertical-align: top; }
      figure.table thead th { text-align: center; vertical-align: bottom; }
      figure.table th.span { border-bottom: .5pt solid; }
      figure.table td.number { text-align: right; white-space: nowrap; }
      figure.table td.centred { text-align: center; white-space: nowrap; }
      figure.table tbody th.panel { font-style: italic; padding-top: .5em; }
      figure.table .notes { font-size: .85em; margin: .4em 0 0; }
      figure.table .notes p { margin: .1em 0; }
      """;

  @Override
  public List<ExportFile> files(PrintedTable table) {
    String lang = table.lang() == Lang.ZH ? "zh-CN" : "en";
    String title = Xml.escaped(table.caption().get(0));
    return List.of(
        ExportFile.of(
            table.id() + ".html",
            "<!DOCTYPE html>\n<html lang=\""
                + lang
                + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<title>"
                + title
                + "</title>\n<style>\n"
                + "body { font: 11pt/1.4 \"Times New Roman\", \"Noto Serif CJK SC\", SimSun, serif; margin: 2em; }\n"
                + CSS
                + "</style>\n</head>\n<body>\n"
                + fragment(table)
                + "</body>\n</html>\n"));
  }

  /** The table with its notes, for a page that has {@link #CSS} in its style. */
  public static String fragment(PaperTable table, Style style) {
    return fragment(PrintedTable.of(table, style));
  }

  private static String fragment(PrintedTable table) {
    StringBuilder html = new StringBuilder();
    html.append("<figure class=\"table\" id=\"table-")
        .append(Xml.escaped(table.id()))
        .append("\">\n");
    html.append("<table>\n<caption>").append(lines(table.caption()));
    if (!table.unit().isEmpty()) {
      html.append("<span class=\"unit\">").append(Xml.escaped(table.unit())).append("</span>");
    }
    html.append("</caption>\n");
    head(table, html);
    body(table, html);
    html.append("</table>\n");
    notes(table, html);
    return html.append("</figure>\n").toString();
  }

  private static void head(PrintedTable table, StringBuilder html) {
    html.append("<thead>\n");
    for (List<PrintedTable.Heading> level : table.spans()) {
      html.append("<tr>");
      level.forEach(heading -> html.append(span(heading)));
      html.append("</tr>\n");
    }
    html.append("<tr>");
    table
        .columns()
        .forEach(c -> html.append("<th scope=\"col\">").append(lines(c.heading())).append("</th>"));
    html.append("</tr>\n</thead>\n");
  }

  private static String span(PrintedTable.Heading heading) {
    if (heading.isEmpty()) {
      return "<td colspan=\"" + heading.size() + "\"></td>";
    }
    return "<th class=\"span\" scope=\"colgroup\" colspan=\""
        + heading.size()
        + "\">"
        + lines(heading.lines())
        + "</th>";
  }

  private static void body(PrintedTable table, StringBuilder html) {
    html.append("<tbody>\n");
    for (PrintedTable.Line line : table.lines()) {
      if (line.isPanel()) {
        html.append("</tbody>\n<tbody>\n<tr><th class=\"panel\" scope=\"rowgroup\" colspan=\"");
        html.append(table.width())
            .append("\">")
            .append(Xml.escaped(line.panel()))
            .append("</th></tr>\n");
      } else {
        row(table, line, html);
      }
    }
    html.append("</tbody>\n");
  }

  private static void row(PrintedTable table, PrintedTable.Line line, StringBuilder html) {
    html.append("<tr>");
    for (int i = 0; i < table.width(); i++) {
      PrintedCell cell = line.cells().get(i);
      if (cell.over() > 0) {
        html.append(cell(table.columns().get(i), cell, i == 0));
      }
    }
    html.append("</tr>\n");
  }

  private static String cell(PrintedColumn column, PrintedCell cell, boolean first) {
    String text = Xml.escaped(cell.typeset());
    if (first && column.isText()) {
      return cell.over() > 1
          ? "<th scope=\"rowgroup\" rowspan=\"" + cell.over() + "\">" + text + "</th>"
          : "<th scope=\"row\">" + text + "</th>";
    }
    return switch (column.kind()) {
      case TEXT ->
          (cell.over() > 1 ? "<td rowspan=\"" + cell.over() + "\">" : "<td>") + text + "</td>";
      case CENTRED -> "<td class=\"centred\">" + text + "</td>";
      case NUMBER -> "<td class=\"number\">" + text + padding(column, cell) + "</td>";
    };
  }

  /** As wide as the decimals that other cells of the column have and this one has not. */
  private static String padding(PrintedColumn column, PrintedCell cell) {
    int decimals = cell.digits().map(Digits::decimals).orElse(0);
    int most = column.decimals();
    if (cell.digits().isEmpty() || decimals == most) {
      return "";
    }
    return (decimals == 0 ? POINT_SPACE : "") + FIGURE_SPACE.repeat(most - decimals);
  }

  private static void notes(PrintedTable table, StringBuilder html) {
    if (table.notes().isEmpty()) {
      return;
    }
    html.append("<figcaption class=\"notes\">\n");
    table.notes().forEach(note -> html.append("<p>").append(Xml.escaped(note)).append("</p>\n"));
    html.append("</figcaption>\n");
  }

  private static String lines(List<String> lines) {
    return String.join("<br>", lines.stream().map(Xml::escaped).toList());
  }
}
