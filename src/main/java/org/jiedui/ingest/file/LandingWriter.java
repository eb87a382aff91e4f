package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Writes batches of records as one Parquet file, column by column, a batch a page. The bytes depend
 * on the records and their batches alone.
 */
final class LandingWriter implements AutoCloseable {
  private static final long ROW_GROUP_BYTES = 128L << 20;

  private final ParquetProperties properties = LandingSchema.properties();
  private final CodecFactory codecs;
  private final ParquetFileWriter file;
  private final Kinds kinds;
  private final long src;
  private final List<String> sources = new ArrayList<>();
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private final Map<String, ColumnPages> columns = new HashMap<>();
  private ColumnChunkPageWriteStore pages;
  private long groupRows;
  private long rows;

  LandingWriter(Path path, long src, Kinds kinds) throws IOException {
    this.src = src;
    this.kinds = kinds;
    var settings = new Configuration(false);
    settings.setInt("parquet.compression.codec.zstd.level", 1);
    codecs = new CodecFactory(settings, properties.getPageSizeThreshold());
    file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            LandingSchema.SCHEMA,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties);
    file.start();
    startGroup();
  }

  /** The number that stands for a source in batches. */
  int source(String id) {
    Integer number = sourceNumbers.get(id);
    if (number == null) {
      number = sources.size();
      sourceNumbers.put(id, number);
      sources.add(id);
    }
    return number;
  }

  long rows() {
    return rows;
  }

  /** Writes and empties the batch. */
  void write(LandingBatch batch) throws IOException {
    int size = batch.size();
    if (groupRows + size > LandingSchema.GROUP_ROWS) {
      endGroup();
      startGroup();
    }
    column("src").constant(src, size);
    column("line").longs(batch.line, size);
    column("offset").longs(batch.offset, size);
    column("item").ints(batch.item, size);
    column("source_id").words(batch.source, size, numbers("source_id", sources));
    column("record_id").ids(batch);
    column("year").ints(batch.year, size);
    column("year_from").ints(numbers(batch, Kind::yearFrom), size);
    column("code_vintage").ints(numbers(batch, Kind::codeVintage), size);
    column("revision").ints(numbers(batch, Kind::revision), size);
    column("recipient_code").ints(batch.recipient, size);
    column("donor_code").ints(batch.donor, size);
    words("direction", batch, Kind::direction);
    words("indicator", batch, Kind::indicator);
    words("form", batch, Kind::form);
    words("status", batch, Kind::status);
    column("amount").longs(batch.amount, size);
    groupRows += size;
    rows += size;
    batch.clear();
  }

  @Override
  public void close() throws IOException {
    endGroup();
    file.end(Map.of());
    file.close();
    codecs.release();
  }

  private void startGroup() {
    pages =
        new ColumnChunkPageWriteStore(
            codecs.getCompressor(CompressionCodecName.ZSTD),
            LandingSchema.SCHEMA,
            new HeapByteBufferAllocator(),
            properties.getColumnIndexTruncateLength());
    columns.clear();
    for (ColumnDescriptor column : LandingSchema.SCHEMA.getColumns()) {
      columns.put(column.getPath()[0], new ColumnPages(pages.getPageWriter(column), column));
    }
    groupRows = 0;
  }

  private void endGroup() throws IOException {
    if (groupRows > 0) {
      for (ColumnPages column : columns.values()) {
        column.end();
      }
      file.startBlock(groupRows);
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    pages.close();
  }

  private ColumnPages column(String name) {
    return columns.get(name);
  }

  private void words(String column, LandingBatch batch, Function<Kind, String> part)
      throws IOException {
    int[] numbers = numbers(column, kinds.all().stream().map(part).toList());
    column(column).words(batch.kind, batch.size(), numbers);
  }

  private int[] numbers(String column, List<String> words) {
    ColumnPages pages = column(column);
    return words.stream().mapToInt(pages::word).toArray();
  }

  private int[] numbers(LandingBatch batch, ToIntFunction<Kind> part) {
    int[] ofKind = kinds.all().stream().mapToInt(part).toArray();
    int[] numbers = new int[batch.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ofKind[batch.kind[i]];
    }
    return numbers;
  }
}
