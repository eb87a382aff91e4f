package org.jiedui.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet whose cells are all text, row by row in bounded memory: a form that
 * somebody fills in. Every cell, also an empty one, has the format Text, so that a spreadsheet
 * changes neither codes nor what is typed. The same rows give the same bytes.
 */
public final class TextSheet {
  /** What a spreadsheet takes into one cell. */
  static final int LONGEST = 32_767;

  private static final int TEXT = 1;
  private static final int HEAD = 2;
  private static final int TO_FILL = 3;
  private static final long NOON_1980 = 315_576_000_000L;
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private final String name;
  private final List<String> header;
  private final Set<Integer> toFill;
  private final Map<Integer, List<String>> choices;

  /**
   * @param name of the sheet
   * @param toFill columns, from 0, that are meant to be filled in
   * @param choices words that a column takes
   */
  public TextSheet(
      String name, List<String> header, Set<Integer> toFill, Map<Integer, List<String>> choices) {
    this.name = name;
    this.header = List.copyOf(header);
    this.toFill = Set.copyOf(toFill);
    this.choices = new TreeMap<>(choices);
  }

  /** Writes the whole workbook; rows are asked for one by one. */
  public void write(OutputStream out, Iterable<List<String>> rows) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      Writer to = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      part(zip, to, "[Content_Types].xml", w -> w.write(types()));
      part(zip, to, "_rels/.rels", w -> w.write(relation("officeDocument", "xl/workbook.xml", "")));
      part(zip, to, "xl/workbook.xml", w -> w.write(workbook()));
      part(
          zip,
          to,
          "xl/_rels/workbook.xml.rels",
          w ->
              w.write(
                  relation(
                      "worksheet",
                      "worksheets/sheet1.xml",
                      "<Relationship Id=\"rId2\" Type=\""
                          + OFFICE
                          + "/styles\" Target=\"styles.xml\"/>")));
      part(zip, to, "xl/styles.xml", w -> w.write(styles()));
      part(zip, to, "xl/worksheets/sheet1.xml", w -> sheet(w, rows));
    }
  }

  private interface Content {
    void writeTo(Writer to) throws IOException;
  }

  private static void part(ZipOutputStream zip, Writer to, String name, Content content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(NOON_1980);
    zip.putNextEntry(entry);
    to.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    content.writeTo(to);
    to.flush();
    zip.closeEntry();
  }

  private void sheet(Writer to, Iterable<List<String>> rows) throws IOException {
    to.write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">");
    to.write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    to.write("</sheetView></sheetViews><cols>");
    for (int i = 0; i < header.size(); i++) {
      int style = toFill.contains(i) ? TO_FILL : TEXT;
      to.write(
          "<col min=\"%d\" max=\"%d\" width=\"18\" style=\"%d\" customWidth=\"1\"/>"
              .formatted(i + 1, i + 1, style));
    }
    to.write("</cols><sheetData>");
    int number = 1;
    row(to, number++, header);
    for (List<String> row : rows) {
      row(to, number++, row);
    }
    to.write("</sheetData>" + validations(number) + "</worksheet>");
  }

  private void row(Writer to, int number, List<String> cells) throws IOException {
    to.write("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.size(); i++) {
      int style = number == 1 ? HEAD : toFill.contains(i) ? TO_FILL : TEXT;
      to.write("<c r=\"" + column(i) + number + "\" s=\"" + style + "\"");
      String text = cells.get(i);
      to.write(
          text.isEmpty()
              ? "/>"
              : " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                  + escaped(text)
                  + "</t></is></c>");
    }
    to.write("</row>");
  }

  private String validations(int rows) {
    var text = new StringBuilder();
    choices.forEach(
        (at, words) ->
            text.append(
                ("<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"%s2:%s%d\">"
                        + "<formula1>\"%s\"</formula1></dataValidation>")
                    .formatted(
                        column(at), column(at), Math.max(2, rows), String.join(",", words))));
    return choices.isEmpty()
        ? ""
        : "<dataValidations count=\"" + choices.size() + "\">" + text + "</dataValidations>";
  }

  private static String column(int at) {
    return (at >= 26 ? column(at / 26 - 1) : "") + (char) ('A' + at % 26);
  }

  /** What XML cannot hold is written as spreadsheets write it: {@code _x0007_}. */
  private static String escaped(String text) {
    String whole = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    var xml = new StringBuilder(whole.length() + 16);
    whole
        .codePoints()
        .forEach(
            c -> {
              boolean control = c < ' ' && c != '\t' && c != '\n';
              boolean none = control || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c < 0xE000;
              if (none) {
                xml.append("_x%04X_".formatted(c));
              } else if (c == '<' || c == '>' || c == '&') {
                xml.append("&#").append(c).append(';');
              } else {
                xml.appendCodePoint(c);
              }
            });
    return xml.toString();
  }

  private static String types() {
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return "<Types xmlns=\""
        + PACKAGE
        + "content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
        + type
        + "sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
        + type
        + "worksheet+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
        + type
        + "styles+xml\"/></Types>";
  }

  private static String relation(String type, String target, String more) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>"
        + more
        + "</Relationships>";
  }

  private String workbook() {
    return "<workbook xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + OFFICE
        + "\"><sheets><sheet name=\""
        + escaped(name).replace("\"", "&#34;")
        + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  }

  /** Text, heading, and a yellow cell to be filled in; 49 is the format Text. */
  private static String styles() {
    String cell =
        "<xf numFmtId=\"49\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>";
    return "<styleSheet xmlns=\""
        + MAIN
        + "\">"
        + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
        + "<fgColor rgb=\"FFFFF2CC\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf xfId=\"0\"/>"
        + cell.formatted(0, 0)
        + cell.formatted(1, 0)
        + cell.formatted(0, 2)
        + "</cellXfs></styleSheet>";
  }
}
