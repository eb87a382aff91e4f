package org.jiedui.export;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * A workbook of three sheets: the printed table, the tidy data behind it, and what they mean.
 * Numbers are numbers at full precision; words and codes are text; nothing is ever a formula.
 */
final class XlsxFormat implements TableFormat {
  /** What a sheet holds. */
  static final int MOST_ROWS = 1_048_576;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final LocalDate asOf;

  XlsxFormat(LocalDate asOf) {
    this.asOf = asOf;
  }

  @Override
  public List<ExportFile> files(PrintedTable table) {
    refuseTooLong(table);
    XlsxStyles styles = new XlsxStyles();
    DataTable data = DataTable.of(table);
    Map<String, XlsxSheet> sheets = new LinkedHashMap<>();
    sheets.put("table", XlsxSheets.printed(table, styles));
    sheets.put("data", XlsxSheets.data(data, styles));
    sheets.put(table.lang() == Lang.ZH ? "说明" : "notes", XlsxSheets.about(table, data, styles));
    byte[] bytes = file(sheets, styles).bytes("xl/workbook.xml", table.caption().get(0));
    return List.of(new ExportFile(table.id() + ".xlsx", bytes));
  }

  private static void refuseTooLong(PrintedTable table) {
    if (table.lines().size() + 20 > MOST_ROWS) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "SHEET_TOO_LONG",
                  Text.of(
                      "表 " + table.id() + " 超过工作表的行数上限 " + MOST_ROWS,
                      "table " + table.id() + " has more rows than a sheet holds: " + MOST_ROWS))
              .fix("改用 --to csv,或直接读取 Parquet", "use --to csv, or read the Parquet file"));
    }
  }

  private OfficeFile file(Map<String, XlsxSheet> sheets, XlsxStyles styles) {
    OfficeFile file = new OfficeFile(asOf);
    Map<String, String> targets = new LinkedHashMap<>();
    StringBuilder names = new StringBuilder();
    int id = 1;
    for (Map.Entry<String, XlsxSheet> sheet : sheets.entrySet()) {
      String part = "worksheets/sheet" + id + ".xml";
      file.part("xl/" + part, TYPE + "worksheet+xml", sheet.getValue().xml(MAIN));
      targets.put(part, "worksheet");
      names.append(
          "<sheet name=\""
              + Xml.escaped(sheet.getKey())
              + "\" sheetId=\""
              + id
              + "\" r:id=\"rId"
              + id
              + "\"/>");
      id++;
    }
    targets.put("styles.xml", "styles");
    return file.part("xl/workbook.xml", TYPE + "sheet.main+xml", workbook(names.toString()))
        .part("xl/styles.xml", TYPE + "styles+xml", styles.xml(MAIN))
        .relations("xl/workbook.xml", targets);
  }

  private static String workbook(String sheets) {
    return "<workbook xmlns=\""
        + MAIN
        + "\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        + "<sheets>"
        + sheets
        + "</sheets></workbook>";
  }
}
