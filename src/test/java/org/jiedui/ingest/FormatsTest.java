package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.RejectRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same rows give the same panel, in whatever kind of file they come. */
@ExtendWith(SharedSpark.class)
class FormatsTest {
  private static final String CSV =
      IngestFixture.HEADER
          + """
          甲,a1,2016,710000,760121,财政援助资金,拨付,12.5,万元
          甲,a2,2016,,760121,捐款,到位,"1,200.50",元
          甲,a3,2017,710000,760122,干部,,3,人
          甲,a4,2017,710000,769999,干部,,4,人
          甲,a5,2017,710000,760122,干部,,5,人
          甲,a5,2017,710000,760122,干部,,6,人
          甲,a6,2018,710000,760123,财政援助资金,拨付,0.01,亿元
          """;

  @TempDir Path dir;

  private IngestResult run(SparkSession spark, String name, byte[] bytes) throws IOException {
    var fixture = new IngestFixture(dir.resolve(name.replace('.', '_')));
    Path file = fixture.write(name, "");
    Files.write(file, bytes);
    return Ingest.run(spark, fixture.request("data", List.of(new Input(file, Input.FLOWS, ""))));
  }

  private static List<String[]> cells() {
    return CSV.replace("\"1,200.50\"", "1@200.50")
        .lines()
        .map(line -> line.split(",", -1))
        .map(
            row ->
                java.util.Arrays.stream(row).map(c -> c.replace('@', ',')).toArray(String[]::new))
        .toList();
  }

  private byte[] workbook(Workbook workbook) throws IOException {
    var sheet = workbook.createSheet("资金");
    for (String[] cells : cells()) {
      Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (int i = 0; i < cells.length; i++) {
        if ((i == 2 || i == 7) && cells[i].matches("[0-9.]+")) {
          row.createCell(i).setCellValue(Double.parseDouble(cells[i]));
        } else {
          row.createCell(i).setCellValue(cells[i]);
        }
      }
    }
    Path file = dir.resolve("book");
    try (var out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return Files.readAllBytes(file);
  }

  private byte[] parquet() throws IOException {
    var fields = new StringBuilder();
    for (String name : cells().get(0)) {
      fields.append("optional binary ").append(name).append(" (UTF8); ");
    }
    MessageType schema = MessageTypeParser.parseMessageType("message m { " + fields + "}");
    Path file = dir.resolve("rows.parquet");
    try (var out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (String[] cells : cells().subList(1, cells().size())) {
        Group row = new SimpleGroupFactory(schema).newGroup();
        for (int i = 0; i < cells.length; i++) {
          row.append(cells().get(0)[i], cells[i]);
        }
        out.write(row);
      }
    }
    return Files.readAllBytes(file);
  }

  @Test
  void textWorkbookAndParquetGiveTheSamePanel(SparkSession spark) throws IOException {
    same(spark, Map.of("book.xlsx", workbook(new XSSFWorkbook()), "rows.parquet", parquet()));
  }

  @Test
  @Tag("thorough")
  void everyKindOfFileGivesTheSamePanel(SparkSession spark) throws IOException {
    same(
        spark,
        Map.of(
            "tabs.tsv",
            tabs(),
            "crlf.csv",
            CSV.replace("\n", "\r\n").getBytes("UTF-8"),
            "gb.csv",
            CSV.getBytes(Charset.forName("GB18030")),
            "book.xls",
            workbook(new HSSFWorkbook())));
  }

  private void same(SparkSession spark, Map<String, byte[]> files) throws IOException {
    IngestResult csv = run(spark, "rows.csv", CSV.getBytes("UTF-8"));
    List<String> panel = IngestFixture.panel(csv);
    List<String> codes = IngestFixture.lines(csv.rejects(), RejectRow.CODES.ordinal());
    assertThat(panel).hasSizeGreaterThan(2);
    assertThat(codes).containsExactlyInAnyOrder("CODE_UNKNOWN", "DUP_CONFLICT", "DUP_CONFLICT");

    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      IngestResult other = run(spark, file.getKey(), file.getValue());
      String name = other.inputs().get(0).name();
      assertThat(IngestFixture.panel(other)).as(name).isEqualTo(panel);
      assertThat(IngestFixture.lines(other.rejects(), RejectRow.CODES.ordinal()))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(codes);
      assertThat(IngestFixture.lines(other.rejects(), RejectRow.RAW_LINE.ordinal()))
          .as(name)
          .allMatch(line -> line.contains("a4") || line.contains("a5"));
    }
  }

  private static byte[] tabs() throws IOException {
    return CSV.replace("\"1,200.50\"", "1@200.50")
        .replace(',', '\t')
        .replace('@', ',')
        .getBytes("UTF-8");
  }
}
