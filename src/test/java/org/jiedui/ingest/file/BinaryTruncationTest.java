package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    hold(SmallFiles.xlsx(dir), "t.xlsx", 1);
    hold(SmallFiles.parquet(dir), "t.parquet", 1);
  }

  @Test
  void aWorkbookAndAParquetFile() throws IOException {
    long cuts =
        hold(SmallFiles.xlsx(dir), "t.xlsx", 41) + hold(SmallFiles.parquet(dir), "t.parquet", 41);

    Proof.INGEST_CUT_BINARY.record(Counts.of(cuts, 0));
  }
}
