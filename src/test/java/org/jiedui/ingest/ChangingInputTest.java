package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody writes to while it is read: one of its states is landed, or none. */
@ExtendWith(SharedSpark.class)
class ChangingInputTest {
  private static final int ROWS = 4_000;
  private static final int TRIALS = 5;

  @TempDir private Path dir;
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void whatIsLandedIsOneStateOfTheFileAndNoMixture(SparkSession spark) throws Exception {
    IngestFixture files = new IngestFixture(dir);
    files.flows("a.csv", rows(1));
    Path file = dir.resolve("a.csv");
    ExecutorService writer = Executors.newSingleThreadExecutor();
    int mixtures = 0;
    int weaker = 0;
    try {
      var writing = writer.submit(() -> write(file));
      for (int trial = 0; trial < TRIALS; trial++) {
        mixtures += isMixture(spark, files.request("root" + trial)) ? 1 : 0;
        weaker += isMixedOnce(file) ? 1 : 0;
      }
      over.set(true);
      writing.get();
    } finally {
      writer.shutdownNow();
    }
    assertThat(mixtures).isZero();
    assertThat(weaker).isPositive();
    Proof.INGEST_CHANGING.record(Counts.of(TRIALS, mixtures).control(TRIALS, weaker));
    assertThat(isMixture(spark, files.request("quiet"))).isFalse();
    assertThat(IngestFixture.panel(Ingest.run(spark, files.request("quiet")))).hasSize(1);
  }

  /** All amounts are the same: one yuan, or two. */
  private static String rows(int yuan) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append("s,%05d,2016,710000,760121,fiscal,paid,%d,元\n".formatted(i, yuan));
    }
    return rows.toString();
  }

  /** Now the one state, now the other, in two pieces, with a rest after some. */
  private Void write(Path file) throws IOException, InterruptedException {
    List<byte[]> states = List.of(bytes(1), bytes(2));
    for (int turn = 0; !over.get(); turn++) {
      put(file, states.get(turn % 2));
      Thread.sleep(turn % 20 == 0 ? 100 : 1);
    }
    put(file, states.get(0));
    return null;
  }

  private static byte[] bytes(int yuan) {
    return (IngestFixture.HEADER + rows(yuan)).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(Path file, byte[] bytes) throws IOException, InterruptedException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      int half = bytes.length / 2;
      open.write(bytes, 0, half);
      Thread.sleep(5);
      open.write(bytes, half, bytes.length - half);
    }
  }

  /** Whether anything but one state was landed; to be told to come again is right. */
  private static boolean isMixture(SparkSession spark, IngestRequest request) {
    try {
      List<String> panel = IngestFixture.panel(Ingest.run(spark, request));
      String all = "760121 710000 2016 fiscal E2W none paid %d " + ROWS;
      return !panel.equals(List.of(all.formatted(100L * ROWS)))
          && !panel.equals(List.of(all.formatted(200L * ROWS)));
    } catch (InputException e) {
      return e.exit() != ExitCode.TEMPORARY;
    }
  }

  /** The control: reads a few times and looks no more. */
  private static boolean isMixedOnce(Path file) throws IOException {
    boolean mixed = false;
    for (int i = 0; i < 5; i++) {
      mixed |= isMixed(Files.readString(file));
    }
    return mixed;
  }

  private static boolean isMixed(String text) {
    return text.contains(",1,元\n") && text.contains(",2,元\n");
  }
}
