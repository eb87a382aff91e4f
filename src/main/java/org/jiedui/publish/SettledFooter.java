package org.jiedui.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file with the encodings of every column in one order. Parquet's writer keeps
 * them in a hash set of enum constants, whose order is another one in every JVM, so that equal
 * tables would not be equal bytes.
 */
final class SettledFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private SettledFooter() {}

  /** Takes any end of a file that holds the whole footer; without a footer it stays as it is. */
  static byte[] of(byte[] tail) throws IOException {
    int end = tail.length - MAGIC.length - Integer.BYTES;
    if (end < 0 || !Arrays.equals(MAGIC, Arrays.copyOfRange(tail, end + 4, tail.length))) {
      return tail;
    }
    int length = ByteBuffer.wrap(tail, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > end) {
      return tail;
    }
    int start = end - length;
    byte[] footer = sorted(Arrays.copyOfRange(tail, start, end));
    ByteBuffer settled = ByteBuffer.allocate(start + footer.length + 8);
    settled.order(ByteOrder.LITTLE_ENDIAN).put(tail, 0, start).put(footer);
    return settled.putInt(footer.length).put(MAGIC).array();
  }

  private static byte[] sorted(byte[] footer) throws IOException {
    FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(footer));
    for (RowGroup group : meta.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        column.getMeta_data().getEncodings().sort(Comparator.comparing(Encoding::getValue));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(footer.length);
    Util.writeFileMetaData(meta, bytes);
    return bytes.toByteArray();
  }
}
