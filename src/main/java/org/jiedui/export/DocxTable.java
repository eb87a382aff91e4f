package org.jiedui.export;

import java.util.List;

/**
 * The table of a Word document: three rules as borders of cells, headings that repeat on every
 * page, rows that do not split, numbers on decimal tabs.
 */
final class DocxTable {
  /** Widths of rules in eighths of a point. */
  private static final int THICK = 12;

  private static final int THIN = 6;
  private static final int SPAN = 4;

  private final PrintedTable table;
  private final DocxPage page;

  DocxTable(PrintedTable table, DocxPage page) {
    this.table = table;
    this.page = page;
  }

  String xml() {
    StringBuilder xml = new StringBuilder("<w:tbl><w:tblPr>");
    xml.append("<w:tblW w:w=\"" + page.width() + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>");
    xml.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    xml.append("<w:left w:w=\"" + DocxPage.MARGIN + "\" w:type=\"dxa\"/>");
    xml.append("<w:right w:w=\"" + DocxPage.MARGIN + "\" w:type=\"dxa\"/>");
    xml.append("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for (int i = 0; i < table.width(); i++) {
      xml.append("<w:gridCol w:w=\"" + page.width(i, 1) + "\"/>");
    }
    xml.append("</w:tblGrid>");
    head(xml);
    body(xml);
    return xml.append("</w:tbl>").toString();
  }

  private void head(StringBuilder xml) {
    for (int level = 0; level < table.spans().size(); level++) {
      xml.append(row("<w:tblHeader/>"));
      for (PrintedTable.Heading span : table.spans().get(level)) {
        String top = level == 0 ? border("top", THICK) : "";
        String under = span.isEmpty() ? "" : border("bottom", SPAN);
        xml.append(cell(span.from(), span.size(), top + under, centred(span.lines())));
      }
      xml.append("</w:tr>");
    }
    xml.append(row("<w:tblHeader/>"));
    for (int i = 0; i < table.width(); i++) {
      PrintedColumn column = table.columns().get(i);
      String top = table.spans().isEmpty() ? border("top", THICK) : "";
      int below = table.lines().isEmpty() ? THICK : THIN;
      String words = column.isText() ? left(column.heading()) : centred(column.heading());
      xml.append(cell(i, 1, top + border("bottom", below), words));
    }
    xml.append("</w:tr>");
  }

  private void body(StringBuilder xml) {
    int last = table.lines().size() - 1;
    for (int r = 0; r <= last; r++) {
      PrintedTable.Line line = table.lines().get(r);
      String rule = r == last ? border("bottom", THICK) : "";
      xml.append(row(""));
      if (line.isPanel()) {
        xml.append(cell(0, table.width(), rule, paragraph("<w:keepNext/>", line.panel())));
      }
      for (int i = 0; i < line.cells().size(); i++) {
        PrintedCell cell = line.cells().get(i);
        String content = cell.over() == 0 ? paragraph("", "") : content(i, cell);
        xml.append(sized(page.width(i, 1), merged(cell), rule, content));
      }
      xml.append("</w:tr>");
    }
  }

  private static String row(String more) {
    return "<w:tr><w:trPr><w:cantSplit/>" + more + "</w:trPr>";
  }

  private static String merged(PrintedCell cell) {
    return switch (cell.over()) {
      case 0 -> "<w:vMerge/>";
      case 1 -> "";
      default -> "<w:vMerge w:val=\"restart\"/>";
    };
  }

  private String cell(int from, int columns, String borders, String content) {
    String span = columns > 1 ? "<w:gridSpan w:val=\"" + columns + "\"/>" : "";
    return sized(page.width(from, columns), span, borders, content);
  }

  private static String sized(int width, String span, String borders, String content) {
    return "<w:tc><w:tcPr><w:tcW w:w=\""
        + width
        + "\" w:type=\"dxa\"/>"
        + span
        + (borders.isEmpty() ? "" : "<w:tcBorders>" + borders + "</w:tcBorders>")
        + "<w:vAlign w:val=\"center\"/></w:tcPr>"
        + content
        + "</w:tc>";
  }

  private static String border(String side, int eighths) {
    return "<w:"
        + side
        + " w:val=\"single\" w:sz=\""
        + eighths
        + "\" w:space=\"0\" w:color=\"auto\"/>";
  }

  /** A lone decimal tab of a cell aligns its number without any character of tabulation. */
  private String content(int i, PrintedCell cell) {
    PrintedColumn column = table.columns().get(i);
    if (column.isText()) {
      return left(List.of(cell.text()));
    }
    if (!column.isNumber() || cell.digits().isEmpty()) {
      return centred(List.of(cell.typeset()));
    }
    int tab = page.decimalTab(i, column.before(), column.after());
    return paragraph(
        "<w:tabs><w:tab w:val=\"decimal\" w:pos=\"" + tab + "\"/></w:tabs>", cell.typeset());
  }

  private String left(List<String> lines) {
    return joined("", lines);
  }

  private String centred(List<String> lines) {
    return joined("<w:jc w:val=\"center\"/>", lines);
  }

  private String joined(String properties, List<String> lines) {
    StringBuilder xml = new StringBuilder();
    lines.forEach(line -> xml.append(paragraph(properties, line)));
    return xml.toString();
  }

  /** An empty cell has a size of type too, or its row would be taller than the others. */
  private String paragraph(String properties, String text) {
    String mark = "<w:rPr><w:sz w:val=\"" + page.size() + "\"/></w:rPr>";
    return "<w:p><w:pPr>"
        + properties
        + mark
        + "</w:pPr>"
        + (text.isEmpty() ? "" : DocxFormat.run(text, page.size()))
        + "</w:p>";
  }
}
