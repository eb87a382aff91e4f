package org.jiedui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.jiedui.message.Text;
import org.junit.jupiter.api.Test;

class PrintedFormatsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 31);
  private static final Style ZH = Style.of(Style.Languages.ZH);
  private static final Style EN = Style.of(Style.Languages.EN);
  private static final CsvStyle CSV = new CsvStyle(CsvStyle.Mark.BOM, CsvStyle.Guard.APOSTROPHE);
  private static final TableFormats FORMATS = new TableFormats(DAY, CSV);

  @Test
  void theSameDigitsStandInAllFormats() throws IOException {
    List<String> expected =
        List.of(
            "12,345.68", "28.5", "3.17", "2016", "-0.50", "33.3", "0.29", "2020", "0.0", "1996");
    assertThat(digits(latex(PrintedExamples.panels(), EN))).isEqualTo(withoutCommas(expected));
    assertThat(numbers(html(PrintedExamples.panels(), EN))).isEqualTo(expected);
    assertThat(numbers(markdown(PrintedExamples.panels(), EN))).isEqualTo(expected);
    assertThat(wordNumbers(PrintedExamples.panels(), EN)).isEqualTo(expected);
    assertThat(sheetNumbers(PrintedExamples.panels(), EN)).isEqualTo(expected);
    assertThat(csvNumbers(PrintedExamples.panels(), EN)).isEqualTo(withoutCommas(expected));
  }

  @Test
  void theSameVersionGivesTheSameBytes() {
    for (String format : TableFormats.names()) {
      List<ExportFile> one = FORMATS.write(PrintedExamples.panels(), ZH, format);
      List<ExportFile> two = new TableFormats(DAY, CSV).write(PrintedExamples.panels(), ZH, format);
      for (int i = 0; i < one.size(); i++) {
        assertThat(one.get(i).bytes()).as(one.get(i).name()).isEqualTo(two.get(i).bytes());
      }
    }
  }

  @Test
  void starsAreOffUnlessAskedForAndThenExplained() throws IOException {
    Style stars = EN.with(Style.Stars.ON);
    assertThat(markdown(PrintedExamples.regression(), EN))
        .doesNotContain("*\\*")
        .doesNotContain("significance");
    assertThat(markdown(PrintedExamples.regression(), stars))
        .contains("0.124\\*\\*\\*")
        .contains("significance");
    assertThat(latex(PrintedExamples.regression(), stars))
        .contains("0.124{{*}{*}{*}}")
        .contains("{(}0.021{)}");
    try (XSSFWorkbook book = workbook(PrintedExamples.regression(), stars)) {
      Row row = book.getSheetAt(0).getRow(4);
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(0.1235);
      assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0.000\"***\"");
    }
  }

  @Test
  void headingsMakeATreeAndMinusZeroIsZero() {
    String html = html(PrintedExamples.regression(), ZH);
    assertThat(html)
        .contains("colspan=\"2\">人均收入对数</th>")
        .contains("colspan=\"2\">OLS</th>")
        .contains("\u22120.001")
        .contains("&lt;0.001")
        .contains(">是<");
    assertThat(Rounding.fixed(-0.0004, 3)).isEqualTo("0.000");
  }

  @Test
  void aJournalsCustomsDecideWhereUnitsStand() {
    assertThat(markdown(PrintedExamples.panels(), ZH)).contains("总额，万元");
    assertThat(markdown(PrintedExamples.panels(), EN)).contains("Total (10,000 yuan)");
    PaperTable one =
        new PaperTable(
            "one",
            org.jiedui.message.Text.of("表", "Table"),
            List.of(PaperTable.Column.of("a", "甲", "A").unit("万元", "10,000 yuan")),
            List.of(PaperTable.Row.of(List.of(new Cell.Count(12345)))),
            List.of());
    assertThat(markdown(one, ZH)).contains("单位：万元").contains(" 甲 |");
    assertThat(markdown(one, ZH.with(Style.Thousands.THIN))).contains("12\u2009345");
    assertThat(markdown(one, Style.of(Style.Languages.BOTH)))
        .contains("**表**\n\n**Table**")
        .contains("甲 / A");
  }

  @Test
  void wordGetsThreeRulesItsChineseFontDecimalTabsAndANumberedCaption() throws IOException {
    String document = part(file(PrintedExamples.panels(), ZH, "docx"), "word/document.xml");
    String styles = part(file(PrintedExamples.panels(), ZH, "docx"), "word/styles.xml");
    assertThat(styles)
        .contains("w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\" w:hAnsi=\"Times New Roman\"")
        .contains("w:eastAsia=\"黑体\"");
    assertThat(document)
        .contains("w:instr=\" SEQ 表 \\* ARABIC \"")
        .contains("<w:top w:val=\"single\" w:sz=\"12\"")
        .contains("<w:bottom w:val=\"single\" w:sz=\"6\"")
        .contains("<w:bottom w:val=\"single\" w:sz=\"12\"")
        .contains("<w:tab w:val=\"decimal\"")
        .contains("<w:cantSplit/><w:tblHeader/>")
        .doesNotContain("<w:left w:val=\"single\"");
    assertThat(document.split("<w:tr>", -1)).hasSize(1 + 1 + 5);
  }

  @Test
  void wordDocumentsAndWorkbooksMeetTheirSchema() throws IOException {
    for (PaperTable table :
        List.of(
            PrintedExamples.panels(),
            PrintedExamples.regression(),
            PrintedExamples.grouped(),
            PrintedExamples.hostile())) {
      try (XWPFDocument document =
              new XWPFDocument(new ByteArrayInputStream(file(table, ZH, "docx")));
          XSSFWorkbook book = workbook(table, ZH)) {
        List<XmlError> problems = new ArrayList<>();
        XmlOptions collect = new XmlOptions().setErrorListener(problems);
        document.getDocument().validate(collect);
        book.getSheetAt(0).getCTWorksheet().validate(collect);
        assertThat(problems)
            .as("blanks at the ends of a text are kept by an attribute that every XML has")
            .allMatch(problem -> problem.getMessage().contains("space@http://www.w3.org/XML"));
      }
    }
  }

  @Test
  void wordsThatRowsShareStandOnceOnPaperAndInEachRowOfData() throws IOException {
    PaperTable table = PrintedExamples.grouped();
    assertThat(latex(table, EN))
        .contains(
            "\\multirow{3}{*}{Development} & \\multirow{2}{*}{Economy} & Income & 0.2500",
            " &  & Output & 0.2500",
            " & Living & Beds",
            "\\ensuremath{\\tau}\\_\\allowbreak{}b \\ensuremath{\\rho}");
    assertThat(html(table, EN))
        .contains("<th scope=\"rowgroup\" rowspan=\"3\">Development</th>")
        .contains("<td rowspan=\"2\">Economy</td>")
        .contains("<tr><td>Output</td>");
    String word = part(file(table, EN, "docx"), "word/document.xml");
    assertThat(word.split("<w:vMerge w:val=\"restart\"/>", -1)).hasSize(1 + 2);
    assertThat(word.split("<w:vMerge/>", -1)).hasSize(1 + 3);
    assertThat(markdown(table, EN).split("Development \\|", -1)).hasSize(1 + 3);
    try (XSSFWorkbook book = workbook(table, EN)) {
      assertThat(book.getSheetAt(0).getNumMergedRegions()).isZero();
    }
  }

  /** A panel's heading and a page break end what rows share. */
  @Test
  void sharedWordsEndAtThePanelAndNeverBreakAcrossPages() {
    PaperTable table = PrintedExamples.grouped();
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Text panel = Text.same(i < 6 ? "A" : "B");
      table.rows().forEach(row -> rows.add(new PaperTable.Row(panel, row.cells())));
    }
    PaperTable parts = new PaperTable("parts", table.caption(), table.columns(), rows, List.of());
    assertThat(html(parts, EN).split("rowspan=\"18\"", -1)).hasSize(1 + 2);
    assertThat(latex(parts, EN)).contains("\\begin{longtable}").doesNotContain("\\multirow{");
  }

  @Test
  void spreadsheetsKeepNumbersAsNumbersAndWordsAsWords() throws IOException {
    try (XSSFWorkbook book = workbook(PrintedExamples.panels(), ZH)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      assertThat(book.getSheetName(2)).isEqualTo("说明");
      assertThat(book.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
      Row data = book.getSheet("data").getRow(1);
      assertThat(data.getCell(1).getStringCellValue()).isEqualTo("贵州");
      assertThat(data.getCell(2).getNumericCellValue()).isEqualTo(12345.678901);
      assertThat(book.getSheet("data").getRow(3).getCell(2).getStringCellValue()).isEmpty();
      assertThat(book.getSheet("data").getRow(3).getCell(3).getStringCellValue())
          .isEqualTo("NO_DATA");
      assertThat(book.getProperties().getCoreProperties().getCreated())
          .isEqualTo("2020-12-31T00:00:00Z");
    }
  }

  @Test
  void hostileTextsStayTextInEveryFormat() throws IOException {
    PaperTable table = PrintedExamples.hostile();
    assertThat(Payloads.ALL).hasSize(60).doesNotHaveDuplicates();
    html(table, ZH)
        .lines()
        .forEach(
            line -> assertThat(line).doesNotContainIgnoringCase("<script", "<img", "<svg", "<b>"));
    wordKeepsThem(table);
    sheetKeepsThem(table);
    csvGuardsThem(table);
    assertThat(latex(table, ZH))
        .doesNotContain("\\input{/", "\\write18", "\\end{document}")
        .contains("\\textbackslash{}input\\{/etc/passwd\\}");
    for (String line : markdown(table, ZH).lines().filter(l -> l.startsWith("|")).toList()) {
      assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count())
          .as(line)
          .isEqualTo(3);
      assertThat(line.replaceAll("\\\\.", "")).doesNotContain("<", "[", "`");
    }
  }

  @Test
  void aNumberThatDoesNotExistCannotBePrinted() {
    assertThatThrownBy(() -> new Cell.StandardError(Double.POSITIVE_INFINITY, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cell.Share(Double.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cell.PValue(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void wordKeepsThem(PaperTable table) throws IOException {
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(file(table, ZH, "docx")))) {
      XWPFTable word = document.getTables().get(0);
      for (int i = 0; i < Payloads.ALL.size(); i++) {
        String found = word.getRow(i + 1).getCell(0).getText();
        assertThat(found.replaceAll("\\s", ""))
            .isEqualTo(printable(Payloads.ALL.get(i)).replaceAll("\\s", ""));
      }
    }
  }

  private static void sheetKeepsThem(PaperTable table) throws IOException {
    try (XSSFWorkbook book = workbook(table, ZH)) {
      for (int i = 0; i < Payloads.ALL.size(); i++) {
        var cell = book.getSheet("data").getRow(i + 1).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue().replace("\r", "\n"))
            .isEqualTo(printable(Payloads.ALL.get(i)).replace("\r", "\n"));
      }
    }
  }

  private static void csvGuardsThem(PaperTable table) throws IOException {
    List<List<String>> rows =
        csv(new String(file(table, ZH, "csv"), StandardCharsets.UTF_8).substring(1));
    for (int i = 0; i < Payloads.ALL.size(); i++) {
      String found = rows.get(i + 1).get(0);
      assertThat(found.replaceFirst("^'", ""))
          .isEqualTo(Payloads.ALL.get(i).replaceFirst("^'", ""));
      String start = found.replaceFirst("^[\\s\\u00a0\\u3000]+", "");
      assertThat(start).as(found).doesNotMatch("(?s)^[=+\\-@＝＋－＠].*");
    }
    CsvFiles raw = new CsvFiles(new CsvStyle(CsvStyle.Mark.NONE, CsvStyle.Guard.RAW));
    assertThat(
            new String(
                raw.files(PrintedTable.of(table, ZH)).get(0).bytes(), StandardCharsets.UTF_8))
        .contains("\n=1+1,");
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.appendCodePoint(Xml.allows(c) ? c : 0xFFFD));
    return shown.toString();
  }

  private static byte[] file(PaperTable table, Style style, String format) {
    return FORMATS.write(table, style, format).get(0).bytes();
  }

  private static String latex(PaperTable table, Style style) {
    return new String(file(table, style, "tex"), StandardCharsets.UTF_8);
  }

  private static String html(PaperTable table, Style style) {
    String html = new String(file(table, style, "html"), StandardCharsets.UTF_8);
    return html.substring(html.indexOf("<figure"));
  }

  private static String markdown(PaperTable table, Style style) {
    return new String(file(table, style, "md"), StandardCharsets.UTF_8);
  }

  private static XSSFWorkbook workbook(PaperTable table, Style style) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(file(table, style, "xlsx")));
  }

  private static String part(byte[] zip, String name) throws IOException {
    try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no part " + name);
  }

  private static List<String> withoutCommas(List<String> numbers) {
    return numbers.stream().map(n -> n.replace(",", "")).toList();
  }

  /** Bare numbers between cell marks of the body of a tabular. */
  private static List<String> digits(String tex) {
    String body = tex.substring(tex.indexOf("\\midrule"), tex.indexOf("\\bottomrule"));
    return found(body, Pattern.compile("(?<=& )(-?[0-9.]+)(?= [&\\\\])"));
  }

  /** Cells that are one number, the true minus read as a hyphen. */
  private static List<String> numbers(String text) {
    String plain = text.replace('\u2212', '-').replaceAll("[\u2007\u2008]", "");
    return found(plain, Pattern.compile("(?<=[>|] {0,20})(-?[0-9][0-9,.]*)(?= {0,20}[<|])"));
  }

  private static List<String> found(String text, Pattern pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> wordNumbers(PaperTable table, Style style) throws IOException {
    List<String> numbers = new ArrayList<>();
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(file(table, style, "docx")))) {
      for (XWPFTableRow row : document.getTables().get(0).getRows()) {
        row.getTableCells().forEach(cell -> add(numbers, cell.getText().replace('\u2212', '-')));
      }
    }
    return numbers;
  }

  private static List<String> sheetNumbers(PaperTable table, Style style) throws IOException {
    List<String> numbers = new ArrayList<>();
    try (XSSFWorkbook book = workbook(table, style)) {
      for (Row row : book.getSheetAt(0)) {
        row.forEach(
            cell -> {
              if (cell.getCellType() == CellType.NUMERIC) {
                numbers.add(new DataFormatter(Locale.ROOT).formatCellValue(cell));
              }
            });
      }
    }
    return numbers;
  }

  /** Full precision, rounded as the table rounds. */
  private static List<String> csvNumbers(PaperTable table, Style style) throws IOException {
    List<String> numbers = new ArrayList<>();
    List<List<String>> rows =
        csv(new String(file(table, style, "csv"), StandardCharsets.UTF_8).substring(1));
    List<String> head = rows.get(0);
    for (List<String> row : rows.subList(1, rows.size())) {
      for (String column : List.of("money", "share", "ratio", "year")) {
        String value = row.get(head.indexOf(column));
        int decimals = column.equals("year") ? 0 : column.equals("share") ? 1 : 2;
        if (!value.isEmpty()) {
          numbers.add(Rounding.fixed(Double.parseDouble(value), decimals));
        }
      }
    }
    return numbers;
  }

  private static List<List<String>> csv(String text) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      return reader.stream().map(record -> List.copyOf(record.getFields())).toList();
    }
  }

  private static void add(List<String> numbers, String text) {
    if (text.matches("-?[0-9][0-9,.]*")) {
      numbers.add(text);
    }
  }
}
