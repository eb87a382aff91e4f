package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file cut anywhere never gives a value that the whole file does not hold. */
class TruncationTest {
  @TempDir Path dir;

  /** Reads a file into lines {@code line|values}; throws when it refuses it. */
  private interface Reader {
    Rows read(byte[] bytes);
  }

  private record Rows(List<String> accepted, boolean lastIsFlagged) {}

  private static byte[] whole(Charset charset) {
    String text = FileScannerTest.text(new Random(11), 400);
    byte[] bytes = text.getBytes(charset);
    int end = 4096;
    while (bytes[end - 1] != '\n' || quotes(bytes, end) % 2 == 1) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private static int quotes(byte[] bytes, int end) {
    int quotes = 0;
    for (int i = 0; i < end; i++) {
      quotes += bytes[i] == '"' ? 1 : 0;
    }
    return quotes;
  }

  /** Lengths of the cut file at which the reader gives a value that was never there. */
  private static List<Integer> wrong(byte[] whole, Reader reader) {
    Set<String> truth = new HashSet<>(reader.read(whole).accepted());
    List<Integer> wrong = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      try {
        Rows rows = reader.read(Arrays.copyOf(whole, length));
        int certain = rows.accepted().size() - (rows.lastIsFlagged() ? 1 : 0);
        if (!truth.containsAll(rows.accepted().subList(0, Math.max(0, certain)))) {
          wrong.add(length);
        }
      } catch (InputException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.INPUT);
      }
    }
    return wrong;
  }

  private Rows ours(byte[] bytes) {
    Contracts.Kept kept = Contracts.readAll(Contracts.write(dir, "t.csv", bytes));
    assertThat(kept.tally.closes()).isTrue();
    boolean flagged =
        kept.flags.stream().anyMatch(f -> f.startsWith("NO_FINAL_NEWLINE"))
            && lastRowIsAccepted(kept);
    return new Rows(kept.shown(), flagged);
  }

  private static boolean lastRowIsAccepted(Contracts.Kept kept) {
    long accepted = kept.records.stream().mapToLong(r -> r.line).max().orElse(0);
    long rejected = kept.rejects.stream().mapToLong(Reject::row).max().orElse(0);
    return accepted > rejected;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void aCutAtAnyByteNeverChangesAValue(String charset) {
    byte[] whole = whole(Charset.forName(charset));

    assertThat(ours(whole).accepted()).hasSizeGreaterThan(90);
    assertThat(wrong(whole, this::ours)).isEmpty();
  }

  @Test
  void splittingLinesAndCellsWouldFailThisTest() {
    byte[] whole = whole(StandardCharsets.UTF_8);
    byte[] other = whole(Charset.forName("GB18030"));
    List<Integer> ours = new ArrayList<>(wrong(whole, this::ours));
    ours.addAll(wrong(other, this::ours));
    List<Integer> naive = wrong(whole, TruncationTest::naive);

    assertThat(naive).hasSizeGreaterThan(100);
    Proof.INGEST_CUT_TEXT.record(
        Counts.of(whole.length + other.length, ours.size()).control(whole.length, naive.size()));
  }

  /** The control: what splitting lines and cells does to the same files. */
  private static Rows naive(byte[] bytes) {
    List<String> rows = new ArrayList<>();
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].split(",");
      if (cells.length == 5 && cells[4].matches("[0-9.]+")) {
        rows.add(cells[0] + "|" + Double.parseDouble(cells[4]));
      }
    }
    return new Rows(rows, false);
  }
}
