package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyHashesTest {
  @Test
  void everyHashIsInItsBucketAndLeadsBackToItsRecord(@TempDir Path dir) throws Exception {
    long[] hashes = new Random(5).longs(10_000).toArray();
    hashes[9_000] = hashes[17];
    KeyHashes keys = new KeyHashes();
    Arrays.stream(hashes).forEach(keys::add);
    Path file = dir.resolve("part.keys");
    keys.write(file);

    long[] back =
        IntStream.range(0, KeyHashes.BUCKETS)
            .mapToObj(b -> bucket(file, b))
            .flatMapToLong(LongStream::of)
            .sorted()
            .toArray();
    assertThat(back).isEqualTo(Arrays.stream(hashes).sorted().toArray());
    assertThat(KeyHashes.records(file, h -> h == hashes[17])).containsExactly(17, 9_000);
    assertThat(KeyHashes.records(file, h -> h == hashes[4_242])).containsExactly(4_242);
  }

  @Test
  void idsThatRiseProveThatNoneStandsTwice() {
    assertThat(range("7", "8", "10").increasing()).isTrue();
    assertThat(range("7", "8", "8").increasing()).isFalse();
    assertThat(range("7", "08", "10").numeric()).isFalse();
    assertThat(range("7", "A8").numeric()).isFalse();
  }

  @Test
  void rangesThatTouchLeaveADoubt() {
    assertThat(range("1", "5").isApartFrom(range("6", "9"))).isTrue();
    assertThat(range("1", "6").isApartFrom(range("6", "9"))).isFalse();
    assertThat(range("1", "6").isApartFrom(range("x"))).isFalse();
  }

  private static IdRange range(String... ids) {
    var watch = new IdRange.Watch();
    for (String id : ids) {
      watch.row(0, id.getBytes(), 0, id.length());
    }
    return watch.end("source");
  }

  private static long[] bucket(Path file, int bucket) {
    try {
      return KeyHashes.bucket(file, bucket);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
