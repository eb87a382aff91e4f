package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workbooks and Parquet files that are cut or changed are refused, or give the values they held.
 */
class BinaryTruncationTest {
  @TempDir Path dir;

  private Path xlsx() {
    var rows = new StringBuilder("年份|县代码|财政资金(元)|干部人数\n");
    for (int i = 0; i < 20; i++) {
      rows.append(2016 + i % 4)
          .append("|'7101")
          .append(10 + i)
          .append("'|")
          .append(1000.5 + i)
          .append("|5\n");
    }
    return Books.xlsx().sheet("表").rows(rows.toString()).write(dir.resolve("whole.xlsx"));
  }

  private Path parquet() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { required int32 年份; required binary 县代码 (UTF8); optional binary 金额 (UTF8);"
                + " required binary 单位 (UTF8); required binary 指标 (UTF8); }");
    Path file = dir.resolve("whole.parquet");
    try (var out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (int i = 0; i < 60; i++) {
        out.write(
            new SimpleGroupFactory(schema)
                .newGroup()
                .append("年份", 2016 + i % 4)
                .append("县代码", "7101" + (10 + i))
                .append("金额", i + ".5")
                .append("单位", "万元")
                .append("指标", "财政援助资金"));
      }
    }
    return file;
  }

  /** Every cut and every changed byte ends in a refusal or in the same values. */
  private long hold(Path whole, String name, int step) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    List<String> truth = Contracts.readAll(whole).shown();
    assertThat(truth).hasSizeGreaterThan(30);
    assertThat(bytes.length).isBetween(1000, 4600);
    for (int length = 0; length < bytes.length; length++) {
      Path cut = Contracts.write(dir, name, Arrays.copyOf(bytes, length));
      assertThat(FileCheck.of(cut, Contracts.SHIPPED).refused()).as("cut at " + length).isTrue();
    }
    var random = new Random(5);
    for (int at = 0; at < bytes.length; at += step) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      same(Contracts.write(dir, name, changed), truth, at);
    }
    return bytes.length;
  }

  private static void same(Path file, List<String> truth, int at) {
    FileCheck check = FileCheck.of(file, Contracts.SHIPPED);
    if (!check.refused()) {
      assertThat(Contracts.readAll(file).shown()).as("byte " + at).isSubsetOf(truth);
    }
  }

  @Test
  @Tag("thorough")
  void everyByteOfBoth() throws IOException {
    hold(xlsx(), "t.xlsx", 1);
    hold(parquet(), "t.parquet", 1);
  }

  @Test
  void aWorkbookAndAParquetFile() throws IOException {
    long cuts = hold(xlsx(), "t.xlsx", 41) + hold(parquet(), "t.parquet", 41);

    Proof.INGEST_CUT_BINARY.record(Counts.of(cuts, 0));
  }
}
