package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.io.api.Binary;

/**
 * One column of one row group: every batch becomes a page, encoded at once. Going around Parquet's
 * column writers, which look at every value several times, halves the time of writing.
 */
final class ColumnPages {
  private static final int PAGE_BYTES = 1 << 20;
  private static final ByteBufferAllocator HEAP = new HeapByteBufferAllocator();

  private final PageWriter pages;
  private final Statistics<?> none;
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private IntNumbers numbers;
  private ByteBuffer constant;

  ColumnPages(PageWriter pages, ColumnDescriptor column) {
    this.pages = pages;
    none = Statistics.noopStats(column.getPrimitiveType());
  }

  /** Differences, bit-packed. */
  void longs(long[] values, int size) throws IOException {
    try (var writer = new DeltaBinaryPackingValuesWriterForLong(64, PAGE_BYTES, HEAP)) {
      for (int i = 0; i < size; i++) {
        writer.writeLong(values[i]);
      }
      page(writer, size);
    }
  }

  /** Shared prefixes and differing ends. */
  void ids(LandingBatch batch) throws IOException {
    try (var writer = new DeltaByteArrayWriter(64, PAGE_BYTES, HEAP)) {
      for (int i = 0; i < batch.size(); i++) {
        int start = batch.idStart(i);
        writer.writeBytes(
            Binary.fromReusedByteArray(batch.idBytes, start, batch.idEnds[i] - start));
      }
      page(writer, batch.size());
    }
  }

  /** Numbers of the distinct values. */
  void ints(int[] values, int size) throws IOException {
    numbers = numbers == null ? new IntNumbers() : numbers;
    int[] own = new int[size];
    for (int i = 0; i < size; i++) {
      own[i] = numbers.of(values[i]);
    }
    numbered(own, size, numbers.size());
  }

  /**
   * Numbers of words.
   *
   * @param of number of a value, by the value's number in the batch
   */
  void words(int[] values, int size, int[] of) throws IOException {
    int[] own = new int[size];
    for (int i = 0; i < size; i++) {
      own[i] = of[values[i]];
    }
    numbered(own, size, words.size());
  }

  /** The number of a word in this column, given when it is met first. */
  int word(String word) {
    return words.computeIfAbsent(word, w -> words.size());
  }

  /** One value for all rows. */
  void constant(long value, int size) throws IOException {
    constant = buffer(8).putLong(value);
    numbered(new int[size], size, 1);
  }

  /** Writes the dictionary, if the column has one. */
  void end() throws IOException {
    if (numbers != null) {
      ByteBuffer bytes = buffer(4 * numbers.size());
      numbers.values().forEach(bytes::putInt);
      dictionary(bytes, numbers.size());
    } else if (!words.isEmpty()) {
      List<byte[]> texts =
          words.keySet().stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toList();
      ByteBuffer bytes = buffer(texts.stream().mapToInt(w -> 4 + w.length).sum());
      texts.forEach(w -> bytes.putInt(w.length).put(w));
      dictionary(bytes, words.size());
    } else if (constant != null) {
      dictionary(constant, 1);
    }
  }

  private void dictionary(ByteBuffer bytes, int size) throws IOException {
    pages.writeDictionaryPage(
        new DictionaryPage(BytesInput.from(bytes.array()), size, Encoding.PLAIN));
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void numbered(int[] own, int size, int distinct) throws IOException {
    int width = BytesUtils.getWidthFromMaxInt(distinct - 1);
    try (var encoder = new RunLengthBitPackingHybridEncoder(width, 64, PAGE_BYTES, HEAP)) {
      for (int i = 0; i < size; i++) {
        encoder.writeInt(own[i]);
      }
      BytesInput head = BytesInput.from(new byte[] {(byte) width});
      page(BytesInput.concat(head, encoder.toBytes()), Encoding.RLE_DICTIONARY, size);
    }
  }

  private void page(ValuesWriter writer, int size) throws IOException {
    page(writer.getBytes(), writer.getEncoding(), size);
  }

  private void page(BytesInput bytes, Encoding encoding, int size) throws IOException {
    pages.writePageV2(size, 0, size, BytesInput.empty(), BytesInput.empty(), encoding, bytes, none);
  }
}
