package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    Proof.INGEST_MUTATIONS.record(mutate(2_000, 20260101));
  }

  @Test
  @Tag("thorough")
  void aHundredThousandDamagedFilesAreReadOrRefused() throws IOException {
    Proof.INGEST_MUTATIONS_THOROUGH.record(mutate(100_000, 20260102));
  }

  /** Seven of ten are text, which is read in most cases; the others mostly end in a refusal. */
  private Counts mutate(int times, long seed) throws IOException {
    byte[] parquet = Files.readAllBytes(SmallFiles.parquet(dir));
    Path workbook = SmallFiles.xlsx(dir);
    int read = 0;
    long worst = 0;
    for (int i = 0; i < times; i++) {
      var random = new Random(seed + i);
      String name = i % 10 < 7 ? "m.csv" : i % 10 < 9 ? "m.xlsx" : "m.parquet";
      byte[] bytes =
          switch (name) {
            case "m.csv" -> damaged(random);
            case "m.xlsx" -> damaged(workbook, random);
            default -> changed(parquet, random);
          };
      long began = System.nanoTime();
      read += isRead(Files.write(dir.resolve(name), bytes), seed + i) ? 1 : 0;
      worst = Math.max(worst, System.nanoTime() - began);
    }
    assertThat(read).as("files that were read").isGreaterThan(times / 10);
    assertThat(worst).as("no hang").isLessThan(Duration.ofSeconds(10).toNanos());
    return Counts.of(times, 0).worst(Duration.ofNanos(worst));
  }

  private static boolean isRead(Path file, long seed) {
    try {
      Contracts.Kept kept = Contracts.readAll(file);
      assertThat(kept.tally.closes()).as("ledger, seed %d", seed).isTrue();
      assertThat(kept.tally.rows(Tally.Place.REJECTED)).isEqualTo(kept.rejects.size());
      assertThat(kept.tally.rows(Tally.Place.BLANK)).isEqualTo(kept.blanks.size());
      return true;
    } catch (InputException e) {
      assertThat(e.problems()).as("seed %d", seed).allMatch(p -> known(p.code()));
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /** The zip file itself, or one of its parts with the checksums made anew. */
  private static byte[] damaged(Path workbook, Random random) throws IOException {
    if (random.nextInt(4) == 0) {
      return changed(Files.readAllBytes(workbook), random);
    }
    Map<String, byte[]> parts = SmallFiles.parts(workbook);
    List<String> names = List.copyOf(parts.keySet());
    parts.computeIfPresent(
        names.get(random.nextInt(names.size())), (name, bytes) -> changed(bytes, random));
    return SmallFiles.zip(parts);
  }

  private static boolean known(String code) {
    return Reason.valueOf(code).name().equals(code);
  }

  private static byte[] damaged(Random random) {
    Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    byte[] bytes = FileScannerTest.text(random, 1 + random.nextInt(12)).getBytes(charset);
    return changed(bytes, random);
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int changes = 1 + random.nextInt(3);
    byte[] changed = bytes;
    for (int i = 0; i < changes; i++) {
      changed = change(changed, random);
    }
    return changed;
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
