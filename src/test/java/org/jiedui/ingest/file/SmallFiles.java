package org.jiedui.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Good files of a few KiB, to be cut and changed. */
final class SmallFiles {
  private SmallFiles() {}

  static Path xlsx(Path dir) {
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

  static Path parquet(Path dir) throws IOException {
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

  /** The parts of a zip file by name, in their order. */
  static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
