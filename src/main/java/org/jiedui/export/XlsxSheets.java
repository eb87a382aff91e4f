package org.jiedui.export;

import java.util.List;
import org.jiedui.export.XlsxStyles.Place;
import org.jiedui.export.XlsxStyles.Rule;
import org.jiedui.export.XlsxStyles.Weight;
import org.jiedui.message.Lang;

/** What stands on the three sheets of a workbook. */
final class XlsxSheets {
  private XlsxSheets() {}

  /** The table as it is printed, with numbers that can be calculated with. */
  static XlsxSheet printed(PrintedTable table, XlsxStyles styles) {
    XlsxSheet sheet = new XlsxSheet();
    int bold = styles.text(Place.LEFT, Weight.BOLD);
    table.caption().forEach(line -> sheet.row().heading(line, bold));
    if (!table.unit().isEmpty()) {
      sheet.row().heading(table.unit(), styles.text(Place.LEFT, Weight.PLAIN));
    }
    head(table, sheet, styles);
    sheet.freeze();
    for (int r = 0; r < table.lines().size(); r++) {
      Rule rule = r == table.lines().size() - 1 ? Rule.BOTTOM : Rule.NONE;
      line(table, table.lines().get(r), rule, sheet, styles);
    }
    int note = styles.text(Place.LEFT, Weight.PLAIN);
    table.notes().forEach(text -> sheet.row().heading(text, note));
    return sheet;
  }

  private static void head(PrintedTable table, XlsxSheet sheet, XlsxStyles styles) {
    Rule top = Rule.TOP;
    for (List<PrintedTable.Heading> level : table.spans()) {
      sheet.row();
      int style = styles.of(XlsxStyles.TEXT, top, Place.CENTRE, Weight.PLAIN);
      for (PrintedTable.Heading span : level) {
        sheet.heading(String.join(" / ", span.lines()), style);
        for (int i = 1; i < span.size(); i++) {
          sheet.heading("", style);
        }
        sheet.mergeLast(span.isEmpty() ? 1 : span.size());
      }
      top = Rule.NONE;
    }
    Rule rule = top == Rule.TOP ? Rule.TOP_AND_BELOW : Rule.BELOW;
    sheet.row();
    for (PrintedColumn column : table.columns()) {
      Place place = column.isText() ? Place.LEFT : Place.CENTRE;
      String words = String.join(" / ", column.heading());
      sheet.text(words, styles.of(XlsxStyles.TEXT, rule, place, Weight.PLAIN));
    }
  }

  private static void line(
      PrintedTable table, PrintedTable.Line line, Rule rule, XlsxSheet sheet, XlsxStyles styles) {
    sheet.row();
    if (line.isPanel()) {
      sheet.heading(line.panel(), styles.text(Place.LEFT, Weight.BOLD));
    }
    for (int i = 0; i < line.cells().size(); i++) {
      PrintedCell cell = line.cells().get(i);
      Place place = table.columns().get(i).isText() ? Place.LEFT : Place.CENTRE;
      if (cell.digits().isPresent()) {
        int style = styles.of(format(cell), rule, Place.RIGHT, Weight.PLAIN);
        sheet.number(cell.cell().raw(), cell.text(), style);
      } else {
        sheet.text(cell.text(), styles.of(XlsxStyles.TEXT, rule, place, Weight.PLAIN));
      }
    }
  }

  /** What the digits look like; stars and parentheses belong to the format, not to the number. */
  private static String format(PrintedCell cell) {
    Digits digits = cell.digits().orElseThrow();
    String decimals = digits.decimals() == 0 ? "" : "." + "0".repeat(digits.decimals());
    String core = (digits.groups() ? "#,##0" : "0") + decimals;
    String after = quoted(digits.after());
    if (cell.cell() instanceof Cell.PValue) {
      return "[<0.001]\"<0.001\"" + after + ";0.000" + after;
    }
    return quoted(digits.before()) + core + after;
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "" : '"' + text.replace('"', '\u201d') + '"';
  }

  /** Every value in a cell of its own, under the names of columns. */
  static XlsxSheet data(DataTable data, XlsxStyles styles) {
    XlsxSheet sheet = new XlsxSheet().row();
    int head = styles.of(XlsxStyles.TEXT, Rule.BELOW, Place.LEFT, Weight.BOLD);
    data.columns().forEach(column -> sheet.text(column.id(), head));
    sheet.freeze().filterTo(data.rows().size() + 1);
    int text = styles.text(Place.LEFT, Weight.PLAIN);
    int general = styles.of("General", Rule.NONE, Place.RIGHT, Weight.PLAIN);
    int whole = styles.of("0", Rule.NONE, Place.RIGHT, Weight.PLAIN);
    for (List<Object> row : data.rows()) {
      sheet.row();
      for (Object value : row) {
        if (value instanceof Number number) {
          sheet.number(number, Plain.number(number), number instanceof Double ? general : whole);
        } else {
          sheet.text(value == null ? "" : value.toString(), text);
        }
      }
    }
    return sheet;
  }

  /** What the table is, where it is from, what its columns mean. */
  static XlsxSheet about(PrintedTable table, DataTable data, XlsxStyles styles) {
    XlsxSheet sheet = new XlsxSheet();
    int bold = styles.text(Place.LEFT, Weight.BOLD);
    int plain = styles.text(Place.LEFT, Weight.PLAIN);
    int wrapped = styles.text(Place.WRAPPED, Weight.PLAIN);
    boolean zh = table.lang() == Lang.ZH;
    PaperTable source = table.table();
    String[][] rows = {
      {zh ? "表题" : "Caption", source.caption().in(table.lang())},
      {zh ? "编号" : "Id", table.id()},
      {zh ? "数据来源" : "Source", source.source().in(table.lang())},
      {zh ? "版本与引用" : "Version and citation", source.provenance().in(table.lang())},
    };
    for (String[] row : rows) {
      sheet.row().text(row[0], bold).text(row[1], plain);
    }
    for (String note : table.notes()) {
      sheet.row().text(zh ? "注" : "Note", bold).text(note, wrapped);
    }
    sheet.row();
    sheet.row().text(zh ? "列" : "Column", bold).text(zh ? "标签" : "Label", bold);
    sheet.text(zh ? "英文标签" : "Chinese label", bold).text(zh ? "单位" : "Unit", bold);
    for (DataTable.Column column : data.columns()) {
      Lang other = zh ? Lang.EN : Lang.ZH;
      sheet.row().text(column.id(), plain).text(column.label().in(table.lang()), plain);
      sheet.text(column.label().in(other), plain).text(column.unit().in(table.lang()), plain);
    }
    return sheet;
  }
}
