package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with random damage end in the catalogue of reasons and in a ledger that closes. */
class MutationTest {
  private static final byte[] NASTY = {
    0, '"', ',', ';', '\t', '\n', '\r', '.', '-', 'e', '9', (byte) 0xFF, (byte) 0x81, (byte) 0xE4
  };

  @TempDir Path dir;

  @Test
  void twoThousandDamagedFilesAreReadOrRefused() throws IOException {
    mutate(2_000, 20260101);
    Proof.INGEST_MUTATIONS.record(Counts.of(2_000, 0));
  }

  @Test
  @Tag("thorough")
  void aHundredThousandDamagedFilesAreReadOrRefused() throws IOException {
    mutate(100_000, 20260102);
  }

  private void mutate(int times, long seed) throws IOException {
    int read = 0;
    for (int i = 0; i < times; i++) {
      var random = new Random(seed + i);
      byte[] bytes = damaged(random);
      Path file = Files.write(dir.resolve("m.csv"), bytes);
      try {
        Contracts.Kept kept = Contracts.readAll(file);
        read++;
        assertThat(kept.tally.closes()).as("ledger, seed %d", seed + i).isTrue();
        assertThat(kept.tally.rows(Tally.Place.REJECTED)).isEqualTo(kept.rejects.size());
        assertThat(kept.tally.rows(Tally.Place.BLANK)).isEqualTo(kept.blanks.size());
      } catch (InputException e) {
        assertThat(e.problems()).as("seed %d", seed + i).allMatch(p -> known(p.code()));
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + (seed + i), e);
      }
    }
    assertThat(read).as("files that were read").isGreaterThan(times / 10);
  }

  private static boolean known(String code) {
    return Reason.valueOf(code).name().equals(code);
  }

  private static byte[] damaged(Random random) {
    Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    byte[] bytes = FileScannerTest.text(random, 1 + random.nextInt(12)).getBytes(charset);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes, random);
    }
    return bytes;
  }

  /** Replaces, inserts or removes a few bytes, or cuts the file; mostly behind the header. */
  private static byte[] change(byte[] bytes, Random random) {
    int header = Math.min(60, bytes.length);
    int at =
        random.nextInt(5) == 0 || bytes.length == header
            ? random.nextInt(bytes.length + 1)
            : header + random.nextInt(bytes.length - header);
    int drop = Math.min(random.nextInt(4), bytes.length - at);
    int add = random.nextInt(3);
    byte[] changed = new byte[bytes.length - drop + add];
    System.arraycopy(bytes, 0, changed, 0, at);
    for (int i = 0; i < add; i++) {
      changed[at + i] =
          random.nextBoolean() ? NASTY[random.nextInt(NASTY.length)] : (byte) random.nextInt(256);
    }
    System.arraycopy(bytes, at + drop, changed, at + add, bytes.length - at - drop);
    return changed;
  }
}
