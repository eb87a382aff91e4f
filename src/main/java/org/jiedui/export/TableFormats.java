package org.jiedui.export;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of formats of printed tables: a new one is one file and one line here. */
public final class TableFormats {
  private final Map<String, TableFormat> formats = new LinkedHashMap<>();

  /**
   * @param asOf the day that stands in files which carry one, in place of a clock
   */
  public TableFormats(LocalDate asOf, CsvStyle csv) {
    formats.put("tex", new LatexFormat());
    formats.put("docx", new DocxFormat(asOf));
    formats.put("xlsx", new XlsxFormat(asOf));
    formats.put("html", new HtmlFormat());
    formats.put("md", new MarkdownFormat());
    formats.put("csv", new CsvFiles(csv));
  }

  /** Names as they stand on a command line, in the order of the list. */
  public static List<String> names() {
    return List.of("tex", "docx", "xlsx", "html", "md", "csv");
  }

  /** The files of one table in one format. */
  public List<ExportFile> write(PaperTable table, Style style, String format) {
    return formats.get(format).files(PrintedTable.of(table, style));
  }
}
