package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.HEADER;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file that comes again under another name or in another dress counts once. */
@ExtendWith(SharedSpark.class)
class DeliveredAgainTest {
  private static final int ROWS = 30;

  @TempDir private Path dir;

  @Test
  void whateverItIsDressedInItsRowsCountOnce(SparkSession spark) throws Exception {
    List<String> once = counted(spark, "once", Map.of("a.csv", bytes(text())));
    int variants = 0;
    int twice = 0;
    int weaker = 0;
    for (var variant : variants().entrySet()) {
      String name = variant.getKey();
      Map<String, byte[]> both = new LinkedHashMap<>();
      both.put(name.endsWith("xlsx") ? "a.xlsx" : "a.csv", first(name));
      both.put(name, variant.getValue());
      List<String> again = counted(spark, "again" + ++variants, both);
      twice += again.equals(once) ? 0 : 1;
      weaker += byNameAndTime("again" + variants) > 1 ? 1 : 0;
    }
    assertThat(twice).isZero();
    assertThat(weaker).isPositive();
    Proof.INGEST_AGAIN.record(Counts.of(variants, twice).control(variants, weaker));
  }

  private static byte[] first(String name) throws IOException {
    return name.endsWith("xlsx") ? book(Deflater.DEFAULT_COMPRESSION) : bytes(text());
  }

  private static Map<String, byte[]> variants() throws IOException {
    List<String> rows = new ArrayList<>(text().lines().skip(1).toList());
    Collections.reverse(rows);
    Map<String, byte[]> variants = new LinkedHashMap<>();
    variants.put("renamed.csv", bytes(text()));
    variants.put("crlf.csv", bytes(text().replace("\n", "\r\n")));
    variants.put("marked.csv", bytes("\uFEFF" + text()));
    variants.put("reordered.csv", bytes(HEADER + String.join("\n", rows) + "\n"));
    variants.put("quoted.csv", bytes(text().replaceAll("(?m)^s,", "\"s\",")));
    variants.put("unended.csv", bytes(text().strip()));
    variants.put("gb18030.csv", text().getBytes(Charset.forName("GB18030")));
    variants.put("zipped-again.xlsx", book(Deflater.BEST_SPEED));
    return variants;
  }

  private static String text() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 1; i <= ROWS; i++) {
      text.append("s,%d,%d,710000,760121,fiscal,paid,%d,元\n".formatted(i, 2014 + i % 3, i));
    }
    return text.toString();
  }

  /** The same cells as a workbook, compressed so much. */
  private static byte[] book(int level) throws IOException {
    var made = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      var sheet = book.createSheet("资金");
      for (String line : text().lines().toList()) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (String cell : line.split(",")) {
          row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
        }
      }
      book.write(made);
    }
    return zipped(made.toByteArray(), level);
  }

  private static byte[] zipped(byte[] zip, int level) throws IOException {
    var again = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
        var out = new ZipOutputStream(again)) {
      out.setLevel(level);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(0);
        out.putNextEntry(same);
        in.transferTo(out);
      }
    }
    return again.toByteArray();
  }

  /** The panel, and what of the total was accepted. */
  private List<String> counted(SparkSession spark, String folder, Map<String, byte[]> files)
      throws IOException {
    IngestFixture fixture = new IngestFixture(dir.resolve(folder));
    for (var file : files.entrySet()) {
      Path path = Files.write(dir.resolve(folder).resolve(file.getKey()), file.getValue());
      fixture.inputs().add(new Input(path, Input.FLOWS, ""));
    }
    IngestResult result = Ingest.run(spark, fixture.request("root"));
    List<String> counted = new ArrayList<>(panel(result));
    lines(result.ledger(), 0, 1, 4).stream()
        .filter(line -> line.startsWith("(total)"))
        .forEach(counted::add);
    return counted;
  }

  /** The control: how many files there are for one who knows them by name and time. */
  private int byNameAndTime(String folder) throws IOException {
    Set<String> known = new TreeSet<>();
    try (var files = Files.list(dir.resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(csv|xlsx)")).toList()) {
        known.add(file.getFileName() + " " + Files.getLastModifiedTime(file));
      }
    }
    return known.size();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
