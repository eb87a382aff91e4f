package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiedui.message.DisplayWidth;

/** One sheet: rows of cells, widths, what stays in view, what is merged. */
final class XlsxSheet {
  private static final int WIDEST = 60;

  private final List<Integer> widths = new ArrayList<>();
  private final List<String> merged = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder();
  private int row;
  private int column;
  private int frozen;
  private String filter = "";

  XlsxSheet row() {
    rows.append(row > 0 ? "</row>" : "").append("<row r=\"" + ++row + "\">");
    column = 0;
    return this;
  }

  XlsxSheet text(String text, int style) {
    widen(text);
    return heading(text, style);
  }

  /** A text that does not ask for its width. */
  XlsxSheet heading(String text, int style) {
    rows.append("<c r=\"" + name(column) + row + "\" s=\"" + style + "\"");
    rows.append(
        text.isEmpty()
            ? "/>"
            : " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>");
    column++;
    return this;
  }

  /**
   * @param shown what the number looks like, for the width of its column
   */
  XlsxSheet number(Object value, String shown, int style) {
    widen(shown);
    rows.append("<c r=\"" + name(column++) + row + "\" s=\"" + style + "\"><v>");
    rows.append(Plain.number(value)).append("</v></c>");
    return this;
  }

  /** Merges the last cells of the row: headings only, never data. */
  XlsxSheet mergeLast(int cells) {
    if (cells > 1) {
      merged.add(name(column - cells) + row + ":" + name(column - 1) + row);
    }
    return this;
  }

  /** What has been written so far stays in view. */
  XlsxSheet freeze() {
    frozen = row;
    return this;
  }

  /** The last row heads a list that can be filtered, up to the last row there will be. */
  XlsxSheet filterTo(int lastRow) {
    filter = "A" + row + ":" + name(Math.max(column, 1) - 1) + Math.max(lastRow, row);
    return this;
  }

  String xml(String namespace) {
    StringBuilder xml =
        new StringBuilder(
            "<worksheet xmlns=\"" + namespace + "\"><sheetViews><sheetView workbookViewId=\"0\">");
    if (frozen > 0) {
      xml.append(
          "<pane ySplit=\""
              + frozen
              + "\" topLeftCell=\"A"
              + (frozen + 1)
              + "\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    }
    xml.append("</sheetView></sheetViews>").append(columns());
    xml.append("<sheetData>").append(rows).append(row > 0 ? "</row>" : "").append("</sheetData>");
    if (!filter.isEmpty()) {
      xml.append("<autoFilter ref=\"" + filter + "\"/>");
    }
    if (!merged.isEmpty()) {
      xml.append("<mergeCells count=\"" + merged.size() + "\">");
      merged.forEach(range -> xml.append("<mergeCell ref=\"" + range + "\"/>"));
      xml.append("</mergeCells>");
    }
    return xml.append("</worksheet>").toString();
  }

  private String columns() {
    if (widths.isEmpty()) {
      return "";
    }
    StringBuilder xml = new StringBuilder("<cols>");
    for (int i = 0; i < widths.size(); i++) {
      String width = String.format(Locale.ROOT, "%.1f", widths.get(i) * 1.1 + 2);
      xml.append(
          "<col min=\""
              + (i + 1)
              + "\" max=\""
              + (i + 1)
              + "\" width=\""
              + width
              + "\" customWidth=\"1\"/>");
    }
    return xml.append("</cols>").toString();
  }

  private void widen(String text) {
    while (widths.size() <= column) {
      widths.add(4);
    }
    widths.set(column, Math.min(WIDEST, Math.max(widths.get(column), DisplayWidth.of(text))));
  }

  static String name(int at) {
    return (at >= 26 ? name(at / 26 - 1) : "") + (char) ('A' + at % 26);
  }

  /** A spreadsheet reads _x0041_ in a text as a character; the underscore is written so itself. */
  private static String escaped(String text) {
    String whole =
        text.length() <= TextSheet.LONGEST ? text : text.substring(0, TextSheet.LONGEST - 1) + "…";
    return Xml.escaped(whole.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"));
  }
}
