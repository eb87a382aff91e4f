package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.Reports;
import org.jiedui.publish.Version;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same rows publish the same bytes, in whatever kind of file they are delivered. */
@ExtendWith(SharedSpark.class)
class PublishedFormatsTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Path SAMPLE = Path.of("sample-data/counties");

  /** Tables that say where a row came from: names, encodings and digests of the files. */
  private static final Set<String> PROVENANCE =
      Set.of("ledger", "ledger_stage", "rejects", "reject_reason");

  @TempDir Path dir;

  /** Writes one file of cells, and its ending. */
  private interface Kind {
    void write(List<List<String>> rows, Path file) throws IOException;
  }

  @Test
  void aDeliveryInAllKindsAtOncePublishesTheBytesOfTheCsv(SparkSession spark) throws IOException {
    Map<String, String> csv = published("csv", List.of(utf8()));

    assertThat(csv).hasSizeGreaterThan(10);
    assertThat(published("mixed", List.of(gb18030(), workbook(), parquet()))).isEqualTo(csv);
  }

  @Test
  @Tag("thorough")
  void everyKindByItselfPublishesTheBytesOfTheCsv(SparkSession spark) throws IOException {
    Map<String, String> csv = published("csv", List.of(utf8()));

    assertThat(published("gb18030", List.of(gb18030()))).isEqualTo(csv);
    assertThat(published("workbook", List.of(workbook()))).isEqualTo(csv);
    assertThat(published("parquet", List.of(parquet()))).isEqualTo(csv);
  }

  private record Named(String ending, Kind kind) {}

  private static Named utf8() {
    return new Named(".csv", (rows, file) -> text(rows, file, StandardCharsets.UTF_8));
  }

  private static Named gb18030() {
    return new Named(".csv", (rows, file) -> text(rows, file, GB18030));
  }

  private static Named workbook() {
    return new Named(".xlsx", PublishedFormatsTest::workbook);
  }

  private static Named parquet() {
    return new Named(".parquet", PublishedFormatsTest::parquet);
  }

  /** Runs the sample study with its files written anew, kinds in turn; digests by table. */
  private Map<String, String> published(String name, List<Named> kinds) throws IOException {
    Path folder = Files.createDirectories(dir.resolve(name).resolve("records")).getParent();
    int number = 0;
    try (Stream<Path> files = Files.list(SAMPLE.resolve("records"))) {
      for (Path file : files.sorted().toList()) {
        write(file, folder.resolve("records"), kinds.get(number++ % kinds.size()));
      }
    }
    Path levels =
        write(SAMPLE.resolve("region_year.csv"), folder, kinds.get(number % kinds.size()));
    Path study = study(folder, levels);
    assertThat(
            CommandLines.run(
                "run", "--study", study.toString(), "--root", folder.resolve("root").toString()))
        .isZero();
    return digests(Reports.in(folder.resolve("root")).named("sample").head().orElseThrow());
  }

  private static Map<String, String> digests(Version version) {
    Map<String, String> digests = new TreeMap<>();
    version.manifest().files().stream()
        .filter(f -> f.table().isPresent())
        .filter(f -> !PROVENANCE.contains(f.path().replace(".parquet", "")))
        .forEach(f -> digests.put(f.path(), f.sha256()));
    return digests;
  }

  private static Path study(Path folder, Path levels) throws IOException {
    String here = Path.of("").toAbsolutePath().toString();
    String text =
        Files.readString(Path.of("conf/study.conf"))
            .replace("../sample-data/counties/records", folder.resolve("records").toString())
            .replace("../sample-data/counties/region_year.csv", levels.toString())
            .replace("\"../sample-data", "\"" + here + "/sample-data")
            .replace("\"schema.conf", "\"" + here + "/conf/schema.conf")
            .replace("= \"indicators", "= \"" + here + "/conf/indicators")
            .replace("\"prices/", "\"" + here + "/conf/prices/")
            .replace("\"claims.conf", "\"" + here + "/conf/claims.conf");
    return Files.writeString(folder.resolve("study.conf"), text);
  }

  private static Path write(Path source, Path folder, Named kind) throws IOException {
    String name = source.getFileName().toString().replace(".csv", kind.ending());
    Path file = folder.resolve(name);
    kind.kind().write(rows(source), file);
    return file;
  }

  /** As wide as the header: not every kind of file can hold a cell too many. */
  private static List<List<String>> rows(Path source) throws IOException {
    var builder = CsvReader.builder().allowExtraFields(true).allowMissingFields(true);
    try (var csv = builder.ofCsvRecord(decoded(Files.readAllBytes(source)))) {
      List<List<String>> rows = csv.stream().map(CsvRecord::getFields).toList();
      int width = rows.get(0).size();
      return rows.stream().map(row -> fitted(row, width)).toList();
    }
  }

  private static List<String> fitted(List<String> row, int width) {
    List<String> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
    while (cells.size() < width) {
      cells.add("");
    }
    return cells;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }

  private static void text(List<List<String>> rows, Path file, Charset charset) throws IOException {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(String.join(",", row.stream().map(PublishedFormatsTest::quoted).toList()));
      text.append('\n');
    }
    Files.write(file, text.toString().getBytes(charset));
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private static void workbook(List<List<String>> rows, Path file) throws IOException {
    try (var book = new SXSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      var sheet = book.createSheet("表");
      for (int i = 0; i < rows.size(); i++) {
        Row row = sheet.createRow(i);
        for (int c = 0; c < rows.get(i).size(); c++) {
          row.createCell(c).setCellValue(rows.get(i).get(c));
        }
      }
      book.write(out);
    }
  }

  private static void parquet(List<List<String>> rows, Path file) throws IOException {
    var fields = Types.buildMessage();
    for (String name : rows.get(0)) {
      fields.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    }
    MessageType schema = fields.named("delivery");
    try (var out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (List<String> row : rows.subList(1, rows.size())) {
        Group group = new SimpleGroupFactory(schema).newGroup();
        for (int i = 0; i < row.size(); i++) {
          group.append(rows.get(0).get(i), row.get(i));
        }
        out.write(group);
      }
    }
  }
}
