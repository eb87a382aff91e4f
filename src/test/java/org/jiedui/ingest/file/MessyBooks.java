package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the shipped bad workbooks, one a trap: {@code java … MessyBooks sample-data/messy}. */
final class MessyBooks {
  private static final String HEADER = "编号|年份|县代码|县名|捐款(元)|干部\n";
  private static final String GOOD = "1|2016|'710102'|青岩县|1001.5|1\n2|2016|'710103'|青岩县|1002.5|2\n";

  private final Path dir;
  private int books = 9000;

  private MessyBooks(Path dir) {
    this.dir = dir;
  }

  public static void main(String[] arguments) throws Exception {
    var books = new MessyBooks(Path.of(arguments[0]));
    books.cells();
    books.sheets();
    books.files();
  }

  /** Every book has record ids of its own, so that all can be read together. */
  private Books book(String rows) {
    books += 10;
    return Books.xlsx().sheet("捐款").rows(HEADER + numbered(GOOD + rows));
  }

  private String numbered(String rows) {
    return rows.lines()
        .map(
            row ->
                row.matches("[0-9]\\|.*")
                    ? books + Integer.parseInt(row.substring(0, 1)) + row.substring(1)
                    : row)
        .map(row -> row + "\n")
        .collect(Collectors.joining());
  }

  private void write(Books book, String name) {
    book.write(dir.resolve(name));
  }

  private void cells() {
    write(book("3|2016|'710104'|青岩县|1003.5|45356\n").format(3, 5, "m\"月\"d\"日\""), "xls_date.xlsx");
    write(book("3|2016|'710104'|青岩县|'1,003.50'|3\n"), "xls_text_number.xlsx");
    Books errors = book("3|2016|'710104'|青岩县|1003.5|3\n4|2016|'710105'|青岩县|=1/0|3\n").calculate();
    errors.cell(3, 4).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
    write(errors, "xls_error_cell.xlsx");
    write(book("3|2016|'710104'|青岩县|=E2+E3|3\n"), "xls_no_cache.xlsx");
    write(book("1234567890123456|2016|'710104'|青岩县|1003.5|3\n"), "xls_precision.xlsx");
    books += 10;
    String numbers = HEADER + numbered(GOOD.replace("'", ""));
    write(Books.xlsx().sheet("捐款").rows(numbers), "code_number.xlsx");
  }

  private void sheets() {
    write(
        book("3|2016|'710104'|青岩县|3000|3\n4|2016|'710105'|青岩县||3\n").merge(3, 4, 4, 4),
        "xls_merged.xlsx");
    write(
        book("3|2017|'710104'|青岩县|1003.5|3\n4||'710105'|青岩县|1004.5|3\n").merge(3, 4, 1, 1),
        "xls_filled.xlsx");
    write(book("3|2016|'710104'|青岩县|1003.5|3\n").hide(2).hide(3), "xls_hidden.xlsx");
    write(book("|||合计|2005|3\n"), "total_mismatch.xlsx");
    write(book("|||合计|2004|3\n注:金额为当年到账数\n数据来源:虚构\n"), "notes_and_total.xlsx");
  }

  private void files() throws IOException, GeneralSecurityException {
    Path whole = book("").write(dir.resolve("whole.xlsx"));
    byte[] bytes = Files.readAllBytes(whole);
    Files.delete(whole);
    Files.write(
        dir.resolve("file_truncated.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length - 300));
    Files.write(dir.resolve("fmt_mismatch.xls"), bytes);
    Files.writeString(
        dir.resolve("fmt_unsupported.xls"),
        "<html><table><tr><td>编号</td><td>年份</td></tr></table></html>\n");
    encrypted(bytes);
    bomb();
    Books many = book("");
    for (int i = 0; i < 200; i++) {
      many.sheet("表" + i);
    }
    write(many, "limit_cells.xlsx");
    parquet();
  }

  private void encrypted(byte[] bytes) throws IOException, GeneralSecurityException {
    try (var container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(dir.resolve("fmt_encrypted.xlsx"))) {
      var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream data = encryptor.getDataStream(container)) {
        data.write(bytes);
      }
      container.writeFilesystem(out);
    }
  }

  private void bomb() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(dir.resolve("limit_ratio.xlsx")))) {
      for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(new byte[4 << 20]);
    }
  }

  private void parquet() throws IOException {
    Files.deleteIfExists(dir.resolve("col_type.parquet"));
    var schema =
        MessageTypeParser.parseMessageType(
            "message m { optional binary 编号 (UTF8); optional int96 年份; optional binary 县代码; "
                + "optional double 干部; }");
    try (var out =
        ExampleParquetWriter.builder(new LocalOutputFile(dir.resolve("col_type.parquet")))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      out.write(new SimpleGroupFactory(schema).newGroup().append("编号", "1").append("干部", 2.0));
    }
  }
}
