package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of two JVMs differ in the order of encodings; a test within one JVM has to turn it round.
 */
class SettledFooterTest {
  @TempDir Path folder;

  @Test
  void anyOrderOfEncodingsBecomesTheSameBytes() throws Exception {
    byte[] written = written();
    byte[] turned = turned(written);

    assertThat(turned).isNotEqualTo(written);
    assertThat(SettledFooter.of(turned)).isEqualTo(written);
    assertThat(SettledFooter.of(written)).isEqualTo(written);
  }

  @Test
  void whatHasNoFooterStays() throws Exception {
    byte[] cut = Arrays.copyOf(written(), 200);

    assertThat(SettledFooter.of(cut)).isEqualTo(cut);
    assertThat(SettledFooter.of(new byte[3])).hasSize(3);
  }

  private byte[] written() throws Exception {
    Object[] row = new Object[RegionRow.values().length];
    Arrays.fill(row, "710000");
    Path file = folder.resolve("region.parquet");
    Files.deleteIfExists(file);
    TableFile.write(file, Frame.of("region", RegionRow.values(), List.<Object[]>of(row)), Map.of());
    return Files.readAllBytes(file);
  }

  /** The same file with the encodings of every column the other way round. */
  private static byte[] turned(byte[] file) throws Exception {
    int end = file.length - 8;
    int length = ByteBuffer.wrap(file, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(file, end - length, length));
    meta.getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(file, 0, end - length);
    Util.writeFileMetaData(meta, bytes);
    bytes.write(file, end, 8);
    return bytes.toByteArray();
  }
}
