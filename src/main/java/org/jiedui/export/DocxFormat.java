package org.jiedui.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiedui.message.Lang;

/** A Word document with one table, its caption numbered by a field, and its notes. */
final class DocxFormat implements TableFormat {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private final LocalDate asOf;

  DocxFormat(LocalDate asOf) {
    this.asOf = asOf;
  }

  @Override
  public List<ExportFile> files(PrintedTable table) {
    byte[] bytes =
        new OfficeFile(asOf)
            .part("word/document.xml", TYPE + "document.main+xml", document(table))
            .part("word/styles.xml", TYPE + "styles+xml", styles(table.lang()))
            .relations("word/document.xml", Map.of("styles.xml", "styles"))
            .bytes("word/document.xml", table.caption().get(0));
    return List.of(new ExportFile(table.id() + ".docx", bytes));
  }

  private static String document(PrintedTable table) {
    DocxPage page = DocxPage.of(table);
    StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"" + WORD + "\"><w:body>");
    for (int i = 0; i < table.caption().size(); i++) {
      xml.append(caption(table, i));
    }
    if (!table.unit().isEmpty()) {
      xml.append(
          "<w:p><w:pPr><w:keepNext/><w:jc w:val=\"right\"/></w:pPr>"
              + run(table.unit(), DocxPage.SMALL)
              + "</w:p>");
    }
    xml.append(new DocxTable(table, page).xml());
    if (table.notes().isEmpty()) {
      xml.append("<w:p/>");
    }
    table.notes().forEach(note -> xml.append(note(note)));
    return xml.append(page.section()).append("</w:body></w:document>").toString();
  }

  /** The second line of a caption in two languages repeats the number of the first. */
  private static String caption(PrintedTable table, int line) {
    boolean chinese =
        table.caption().size() == 1 ? table.style().customs() == Style.Customs.ZH : line == 0;
    String label = chinese ? "表" : "Table";
    String field = "SEQ 表 \\* ARABIC" + (line > 0 ? " \\c" : "");
    return "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/><w:keepNext/></w:pPr>"
        + plain(label + " ")
        + "<w:fldSimple w:instr=\" "
        + field
        + " \">"
        + plain("1")
        + "</w:fldSimple>"
        + plain((chinese ? "\u3000" : ". ") + table.caption().get(line))
        + "</w:p>";
  }

  private static String note(String note) {
    return "<w:p><w:pPr><w:spacing w:before=\"20\" w:after=\"0\"/></w:pPr>"
        + run(note, DocxPage.SMALL)
        + "</w:p>";
  }

  private static String plain(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + Xml.escaped(text) + "</w:t></w:r>";
  }

  /**
   * @param size of type in half points
   */
  static String run(String text, int size) {
    return "<w:r><w:rPr><w:sz w:val=\""
        + size
        + "\"/><w:szCs w:val=\""
        + size
        + "\"/></w:rPr>"
        + "<w:t xml:space=\"preserve\">"
        + Xml.escaped(text)
        + "</w:t></w:r>";
  }

  /** Chinese needs its own font by name, else each program takes another. */
  private static String styles(Lang lang) {
    String words = lang == Lang.ZH ? "zh-CN" : "en-US";
    return "<w:styles xmlns:w=\""
        + WORD
        + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
        + fonts("宋体")
        + "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
        + "<w:lang w:val=\""
        + words
        + "\" w:eastAsia=\"zh-CN\"/>"
        + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Normal\"/>"
        + "<w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/></w:pPr>"
        + "<w:rPr>"
        + fonts("黑体")
        + (lang == Lang.EN ? "<w:b/>" : "")
        + "</w:rPr></w:style>"
        + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>"
        + "<w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style></w:styles>";
  }

  private static String fonts(String chinese) {
    return "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\""
        + chinese
        + "\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>";
  }
}
