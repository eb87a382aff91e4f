package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.JavaProcess;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files far larger than the heap are landed, counted and listed. */
class SmallHeapTest {

  @TempDir Path dir;

  /** Lands a file and writes its rejects; prints how many rows were accepted and rejected. */
  static final class Child {
    public static void main(String[] args) throws IOException {
      Path dir = Path.of(args[0]);
      SparkSession spark =
          SparkSession.builder()
              .master("local[2]")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.driver.host", "127.0.0.1")
              .getOrCreate();
      IngestRequest request =
          new IngestFixture(dir)
              .request("root", List.of(new Input(dir.resolve(args[1]), Input.FLOWS, "")));
      IngestResult result = Ingest.run(spark, request);
      var writer =
          TableFile.writer(dir.resolve("all.parquet"), Rejects.TABLE, Rejects.fields(), Map.of());
      try (writer) {
        result.rejectRows().forEach(writer::append);
      }
      System.out.println(accepted(result.ledger()) + " accepted, " + writer.rows() + " rejected");
      spark.stop();
    }

    private static Object accepted(Frame ledger) {
      return ledger
          .where(
              row ->
                  row[LedgerRow.FILE.ordinal()].equals(LedgerRow.TOTAL)
                      && row[LedgerRow.MEASURE.ordinal()].equals(LedgerRow.ROWS))
          .value(0, LedgerRow.ACCEPTED);
    }
  }

  private void csv(String name, int rows, String amount) throws IOException {
    try (BufferedWriter to = Files.newBufferedWriter(dir.resolve(name))) {
      to.write(IngestFixture.HEADER + "s,1,2016,,760121,fiscal,paid,100,元\n");
      for (int i = 2; i <= rows; i++) {
        to.write("s," + i + ",2016,710000,760121,财政援助资金,拨付," + amount + i + ",元\n");
      }
    }
  }

  @Test
  @Tag("thorough")
  void twoMillionRejectsFitInto512MiB() throws IOException, InterruptedException {
    csv("bad.csv", 2_000_001, "约");

    assertThat(output("-Xmx512m", "bad.csv")).isEqualTo("1 accepted, 2000000 rejected\n");
  }

  @Test
  @Tag("thorough")
  void aTextLargerThanTheHeapFitsIntoIt() throws IOException, InterruptedException {
    csv("large.csv", 8_500_000, "");
    assertThat(Files.size(dir.resolve("large.csv"))).isGreaterThan(512L << 20);

    assertThat(output("-Xmx512m", "large.csv")).isEqualTo("8500000 accepted, 0 rejected\n");
  }

  @Test
  @Tag("thorough")
  void aWorkbookOf300000RowsFitsInto512MiB() throws IOException, InterruptedException {
    try (var book = new SXSSFWorkbook(100);
        var out = Files.newOutputStream(dir.resolve("large.xlsx"))) {
      var sheet = book.createSheet("资金");
      row(sheet.createRow(0), IngestFixture.HEADER.strip().split(","));
      for (int i = 1; i <= 300_000; i++) {
        String cells = "s," + i + ",2016,710000,760121,财政援助资金,拨付," + i + ",元";
        row(sheet.createRow(i), cells.split(","));
      }
      book.write(out);
    }

    assertThat(output("-Xmx512m", "large.xlsx")).isEqualTo("300000 accepted, 0 rejected\n");
  }

  private static void row(Row row, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private String output(String heap, String file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(heap, "-XX:+UseSerialGC"));
    command.addAll(JavaProcess.FOR_SPARK);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Child.class.getName(), dir.toString(), file));
    Path out = dir.resolve("out");
    Path err = dir.resolve("err");
    Process child =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = child.waitFor(5, TimeUnit.MINUTES);
    child.destroyForcibly().waitFor();
    assertThat(ended && child.exitValue() == 0).as(Files.readString(err)).isTrue();
    return Files.readString(out);
  }
}
